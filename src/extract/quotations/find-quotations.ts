import type { NoClaimantReason, QuotationKind, Stance } from '../../domain/index.js';
import type { Resources } from '../../resources/index.js';
import type { Clause, NounPhrase, SentenceReading } from '../phrases/reading.js';
import type { TokenRange, View } from '../view.js';
import { findQuoted, type QuotedText } from './find-quoted.js';

/** An attribution before it has an id. */
export interface FoundQuotation {
  readonly kind: QuotationKind;
  readonly stance: Stance;
  /** The first of a group of claimants; null where the text names none. */
  readonly claimant: NounPhrase | null;
  readonly reason: NoClaimantReason | null;
  readonly cue: TokenRange | null;
  /** Ascending, disjoint, at least one. */
  readonly content: readonly TokenRange[];
  /** The clause of the cue; null where there is none. */
  readonly clause: Clause | null;
}

/** Quoted words shorter than this are the writer's distance from a word, no quotation: “humanitarian” efforts. */
const SHORTEST_QUOTATION = 4;

/** Verbs whose object is the one spoken to. */
const ADDRESSING = /^(?:tell|ask|inform|assure|warn|remind|notify)$/;
/** Words that open a reported clause. */
const REPORTING = new Set(['that', 'if', 'whether', 'how', 'why', 'where', 'when']);

/** Finds every attribution of a document, in order of content; reported clauses, "according to", denials, and bare quotations. */
export function findQuotations(
  view: View,
  resources: Resources,
  readings: readonly SentenceReading[],
): readonly FoundQuotation[] {
  const quoted = findQuoted(view);
  const bySentence = quotedBySentence(view, quoted);
  const found = readings.map((reading, index) => {
    const place = { reading, sentence: view.sentences[index] as TokenRange, quoted: bySentence.get(index) ?? [] };
    const ofSentence = reading.clauses.flatMap((clause) => readCue(view, resources, { ...place, clause }) ?? []);
    return [...ofSentence, ...(readAccordingTo(view, place) ?? [])];
  });
  addBareQuotations(view, quoted, found);
  return found.flat().sort((a, b) => contentStart(a) - contentStart(b) || contentEnd(b) - contentEnd(a));
}

function quotedBySentence(view: View, quoted: readonly QuotedText[]): ReadonlyMap<number, readonly QuotedText[]> {
  const bySentence = new Map<number, QuotedText[]>();
  for (const one of quoted) {
    const last = view.sentenceIndexOf(one.last - 1);
    for (let index = view.sentenceIndexOf(one.first); index <= last; index++) {
      const list = bySentence.get(index);
      if (list === undefined) bySentence.set(index, [one]);
      else list.push(one);
    }
  }
  return bySentence;
}

/** First token of the content. */
export function contentStart(quotation: FoundQuotation): number {
  return quotation.content[0]?.first ?? 0;
}

function contentEnd(quotation: FoundQuotation): number {
  return quotation.content.at(-1)?.last ?? 0;
}

interface CuePlace {
  readonly clause: Clause;
  readonly reading: SentenceReading;
  readonly sentence: TokenRange;
  readonly quoted: readonly QuotedText[];
}

function readCue(view: View, resources: Resources, place: CuePlace): FoundQuotation | null {
  const { clause } = place;
  const cue = resources.cues.get(clause.verb.lemma);
  if (cue === undefined || clause.verb.modal !== null || clause.verb.mood === 'INFINITIVE') return null;
  const speaker = clause.subjects[0] ?? null;
  const inverted = speaker === null ? (clause.objects[0] ?? null) : null;
  const clausal = cue.frames.has('OF') ? gerundContent(view, place, 'of') : contentOf(view, place, inverted);
  const gerund = clausal.length === 0 && cue.frames.has('OBJECT') ? gerundContent(view, place, null) : clausal;
  const content = gerund.length === 0 && cue.frames.has('OBJECT') ? objectContent(clause) : gerund;
  if (content.length === 0) return null;
  const passive = clause.verb.passive;
  const claimant = passive ? agentOf(clause) : (speaker ?? inverted);
  return {
    kind: kindOf(content, place.quoted),
    // "has not confirmed that", "did not say that": the claimant does not stand behind it.
    stance: clause.verb.negated ? 'DOUBTS' : cue.stance,
    claimant,
    reason: claimant !== null ? null : passive ? 'PASSIVE' : 'UNKNOWN',
    cue: { first: clause.verb.head, last: clause.verb.last },
    content,
    clause,
  };
}

function agentOf(clause: Clause): NounPhrase | null {
  return clause.obliques.find((group) => group[0]?.preposition === 'by')?.[0] ?? null;
}

