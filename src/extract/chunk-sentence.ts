import type { Resources } from '../resources/index.js';
import type { Name } from './find-names.js';
import type { TokenRange, View } from './view.js';

/** A noun phrase without what follows its head: "the devastated central city". */
export interface NounPhrase extends TokenRange {
  readonly kind: 'NOUN';
  /** Its last noun, name or pronoun; of a name, its last token. */
  readonly head: number;
  readonly name: Name | null;
  readonly isPronoun: boolean;
  /** True for "Monday", "last week": when, and no participant. */
  readonly isTime: boolean;
  /** The preposition before it, in lower case; null where none. */
  readonly preposition: string | null;
  /** The phrase that it belongs to by 's: "Syria" in "Syria's restrictions". */
  readonly possessor: NounPhrase | null;
  /** Tokens of the number before it: "about 500", "between 47 and 53", "dozens of"; null where none. */
  readonly count: TokenRange | null;
}

/** A verb with its auxiliaries: "had immediately been rounded up". */
export interface VerbPhrase extends TokenRange {
  readonly kind: 'VERB';
  readonly head: number;
  /** Dictionary form, with the particle that belongs to it: "round up". */
  readonly lemma: string;
  readonly passive: boolean;
  readonly negated: boolean;
  /** The modal in lower case ("would"); null where none. */
  readonly modal: string | null;
  /** FINITE "left", INFINITIVE "to leave", GERUND "leaving", PARTICIPLE "built" without an auxiliary. */
  readonly mood: 'FINITE' | 'INFINITIVE' | 'GERUND' | 'PARTICIPLE';
  readonly copula: boolean;
  /** True where the verb's own form is past: "left", "built". */
  readonly past: boolean;
  /** The preposition before a gerund: "without reaching". */
  readonly preposition: string | null;
}

/** A comma, quotation mark, conjunction or subordinator between phrases. */
export interface Mark extends TokenRange {
  readonly kind: 'MARK';
  /** In lower case; quotation marks as they are written. */
  readonly word: string;
  readonly role: 'COMMA' | 'STOP' | 'QUOTE' | 'COORDINATOR' | 'SUBORDINATOR' | 'RELATIVE';
}

export type Chunk = NounPhrase | VerbPhrase | Mark;

const COUNT_WORDS = new Set([
  'about',
  'around',
  'nearly',
  'almost',
  'over',
  'roughly',
  'approximately',
  'some',
  'only',
  'another',
]);
const COUNT_OPENERS: readonly (readonly string[])[] = [
  ['at', 'least'],
  ['at', 'most'],
  ['more', 'than'],
  ['fewer', 'than'],
  ['less', 'than'],
  ['up', 'to'],
  ['as', 'many', 'as'],
];
/** Nouns that count what follows "of". */
const COUNTERS = new Set([
  'dozen',
  'score',
  'hundred',
  'thousand',
  'million',
  'number',
  'some',
  'most',
  'many',
  'all',
  'several',
  'group',
  'pair',
  'handful',
  'member',
  'one',
  'both',
  'majority',
]);
const TIME_NOUNS = new Set([
  'day',
  'week',
  'month',
  'year',
  'hour',
  'minute',
  'weekend',
  'morning',
  'evening',
  'afternoon',
  'night',
  'overnight',
  'yesterday',
  'today',
  'tomorrow',
  'decade',
  'noon',
  'midnight',
  'dawn',
  'dusk',
  'time',
]);
const QUOTES = new Set(['"', '“', '”', '„', '«', '»', '``', "''", '’’', '‘‘', '‘']);
const BE = new Set([
  'be',
  'am',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  "'s",
  "'re",
  "'m",
  'get',
  'got',
  '’s',
  '’re',
  '’m',
]);

