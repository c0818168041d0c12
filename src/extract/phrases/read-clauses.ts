import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import type { Chunk, Mark, NounPhrase, VerbPhrase } from './chunks.js';

/** Noun phrases that share one role: "Russia and China". At least one. */
export type NounGroup = readonly NounPhrase[];

/** A verb with what stands around it. */
export interface Clause {
  readonly verb: VerbPhrase;
  /** Empty where the text leaves the subject out. For a passive, the one that is acted upon. */
  readonly subjects: NounGroup;
  readonly objects: NounGroup;
  /** Prepositional phrases after the verb, in order. */
  readonly obliques: readonly NounGroup[];
  /** The clause whose verb governs this one: "called on" for "to join"; null where none does. */
  readonly governor: Clause | null;
  /** The word that opens it: "if", "that", "because"; null where none. */
  readonly subordinator: string | null;
  /** True where it tells of a noun: "resolutions that …". */
  readonly relative: boolean;
}

/** A second description of the same thing: "Kofi Annan, a former secretary general". */
export interface Apposition {
  readonly phrase: NounPhrase;
  readonly description: NounPhrase;
}

/** A phrase and the prepositional phrases that follow it directly: "an activist| in Homs". */
export interface Modifier {
  readonly phrase: NounPhrase;
  readonly modifier: NounPhrase;
}

/** What a sentence says, by a reading of its surface from left to right: no tree is built. */
export interface SentenceReading {
  readonly chunks: readonly Chunk[];
  readonly clauses: readonly Clause[];
  readonly appositions: readonly Apposition[];
  readonly modifiers: readonly Modifier[];
}

type OpenClause = { -readonly [Key in keyof Clause]: Clause[Key] } & { obliques: NounGroup[]; objects: NounPhrase[] };

/** Prepositions that open a clause where a verb follows. */
const SUBORDINATING = new Set(['after', 'before', 'since', 'until', 'as', 'till', 'than']);