/** "said (that) soldiers had …", "…, she said", "“…,” he said, “…”": what is said before and after the cue. */
function contentOf(
  view: View,
  { clause, reading, sentence, quoted }: CuePlace,
  inverted: NounPhrase | null,
): readonly TokenRange[] {
  const after = contentAfter(view, { clause, reading, sentence }, inverted);
  const inner = quoted.filter((one) => one.first >= sentence.first && one.last <= sentence.last + 1);
  const cueStart = Math.min(
    clause.verb.first,
    ...clause.subjects
      .map((phrase) => phrase.first)
      .filter((first) => first < clause.verb.first && first > clause.verb.first - 12),
  );
  const content: TokenRange[] = [];
  const before = !mayFollow(clause, inverted)
    ? null
    : after === null || inner.some((one) => one.last <= cueStart)
      ? contentBefore(view, { sentence, cueStart, reading })
      : null;
  if (before !== null) content.push(before);
  if (after !== null) content.push(after);
  return content;
}

/** "…, she said", "…, he told reporters": a cue behind its content is finite, and takes no object but those spoken to. */
function mayFollow({ verb, objects, relative }: Clause, inverted: NounPhrase | null): boolean {
  const free = objects.length === 0 || (inverted !== null && objects.length === 1) || ADDRESSING.test(verb.lemma);
  return verb.mood === 'FINITE' && free && !relative;
}