/** Cuts a sentence into phrases and marks, in order. Names are whole; nothing overlaps; some words are left out. */
export function chunkSentence(
  view: View,
  resources: Resources,
  names: ReadonlyMap<number, Name>,
  range: TokenRange,
): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let preposition: string | null = null;
  let possessor: NounPhrase | null = null;
  for (let index = range.first; index < range.last; ) {
    const verb = readVerb(view, resources, { index, last: range.last, preposition });
    if (verb !== null) {
      chunks.push(verb);
      [preposition, possessor, index] = [null, null, verb.last];
      continue;
    }
    const noun = readNoun(view, names, { index, last: range.last, preposition, possessor });
    if (noun !== null) {
      index = noun.last;
      if (view.form(index) === 'POS' && index < range.last) {
        possessor = noun;
        index++;
        continue;
      }
      chunks.push(noun);
      [preposition, possessor] = [null, null];
      continue;
    }
    const mark = readMark(view, index);
    if (mark !== null) {
      chunks.push(mark);
      if (mark.role !== 'QUOTE') preposition = null;
    } else if (view.tag(index) === 'ADP' || view.form(index) === 'TO') {
      preposition = preposition === 'according' ? 'according to' : view.lower(index);
    } else if (view.lower(index) === 'according') {
      preposition = 'according';
    }
    index++;
  }
  return mergeCounters(view, chunks);
}

interface VerbStart {
  readonly index: number;
  readonly last: number;
  readonly preposition: string | null;
}

function readVerb(view: View, resources: Resources, { index, last, preposition }: VerbStart): VerbPhrase | null {
  let cursor = index;
  let [negated, modal, hasBe, hasAuxiliary, hasTo] = [false, null as string | null, false, false, false];
  for (; cursor < last; cursor++) {
    const tag = view.tag(cursor);
    const lower = view.lower(cursor);
    if (tag === 'AUX' && !isMainBe(view, { index: cursor, last })) {
      hasAuxiliary = true;
      if (view.form(cursor) === 'MD') modal = lower;
      if (BE.has(view.lemma(cursor)) || BE.has(lower)) hasBe = true;
    } else if (lower === 'not' || lower === "n't" || lower === 'never') negated = true;
    else if (view.form(cursor) === 'TO' && leadsToBareVerb(view, { index: cursor + 1, last })) hasTo = true;
    else if (tag !== 'ADV' || !leadsToVerb(view, { index: cursor + 1, last })) break;
  }
  if (cursor >= last) return null;
  const tag = view.tag(cursor);
  const form = view.form(cursor);
  const copula = tag === 'AUX';
  if (tag !== 'VERB' && !copula) return null;
  const [lemma, end] = withParticle(view, resources, { index: cursor, last });
  const mood = hasTo
    ? 'INFINITIVE'
    : hasAuxiliary || copula
      ? 'FINITE'
      : form === 'VBG'
        ? 'GERUND'
        : form === 'VBN'
          ? 'PARTICIPLE'
          : 'FINITE';
  return {
    kind: 'VERB',
    first: index,
    last: end,
    head: cursor,
    lemma,
    passive: (hasBe && (form === 'VBN' || form === 'VBD')) || mood === 'PARTICIPLE',
    negated,
    modal,
    mood,
    copula,
    past: form === 'VBD' || form === 'VBN',
    preposition: mood === 'GERUND' ? preposition : null,
  };
}

/** True for a form of be that is the verb itself: "were responsible", "is a town". */
function isMainBe(view: View, { index, last }: { index: number; last: number }): boolean {
  const lower = view.lower(index);
  if (view.form(index) === 'MD') return false;
  let next = index + 1;
  while (next < last && (view.tag(next) === 'ADV' || view.lower(next) === 'not' || view.lower(next) === "n't")) next++;
  const isVerb = next < last && (view.tag(next) === 'VERB' || view.tag(next) === 'AUX');
  return !isVerb && (BE.has(lower) || BE.has(view.lemma(index)) || view.lemma(index) === 'have');
}

function leadsToBareVerb(view: View, { index, last }: { index: number; last: number }): boolean {
  let next = index;
  while (next < last && view.tag(next) === 'ADV') next++;
  if (next >= last) return false;
  return (
    (view.tag(next) === 'VERB' && view.form(next) === 'VB') || view.lower(next) === 'be' || view.lower(next) === 'have'
  );
}