/** Reads the clauses of a sentence from its chunks, in the order of their verbs. */
export function readClauses(view: View, resources: Resources, chunks: readonly Chunk[]): SentenceReading {
  const clauses: OpenClause[] = [];
  const appositions: Apposition[] = [];
  const modifiers: Modifier[] = [];
  let current: OpenClause | null = null;
  let candidate: NounPhrase[] = [];
  let lastNoun: NounPhrase | null = null;
  let chainHead: NounPhrase | null = null;
  let antecedent: NounPhrase[] | null = null;
  let subordinator: string | null = null;
  let marks: Mark[] = [];

  chunks.forEach((chunk, index) => {
    if (chunk.kind === 'MARK') {
      marks.push(chunk);
      if (chunk.role === 'RELATIVE') {
        antecedent = lastNoun === null ? [] : groupEndingIn(lastNoun, current, candidate);
        candidate = [];
      } else if (chunk.role === 'SUBORDINATOR') {
        subordinator = chunk.word;
        candidate = [];
      } else if (chunk.role === 'STOP') {
        candidate = [];
        if (chunk.word !== '—' && chunk.word !== '–' && chunk.word !== '-' && chunk.word !== '(' && chunk.word !== ')')
          current = null;
      }
      return;
    }
    if (chunk.kind === 'NOUN') {
      readNounChunk(chunk, index);
      lastNoun = chunk.isTime ? lastNoun : chunk;
      if (chunk.preposition === null && !chunk.isTime) chainHead = chunk;
    } else {
      readVerbChunk(chunk, index);
    }
    marks = [];
  });
  giveOpeningClausesTheirSubject(clauses);
  return { chunks, clauses, appositions, modifiers };

  function readNounChunk(phrase: NounPhrase, index: number): void {
    const before = chunks[index - marks.length - 1];
    const adjacent = before?.kind === 'NOUN' && !before.isTime ? before : null;
    const coordinated = marks.some((mark) => mark.role === 'COORDINATOR');
    const comma = marks.some((mark) => mark.role === 'COMMA');
    if (phrase.isTime && phrase.preposition === null) return;
    if (phrase.preposition !== null && SUBORDINATING.has(phrase.preposition) && leadsToVerb(chunks, index)) {
      // "after an envoy left", "as the council debated": the preposition opens a clause.
      [subordinator, candidate] = [phrase.preposition, [phrase]];
      return;
    }
    if (phrase.preposition !== null) {
      if (marks.length === 0 && adjacent !== null) modifiers.push({ phrase: adjacent, modifier: phrase });
      if (current !== null && candidate.length === 0) current.obliques.push([phrase]);
      return;
    }
    const opensClause = leadsToVerb(chunks, index);
    if (subordinator !== null && candidate.length === 0 && adjacent === null) {
      candidate = [phrase];
      return;
    }
    if (
      adjacent !== null &&
      (coordinated || (comma && isListed(chunks, index))) &&
      !(opensClause && candidate.length === 0)
    ) {
      coordinate(adjacent, phrase);
    } else if (
      adjacent !== null &&
      comma &&
      !coordinated &&
      described(adjacent, phrase) !== null &&
      !(opensClause && candidate.length === 0 && !precedesVerbAfterComma(chunks, index))
    ) {
      appositions.push({ phrase: described(adjacent, phrase) as NounPhrase, description: phrase });
    } else if (current !== null && candidate.length === 0 && !startsClause(current, opensClause)) {
      if (current.objects.length < 3) current.objects.push(phrase);
    } else if (candidate.length === 0 || opensClause) {
      candidate = [phrase];
    }
  }

  /** "an activist in Homs, Wael al-Homsi": a person is described behind the phrases between; else what stands next to it. */
  function described(adjacent: NounPhrase, phrase: NounPhrase): NounPhrase | null {
    const spansPerson = chainHead !== null && isPersonPair(view, resources, chainHead, phrase);
    const options = spansPerson ? [chainHead, adjacent] : [adjacent];
    return (
      options.find((one): one is NounPhrase => one !== null && isDescription(view, resources, one, phrase)) ?? null
    );
  }

  function startsClause(clause: OpenClause, opensClause: boolean): boolean {
    if (!opensClause) return false;
    const interrupted = marks.length > 0;
    return interrupted || resources.cues.has(clause.verb.lemma) || clause.objects.length > 0;
  }

  function coordinate(adjacent: NounPhrase, phrase: NounPhrase): void {
    if (candidate.includes(adjacent)) candidate.push(phrase);
    else if (current?.objects.includes(adjacent)) current.objects.push(phrase);
    else {
      const index = current?.obliques.findIndex((group) => group.includes(adjacent)) ?? -1;
      if (current !== null && index !== -1)
        current.obliques[index] = [
          ...(current.obliques[index] as NounGroup),
          { ...phrase, preposition: adjacent.preposition },
        ];
      else if (candidate.length === 0 && current === null) candidate = [adjacent, phrase];
    }
  }

  function readVerbChunk(verb: VerbPhrase, index: number): void {
    const clause: OpenClause = {
      verb,
      subjects: [],
      objects: [],
      obliques: [],
      governor: null,
      subordinator,
      relative: false,
    };
    const coordinated = marks.some((mark) => mark.role === 'COORDINATOR');
    if (antecedent !== null && verb.mood === 'FINITE') {
      // "resolutions that she vetoed": a subject of its own makes the antecedent the object.
      clause.relative = true;
      if (candidate.length > 0) [clause.subjects, clause.objects] = [candidate, antecedent];
      else clause.subjects = antecedent;
    } else if (
      candidate.length > 0 &&
      verb.mood !== 'INFINITIVE' &&
      !(verb.mood === 'GERUND' && verb.preposition !== null)
    ) {
      clause.subjects = candidate;
      if (verb.mood === 'PARTICIPLE') clause.relative = true;
    } else if (
      verb.mood === 'GERUND' &&
      resources.cues.has(verb.lemma) &&
      marks.at(-1)?.role === 'COMMA' &&
      clauses.length > 0
    ) {
      // "He said residents had fled, adding …": who adds is who said.
      clause.subjects = (
        clauses.find((other) => resources.cues.has(other.verb.lemma)) ?? (clauses[0] as OpenClause)
      ).subjects;
    } else if (isReducedRelative(verb) && lastNoun !== null && chunks[index - 1] === lastNoun) {
      // "killings reported by residents", "resolutions aimed at him": a participle right after a noun tells of it.
      clause.subjects = [lastNoun];
      clause.relative = true;
      clause.verb = { ...verb, mood: 'PARTICIPLE', passive: true };
    } else if (current !== null) {
      const governs = verb.mood === 'INFINITIVE' || verb.mood === 'GERUND';
      const resumed =
        verb.mood === 'INFINITIVE' && marks.at(-1)?.role === 'COMMA'
          ? clauses.findLast((other) => !other.relative && resources.governingVerbs.has(other.verb.lemma))
          : undefined;
      // "called on Russia, which had vetoed it, to join": behind a comma the verb before the insertion governs.
      const governor = resumed ?? current;
      if (governs && !coordinated) {
        clause.governor = governor;
        clause.subjects = governedSubjects(resources, governor, verb);
      } else {
        // "soldiers rounded up civilians, then killed them": a verb without a subject shares the one before.
        clause.subjects = current.subjects;
        clause.governor = verb.mood === current.verb.mood ? current.governor : null;
        clause.subordinator ??= current.subordinator;
      }
    }
    clauses.push(clause);
    current = clause;
    [candidate, antecedent, subordinator] = [[], null, null];
  }
}

/** A bare past form: a participle where a noun stands right before it and is no subject. */
function isReducedRelative(verb: VerbPhrase): boolean {
  return verb.mood === 'PARTICIPLE' || (verb.past && verb.first === verb.head);
}

/** The group of phrases in one role that ends in the given one. */
function groupEndingIn(phrase: NounPhrase, current: OpenClause | null, candidate: readonly NounPhrase[]): NounPhrase[] {
  const groups = [candidate, current?.objects ?? [], ...(current?.obliques ?? [])];
  return [...(groups.find((group) => group.at(-1)?.first === phrase.first) ?? [phrase])];
}