/** What the cue's verb takes, from "that", a quotation mark or the next clause's subject to the sentence's end; null where nothing follows. */
function contentAfter(
  view: View,
  { clause, reading, sentence }: Omit<CuePlace, 'quoted'>,
  inverted: NounPhrase | null,
): TokenRange | null {
  const from = inverted?.last ?? clause.verb.last;
  const end = contentLimit(view, { clause, reading, sentence });
  const reported = reportedClauseStart(view, { clause, reading, from });
  const takesClause = inverted !== null || clause.objects.length === 0 || ADDRESSING.test(clause.verb.lemma);
  for (let index = from; index < end; index++) {
    const lower = view.lower(index);
    if (index === reported && takesClause) return range(view, index, end);
    if (lower === 'that' && view.tag(index) !== 'DET' && view.form(index) !== 'WP') return range(view, index + 1, end);
    if (takesClause && /^["“«„]$|^(?:‘‘|``)$/.test(lower)) return range(view, index + 1, end);
  }
  return null;
}

/** First token of the first finite clause behind the cue that has a subject of its own; -1 where there is none. */
function reportedClauseStart(
  view: View,
  { clause, reading, from }: { clause: Clause; reading: SentenceReading; from: number },
): number {
  const later = reading.clauses.slice(reading.clauses.indexOf(clause) + 1);
  for (const other of later) {
    if (other.verb.mood !== 'FINITE' || other.relative) continue;
    if (other.subordinator !== null && !REPORTING.has(other.subordinator)) continue;
    const subject = other.subjects.find((phrase) => phrase.first >= from && phrase.last <= other.verb.first);
    if (subject === undefined || view.tag(subject.first - 1) === 'CCONJ') continue;
    return subject.first;
  }
  return -1;
}

/** A later cue of the same speaker ends the content: "said …, adding …", "said … and warned …". */
function contentLimit(view: View, { clause, reading, sentence }: Omit<CuePlace, 'quoted'>): number {
  const position = reading.clauses.indexOf(clause);
  const later = reading.clauses
    .slice(position + 1)
    .find(
      (other) =>
        other.verb.mood === 'GERUND' &&
        /^(?:add|say|note|insist|warn)$/.test(other.verb.lemma) &&
        view.word(other.verb.first - 1) === ',',
    );
  return later === undefined ? sentence.last : later.verb.first;
}

/** "Soldiers had left, she said": all before the comma or closing mark at which the cue begins. */
function contentBefore(
  view: View,
  { sentence, cueStart, reading }: { sentence: TokenRange; cueStart: number; reading: SentenceReading },
): TokenRange | null {
  const boundary = cueStart - 1;
  const mark = view.word(boundary);
  const closes = mark === ',' || /^(?:["”»]|’’|'')$/.test(mark);
  if (!closes) return null;
  const hasClause =
    reading.clauses.some((other) => other.verb.head < boundary && other.verb.head >= sentence.first) || mark !== ',';
  return hasClause ? range(view, sentence.first, boundary) : null;
}

/** "accused them of killing two men", "denied killing two men": the gerund that the cue governs, to the sentence's end. */
function gerundContent(
  view: View,
  { clause, reading, sentence }: CuePlace,
  preposition: string | null,
): readonly TokenRange[] {
  const governed = reading.clauses.find(
    (other) => other.governor === clause && other.verb.mood === 'GERUND' && other.verb.preposition === preposition,
  );
  const content = governed === undefined ? null : range(view, governed.verb.first, sentence.last);
  return content === null ? [] : [content];
}

/** "denied responsibility", "reported the latest killings": the noun names what is claimed. */
function objectContent(clause: Clause): readonly TokenRange[] {
  const object = clause.objects[0];
  return object === undefined || object.isPronoun ? [] : [{ first: object.first, last: object.last }];
}

function readAccordingTo(
  view: View,
  { reading, sentence, quoted }: Omit<CuePlace, 'clause'>,
): readonly FoundQuotation[] | null {
  const claimant = reading.phrases.find((phrase) => phrase.preposition === 'according to');
  if (claimant === undefined) return null;
  let cueFirst = claimant.first - 1;
  while (cueFirst > sentence.first && view.lower(cueFirst) !== 'according') cueFirst--;
  let after = claimant.last;
  while (after < sentence.last && view.word(after) !== ',') after++;
  const content = [range(view, sentence.first, cueFirst), range(view, after, sentence.last)].filter(
    (one) => one !== null,
  );
  if (content.length === 0) return null;
  const kind = kindOf(content, quoted) === 'INDIRECT' ? 'ACCORDING_TO' : kindOf(content, quoted);
  return [
    {
      kind,
      stance: 'ASSERTS',
      claimant,
      reason: null,
      cue: { first: cueFirst, last: cueFirst + 2 },
      content,
      clause: null,
    },
  ];
}

/**
 * Adds the quotations that no cue introduces: they go on from the speaker before them in their paragraph (or in the one
 * before, where that one's last mark was left open), else their speaker is unknown.
 */
function addBareQuotations(view: View, quoted: readonly QuotedText[], found: FoundQuotation[][]): void {
  quoted.forEach((one, index) => {
    const sentence = view.sentenceIndexOf(one.first);
    const near = [sentence - 1, sentence, sentence + 1].flatMap((other) => found[other] ?? []);
    const covered = near.some((quotation) =>
      quotation.content.some((part) => part.first <= one.first + 1 && one.first < part.last),
    );
    if (covered || one.last - one.first < SHORTEST_QUOTATION || !opensSentence(view, one) || !hasVerb(view, one))
      return;
    const content = range(view, one.first, one.last);
    if (content === null) return;
    const claimant = speakerBefore(view, found, { token: one.first, goesOn: quoted[index - 1]?.goesOn === true });
    const reason = claimant === null ? 'UNKNOWN' : null;
    found[sentence]?.push({
      kind: 'DIRECT',
      stance: 'ASSERTS',
      claimant,
      reason,
      cue: null,
      content: [content],
      clause: null,
    });
  });
}

function hasVerb(view: View, { first, last }: TokenRange): boolean {
  for (let index = first; index < last; index++)
    if (view.tag(index) === 'VERB' || view.tag(index) === 'AUX') return true;
  return false;
}

function speakerBefore(
  view: View,
  found: readonly (readonly FoundQuotation[])[],
  place: { readonly token: number; readonly goesOn: boolean },
): NounPhrase | null {
  const sentence = view.sentenceIndexOf(place.token);
  const earliest = (view.sentences[sentence]?.paragraph ?? 0) - (place.goesOn ? 1 : 0);
  for (let index = sentence; index >= 0 && (view.sentences[index]?.paragraph ?? -1) >= earliest; index--) {
    const speaker = found[index]?.findLast(
      (quotation) => contentStart(quotation) < place.token && quotation.kind !== 'INDIRECT',
    );
    if (speaker !== undefined) return speaker.claimant;
  }
  return null;
}

function opensSentence(view: View, one: TokenRange): boolean {
  const sentence = view.sentenceOf(one.first);
  return sentence.first >= one.first - 1;
}

/** DIRECT where all of it is quoted, MIXED where a part is. */
function kindOf(content: readonly TokenRange[], quoted: readonly QuotedText[]): 'DIRECT' | 'INDIRECT' | 'MIXED' {
  let covered = 0;
  let total = 0;
  for (const part of content) {
    total += part.last - part.first;
    for (const one of quoted) covered += Math.max(0, Math.min(part.last, one.last) - Math.max(part.first, one.first));
  }
  if (covered === 0) return 'INDIRECT';
  return covered >= total - 2 * content.length ? 'DIRECT' : 'MIXED';
}

/** A range without punctuation at its edges; null where nothing is left. */
function range(view: View, first: number, last: number): TokenRange | null {
  let [from, to] = [first, last];
  while (from < to && view.tag(from) === 'PUNCT') from++;
  while (to > from && view.tag(to - 1) === 'PUNCT') to--;
  return from < to ? { first: from, last: to } : null;
}