function leadsToVerb(view: View, { index, last }: { index: number; last: number }): boolean {
  let next = index;
  while (next < last && (view.tag(next) === 'ADV' || view.lower(next) === 'not')) next++;
  return next < last && (view.tag(next) === 'VERB' || view.tag(next) === 'AUX');
}

/** The lemma with its particle or fixed noun where the lexicon knows them together: "round up", "hold talks". */
function withParticle(
  view: View,
  resources: Resources,
  { index, last }: { index: number; last: number },
): readonly [string, number] {
  const lemma = view.lemma(index);
  for (let length = 2; length >= 1; length--) {
    if (index + length >= last) continue;
    const words = Array.from({ length }, (_, offset) => view.lower(index + 1 + offset)).join(' ');
    const phrase = `${lemma} ${words}`;
    if (resources.verbs.has(phrase) || resources.cues.has(phrase) || resources.lightVerbs.has(phrase))
      return [phrase, index + 1 + length];
  }
  return [lemma, index + 1];
}

interface NounStart {
  readonly index: number;
  readonly last: number;
  readonly preposition: string | null;
  readonly possessor: NounPhrase | null;
}

function readNoun(view: View, names: ReadonlyMap<number, Name>, start: NounStart): NounPhrase | null {
  const { index, last, preposition, possessor } = start;
  const common = { kind: 'NOUN', preposition, possessor, first: index } as const;
  const opening = names.get(index);
  if (opening !== undefined && opening.type !== 'NATIONALITY' && !continuesNoun(view, opening.last, last)) {
    return {
      ...common,
      last: opening.last,
      head: opening.last - 1,
      name: opening,
      isPronoun: false,
      isTime: false,
      count: null,
    };
  }
  if (view.tag(index) === 'PRON' && view.form(index) !== 'PRP$' && view.form(index) !== 'WP') {
    return { ...common, last: index + 1, head: index, name: null, isPronoun: true, isTime: false, count: null };
  }
  const count = readCount(view, index, last);
  let cursor = count?.last ?? index;
  let head = -1;
  let name: Name | null = null;
  while (cursor < last) {
    const inner = names.get(cursor);
    if (inner !== undefined && inner.type !== 'NATIONALITY') {
      if (
        head !== -1 &&
        view.tag(head) === 'NOUN' &&
        inner.type === 'PERSON' &&
        inner.titleFirst === inner.first &&
        name !== null
      )
        break;
      [name, head, cursor] = [inner, inner.last - 1, inner.last];
      continue;
    }
    const tag = view.tag(cursor);
    const lower = view.lower(cursor);
    if (tag === 'NOUN' || tag === 'PROPN') {
      if (name !== null && cursor === name.last && !view.glued(cursor) && tag === 'PROPN') break;
      [head, name] = [cursor, null];
    } else if (tag === 'NUM') head = head === -1 ? cursor : head;
    else if (tag === 'DET' || view.form(cursor) === 'PRP$') {
      if (head !== -1) break;
    } else if (lower === '-' && view.glued(cursor)) {
      if (cursor + 1 >= last) break;
    } else if (
      tag === 'VERB' &&
      (view.form(cursor) === 'VBN' || view.form(cursor) === 'VBG') &&
      head === -1 &&
      cursor > index &&
      leadsToNoun(view, cursor + 1, last)
    ) {
      // "athletically built armed men", "the escalating war": a participle before its noun.
    } else if (tag === 'ADV' && head === -1 && leadsToNoun(view, cursor + 1, last) && cursor > index) {
      // "the increasingly violent city".
    } else if (tag !== 'ADJ' || (head !== -1 && !leadsToNoun(view, cursor + 1, last))) break;
    cursor++;
  }
  while (cursor > index && view.lower(cursor - 1) === '-') cursor--;
  // "at least 38 of them": a number that stands alone.
  if (head === -1 && count !== null && cursor === count.last) head = cursor - 1;
  if (head === -1 && view.tag(cursor - 1) === 'DET' && cursor === index + 1 && cursor > index) {
    // "some of its members", "those of women": a determiner that stands alone.
    if (view.lower(cursor) !== 'of') return null;
    head = index;
  }
  if (head === -1 || head >= cursor) return null;
  return {
    ...common,
    last: cursor,
    head,
    name: name !== null && name.last === cursor ? name : null,
    isPronoun: false,
    isTime: isTime(view, head),
    count,
  };
}