/** Who does what a governed verb says: "urged him to leave" the object, "promised to leave" the subject. */
function governedSubjects(resources: Resources, governor: OpenClause, verb: VerbPhrase): NounGroup {
  const row = resources.governingVerbs.get(governor.verb.lemma);
  const target =
    governor.objects.length > 0
      ? governor.objects
      : (governor.obliques.find((group) => /^(?:on|to|for|of)$/.test(group[0]?.preposition ?? '')) ?? []);
  if (verb.mood === 'GERUND' && verb.preposition === 'of') return target;
  if (verb.mood === 'GERUND' && verb.preposition !== null && verb.preposition !== 'from') return governor.subjects;
  if (row?.subject === 'OBJECT' && target.length > 0 && !governor.verb.passive) return target;
  return governor.subjects;
}

/** "After meeting Lavrov, Clinton called …": an opening gerund's subject is that of the next finite verb. */
function giveOpeningClausesTheirSubject(clauses: readonly OpenClause[]): void {
  clauses.forEach((clause, index) => {
    if (clause.subjects.length > 0 || clause.governor !== null || clause.verb.mood !== 'GERUND') return;
    const main = clauses.slice(index + 1).find((other) => other.verb.mood === 'FINITE');
    if (main !== undefined) clause.subjects = main.subjects;
  });
}

/** True where a finite verb follows the phrase and its modifiers: it is a subject. */
function leadsToVerb(chunks: readonly Chunk[], index: number): boolean {
  for (let next = index + 1; next < chunks.length; next++) {
    const chunk = chunks[next] as Chunk;
    if (chunk.kind === 'VERB') return chunk.mood === 'FINITE';
    if (chunk.kind === 'NOUN' && (chunk.preposition !== null || chunk.isTime)) continue;
    if (
      chunk.kind === 'MARK' &&
      chunk.role === 'COORDINATOR' &&
      (chunks[next + 1] as Chunk | undefined)?.kind === 'NOUN'
    ) {
      next++;
      continue;
    }
    if (chunk.kind === 'MARK' && chunk.role === 'QUOTE') continue;
    const behind = chunk.kind === 'MARK' && chunk.role === 'COMMA' ? behindComma(chunks, next) : -1;
    if (behind === -1) return false;
    next = behind;
  }
  return false;
}

/** Index of the comma that closes an insertion of phrases: "the envoy, Kofi Annan, a former minister, left"; -1 where none does. */
function behindComma(chunks: readonly Chunk[], comma: number): number {
  for (let next = comma + 1; next < chunks.length && next < comma + 8; next++) {
    const chunk = chunks[next] as Chunk;
    if (chunk.kind === 'VERB') return -1;
    if (chunk.kind !== 'MARK' || chunk.role === 'QUOTE' || chunk.role === 'COORDINATOR') continue;
    return chunk.role === 'COMMA' && next > comma + 1 ? next : -1;
  }
  return -1;
}

/** "Kofi Annan, a former secretary general, left": the verb follows the second comma. */
function precedesVerbAfterComma(chunks: readonly Chunk[], index: number): boolean {
  const comma = chunks[index + 1];
  const verb = chunks[index + 2];
  return comma?.kind === 'MARK' && comma.role === 'COMMA' && verb?.kind === 'VERB';
}

/** "Hama, Homs, and Rastan": a comma lists where a coordinator follows among phrases of the same kind. */
function isListed(chunks: readonly Chunk[], index: number): boolean {
  for (let next = index + 1; next < chunks.length && next < index + 12; next++) {
    const chunk = chunks[next] as Chunk;
    if (chunk.kind === 'VERB') return false;
    if (chunk.kind !== 'MARK') {
      if (chunk.preposition !== null) return false;
      continue;
    }
    if (chunk.role === 'COORDINATOR') return (chunks[next + 1] as Chunk | undefined)?.kind === 'NOUN';
    if (chunk.role !== 'COMMA' && chunk.role !== 'QUOTE') return false;
  }
  return false;
}

/** True where one names a person and the other describes one. */
function isPersonPair(view: View, resources: Resources, a: NounPhrase, b: NounPhrase): boolean {
  const type = (one: NounPhrase) => one.name?.type ?? resources.nominals.get(view.lemma(one.head))?.type;
  return type(a) === 'PERSON' && type(b) === 'PERSON' && (a.name === null) !== (b.name === null);
}

/** True where one of the two names and the other describes, or both name places ("Homs, Syria"). */
function isDescription(view: View, resources: Resources, phrase: NounPhrase, description: NounPhrase): boolean {
  if (phrase.isPronoun || description.isPronoun || description.possessor === phrase) return false;
  const isNominal = (one: NounPhrase) => one.name === null && resources.nominals.has(view.lemma(one.head));
  if (phrase.name !== null && description.name !== null) {
    return phrase.name.type === 'PLACE' && description.name.type === 'PLACE';
  }
  if (phrase.name !== null) return isNominal(description) || view.tag(description.first) === 'DET';
  return isNominal(phrase) && description.name !== null;
}
