import type { Dependency } from '../../annotate/index.js';
import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import type { VerbPhrase } from './reading.js';

const NEGATIONS = new Set(['not', "n't", 'never']);
/** What a verb is that modifies a noun or stands for another part of speech: no clause of its own. */
const NO_CLAUSE = new Set<string>([
  'amod',
  'case',
  'compound',
  'fixed',
  'flat',
  'nmod:desc',
  'compound:prt',
  'cc',
  'mark',
  'det',
  'aux',
  'aux:pass',
  'cop',
  'punct',
  'goeswith',
] satisfies Dependency[]);

/** The copula of a predicate noun or adjective; −1 where it has none. */
export function copulaOf(view: View, node: number): number {
  const children = view.children(node);
  for (let child = 0; child < children.length; child++)
    if (view.dependency(children[child] as number) === 'cop') return children[child] as number;
  return -1;
}

/** True where a token stands for a clause: a verb that is no modifier, or what a copula makes a predicate. */
export function isClause(view: View, index: number): boolean {
  const tag = view.tag(index);
  if (tag === 'VERB' || tag === 'AUX') {
    const dependency = view.dependency(index);
    if (NO_CLAUSE.has(dependency)) return false;
    if (dependency === 'conj' && NO_CLAUSE.has(view.dependency(view.head(index)))) return false;
    return view.lower(index) !== 'according';
  }
  return copulaOf(view, index) !== -1;
}

/** What a verb's tree says of its voice before its form is read. */
export interface VerbPlace {
  readonly node: number;
  /** First token of the sentence, and the one after its last. */
  readonly first: number;
  readonly last: number;
  /** The verb phrase that it is coordinated with and has no subject apart from; null where none. */
  readonly shared: VerbPhrase | null;
}

/** Reads a verb with its auxiliaries, negation and particle, or the copula of a predicate. */
export function readVerbPhrase(view: View, resources: Resources, place: VerbPlace): VerbPhrase {
  const { node, shared } = place;
  const copula = copulaOf(view, node);
  const head = copula === -1 ? node : copula;
  const form = view.form(head);
  let [first, last] = [head, head + 1];
  let [negated, hasAuxiliary, hasPassive, hasTo] = [false, false, false, false];
  let [hasSubject, hasPassiveSubject, hasObject, hasNoun] = [false, false, false, false];
  let modal: string | null = null;
  let preposition: string | null = null;
  let auxiliaryForm = '';
  let particle = -1;
  const children = view.children(node);
  for (let child = 0; child < children.length; child++) {
    const index = children[child] as number;
    const dependency = view.dependency(index);
    const lower = view.lower(index);
    if (dependency === 'aux' || dependency === 'aux:pass') {
      hasAuxiliary = true;
      if (view.form(index) === 'MD') modal = lower;
      const lemma = view.lemma(index);
      if (dependency === 'aux:pass' || lemma === 'get') hasPassive = true;
      // The tagger's passive without the parser's: "was killed".
      else if (lemma === 'be' && (form === 'VBN' || form === 'VBD')) hasPassive = true;
      if (auxiliaryForm === '') auxiliaryForm = view.form(index);
    } else if (dependency === 'advmod') {
      if (!NEGATIONS.has(lower)) continue;
      negated = true;
    } else if (dependency === 'mark' && view.form(index) === 'TO') hasTo = true;
    else if (dependency === 'mark' || dependency === 'case') {
      if (preposition === null && index < head) preposition = lower;
      continue;
    } else if (dependency === 'compound:prt') {
      particle = index;
      if (index === last) last = index + 1;
      continue;
    } else {
      if (dependency === 'nsubj') hasSubject = true;
      else if (dependency === 'nsubj:pass') hasPassiveSubject = true;
      else if (dependency === 'obj') hasObject = true;
      // "was opened and became a symbol"
      else if (dependency === 'xcomp' && view.tag(index) === 'NOUN') hasNoun = true;
      continue;
    }
    if (index < first && index >= place.first) first = index;
    else if (index >= last && index <= last + 1 && index < place.last && negated) last = Math.max(last, index + 1);
  }
  const isParticiple =
    (form === 'VBN' && !(shared?.passive === true && hasObject)) ||
    (form === 'VBD' && (view.dependency(node) === 'acl' || (shared?.passive === true && !hasObject && !hasNoun)));
  const bare = !hasAuxiliary && copula === -1;
  // "was arrested and charged", "has killed and wounded": what is coordinated shares the auxiliaries.
  const shares = bare && isParticiple && shared !== null && !hasSubject && !hasPassiveSubject;
  // "two were killed |and five wounded|": a participle with another subject and nothing that it acts on goes on in the passive.
  const continues =
    bare &&
    form === 'VBN' &&
    shared?.passive === true &&
    shared.mood === 'FINITE' &&
    hasSubject &&
    !hasObject &&
    !hasNoun;
  // "the army, backed by …": no subject of its own, no object. "they killed two men": the tagger cannot tell the forms apart.
  const isActive = hasSubject || (hasObject && !hasPassiveSubject);
  const mood: VerbPhrase['mood'] = hasTo
    ? 'INFINITIVE'
    : copula !== -1 || hasAuxiliary
      ? (auxiliaryForm === '' ? form : auxiliaryForm) === 'VBG'
        ? 'GERUND'
        : 'FINITE'
      : form === 'VBG'
        ? 'GERUND'
        : shares
          ? (shared as VerbPhrase).mood
          : isParticiple && !isActive
            ? 'PARTICIPLE'
            : form === 'VB' && view.dependency(node) === 'xcomp'
              ? 'INFINITIVE'
              : 'FINITE';
  const passive =
    copula === -1 &&
    (hasPassive ||
      hasPassiveSubject ||
      continues ||
      (shares && (shared as VerbPhrase).passive) ||
      mood === 'PARTICIPLE');
  const [lemma, end] = copula === -1 ? withParticle(view, resources, { ...place, particle, passive }) : ['be', last];
  return {
    first,
    last: Math.max(last, end),
    head,
    lemma,
    passive,
    negated,
    modal: modal ?? (shares || (shared !== null && !hasAuxiliary && form === 'VB') ? (shared?.modal ?? null) : null),
    mood,
    copula: copula !== -1 || lemma === 'be',
    past: form === 'VBD' || form === 'VBN',
    preposition: mood === 'GERUND' ? preposition : null,
  };
}