/** "Damascus suburbs", "the Homs neighborhood": a name before a noun is a modifier of it. */
function continuesNoun(view: View, index: number, last: number): boolean {
  return index < last && (view.tag(index) === 'NOUN' || (view.lower(index) === '-' && view.glued(index)));
}

function leadsToNoun(view: View, index: number, last: number): boolean {
  for (let next = index; next < last && next < index + 5; next++) {
    const tag = view.tag(next);
    if (tag === 'NOUN' || tag === 'PROPN') return true;
    if (tag !== 'ADJ' && tag !== 'NUM' && !(view.lower(next) === '-' && view.glued(next)) && view.form(next) !== 'VBN')
      return false;
  }
  return false;
}

function isTime(view: View, head: number): boolean {
  return view.hint(head) === 'DATE' || TIME_NOUNS.has(view.lemma(head));
}

/** "about 500", "at least 38", "between 47 and 53", "nine"; null where no number opens here. */
function readCount(view: View, index: number, last: number): TokenRange | null {
  let cursor = index;
  if (
    view.lower(cursor) === 'between' &&
    view.tag(cursor + 1) === 'NUM' &&
    view.lower(cursor + 2) === 'and' &&
    view.tag(cursor + 3) === 'NUM'
  ) {
    return { first: index, last: cursor + 4 };
  }
  if (view.tag(cursor) === 'DET' && view.tag(cursor + 1) === 'NUM') cursor++;
  const opener = COUNT_OPENERS.find((words) => words.every((word, offset) => view.lower(cursor + offset) === word));
  if (opener !== undefined) cursor += opener.length;
  else if (COUNT_WORDS.has(view.lower(cursor))) cursor++;
  const first =
    view.tag(index) === 'DET' && cursor === index + 1 && !COUNT_WORDS.has(view.lower(index)) ? cursor : index;
  let end = cursor;
  while (end < last && view.tag(end) === 'NUM' && view.hint(end) !== 'DATE') end++;
  return end > cursor ? { first, last: end } : null;
}

function readMark(view: View, index: number): Mark | null {
  const word = view.lower(index);
  const base = { kind: 'MARK', first: index, last: index + 1, word } as const;
  if (word === ',') return { ...base, role: 'COMMA' };
  if (QUOTES.has(word) || word === '’' || word === "'") return { ...base, role: 'QUOTE' };
  if (/^(?:[;:.!?()[\]–—]|-{2,}|\.{3,}|…)$/.test(word) || (word === '-' && !view.glued(index)))
    return { ...base, role: 'STOP' };
  if (view.form(index) === 'WP') return { ...base, role: 'RELATIVE' };
  if (view.tag(index) === 'SCONJ') return { ...base, role: 'SUBORDINATOR' };
  if (view.tag(index) === 'CCONJ') return { ...base, role: 'COORDINATOR' };
  return null;
}

/** "dozens of them", "members of nine families": a noun that counts, and what it counts, are one participant. */
function mergeCounters(view: View, chunks: readonly Chunk[]): readonly Chunk[] {
  const merged: Chunk[] = [];
  for (const chunk of chunks) {
    const before = merged.at(-1);
    const counts =
      before?.kind === 'NOUN' &&
      chunk.kind === 'NOUN' &&
      chunk.preposition === 'of' &&
      (COUNTERS.has(view.lemma(before.head)) || view.tag(before.head) === 'NUM') &&
      before.name === null;
    if (!counts) {
      merged.push(chunk);
      continue;
    }
    const count =
      chunk.count ??
      before.count ??
      (view.tag(before.head) === 'NOUN' ? { first: before.first, last: before.head + 1 } : null);
    merged[merged.length - 1] = {
      ...chunk,
      first: before.first,
      preposition: before.preposition,
      possessor: before.possessor,
      count,
    };
  }
  return merged;
}