interface ParticlePlace {
  readonly node: number;
  readonly last: number;
  readonly particle: number;
  readonly passive: boolean;
}

/** The lemma with the words that belong to it where the lexicon knows them together, or with its particle: "round up", "hold talks". */
function withParticle(
  view: View,
  resources: Resources,
  { node, last, particle, passive }: ParticlePlace,
): readonly [string, number] {
  const lemma = view.lemma(node);
  const phrases = resources.verbPhrases.get(lemma);
  if (phrases !== undefined) {
    for (const words of phrases) {
      if (node + words.length >= last || !follows(view, node + 1, words)) continue;
      // "was expelled from Austria": what it is expelled from is no object where the verb alone says as much.
      if (passive && words.length === 1 && view.dependency(node + 1) === 'case' && isTold(resources, lemma)) continue;
      return [`${lemma} ${words.join(' ')}`, node + 1 + words.length];
    }
  }
  if (particle === -1) return [lemma, node + 1];
  return [`${lemma} ${view.lower(particle)}`, particle === node + 1 ? particle + 1 : node + 1];
}

function follows(view: View, from: number, words: readonly string[]): boolean {
  for (let offset = 0; offset < words.length; offset++) if (view.lower(from + offset) !== words[offset]) return false;
  // "tended to leave" is no "tend to".
  if (view.form(from + words.length - 1) === 'TO' && view.tag(from + words.length) === 'VERB') return false;
  // "called on Monday" is no "call on".
  return view.hint(from + words.length) !== 'DATE';
}

/** True of a verb that tells a relation without a preposition. */
export function isTold({ verbSenses }: Resources, lemma: string): boolean {
  return (
    verbSenses
      .get(lemma)
      ?.some(({ relation, objects }) => relation !== 'OTHER' && objects?.includes('PERSON') !== false) === true
  );
}
