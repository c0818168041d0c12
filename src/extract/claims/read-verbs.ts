import type { PredicateSense, Resources } from '../../resources/index.js';
import { barePhrase } from '../phrases/make-phrase.js';
import { isTold } from '../phrases/read-verb-phrase.js';
import type { Clause, NounGroup, NounPhrase, SentenceReading } from '../phrases/reading.js';
import type { TokenRange, View } from '../view.js';
import { chooseSense, type Slots, slotsOf, UNKNOWN_SENSE } from './apply-frame.js';
import { finish } from './finish-claim.js';
import type { Arguments, ClausePlace, FoundClaim } from './found-claim.js';
import { readLightVerb } from './read-light-verbs.js';

/** Nouns for a part of what is owned. */
const PARTS = new Set(
  'stake share interest shareholding percent % third half quarter majority minority rest part'.split(' '),
);
/** Verbs that add nothing to the one that they take: "seems to have left", "began to shell". */
const RAISING = new Set(
  'seem appear tend happen begin start continue cease keep go come prove need have get use'.split(' '),
);

/** Reads what a verb says, but a copula's; null where it has no argument, or only reports or helps. */
export function readVerb(view: View, resources: Resources, place: ClausePlace): FoundClaim | null {
  const { clause, reading, sentence } = place;
  const { verb } = clause;
  if (isMereReport(resources, clause) || isHelper(clause)) return null;
  const light = readLightVerb(view, resources, place);
  if (light !== null) return light;
  const slots = inner(view, swallow(slotsOf(clause), clause), clause);
  const idiom = idiomAround(view, resources, clause);
  const predicate = idiom?.predicate ?? verb.lemma;
  const senses = resources.verbSenses.get(predicate) ??
    resources.verbSenses.get(view.lemma(verb.head)) ?? [UNKNOWN_SENSE];
  const free = owned(view, {
    slots: idiom === null ? slots : without(slots, idiom.words),
    senses,
    reading,
    used: place.used,
  });
  const { sense, sorted } = chooseSense(view, resources, { senses, slots: free });
  if (sense.relation === 'OTHER' && isOnlyGoverning(resources, clause, sorted)) return null;
  let { subjects, objects, others } = sorted;
  if (isState(clause, sense, subjects)) {
    // "was named head", "were adapted to the soil": what nobody does is a state of its subject.
    const second =
      free.recipients.length > 0
        ? objects
        : free.obliques.find(
            ([phrase]) =>
              phrase?.isTime === false &&
              phrase.name?.type !== 'PLACE' &&
              phrase.preposition !== 'by' &&
              isObjectLike(phrase),
          );
    if (second !== undefined) {
      subjects = free.recipients.length > 0 ? free.recipients : objects;
      objects = second;
      others = others.filter(({ phrase }) => !second.includes(phrase) && !subjects.includes(phrase));
    }
  }
  const quality = objects.length === 0 && sense.relation === 'OTHER' ? qualityBehind(view, clause) : -1;
  if (quality !== -1) objects = [barePhrase({ first: quality, last: quality + 1 }, quality)];
  if (objects.length === 0 && sense.relation === 'OTHER' && clause.complements.length === 0) {
    // "played as a midfielder": what no word list knows has its first phrase as object.
    const [first] = free.obliques.filter((group) => group[0]?.isTime === false && isObjectLike(group[0]));
    if (first !== undefined) {
      objects = first;
      others = others.filter(({ phrase }) => !first.includes(phrase));
    }
  }
  return finish(view, {
    relation: sense.relation,
    predicate,
    trigger: triggerOf(view, clause, subjects, objects),
    subjects,
    objects,
    others,
    role: null,
    tense: null,
    clause,
    node: clause.node,
    about: aboutOf(clause, objects),
    sentence,
  });
}

/** "turned brown", "became ill": the adjective that tells what its subject is; −1 where none does. */
function qualityBehind(view: View, { node, complements }: Clause): number {
  const children = view.children(node);
  for (let child = 0; child < children.length; child++) {
    const index = children[child] as number;
    if (index > node && view.dependency(index) === 'xcomp' && view.tag(index) === 'ADJ')
      return complements.some((complement) => complement.node === index) ? -1 : index;
  }
  return -1;
}

/** True for a passive that no word list knows and whose agent the text leaves out. */
function isState({ verb }: Clause, { relation }: PredicateSense, subjects: NounGroup): boolean {
  return verb.passive && relation === 'OTHER' && subjects.length === 0;
}

/** Prepositions of phrases that tell when, why or on whose word. */
const ASIDE = new Set(['after', 'before', 'during', 'since', 'until', 'amid', 'despite', 'according to', 'because of']);

/** True for a phrase that may be the object of a verb that has none: "played as a midfielder", but not "collapsed in the town". */
function isObjectLike(phrase: NounPhrase): boolean {
  const preposition = phrase.preposition ?? '';
  return !ASIDE.has(preposition) && !(phrase.name?.type === 'PLACE' && (preposition === 'in' || preposition === 'at'));
}

/** The clause, else the event noun, that a verb's claim is about: "accused him of killing", "condemned the attack". */
function aboutOf(clause: Clause, objects: NounGroup): number {
  const [complement] = clause.complements;
  if (complement !== undefined) return complement.node;
  return objects[0]?.node ?? -1;
}

/** A plain "said" makes an attribution, never a claim of its own; so does any cue that is known to express nothing else. */
function isMereReport(resources: Resources, { verb, complements, objects, subjects, obliques }: Clause): boolean {
  const cue = resources.cues.get(verb.lemma);
  if (cue === undefined) return false;
  const senses = resources.verbSenses.get(verb.lemma);
  if (senses?.some(({ relation }) => relation !== 'OTHER')) return false;
  // "bodies had been found", "staff were informed of it": done to somebody or something, with nothing said.
  const hasAgent = obliques.some(([phrase]) => phrase?.preposition === 'by');
  if (verb.passive && complements.length === 0 && subjects.length > 0 && verb.lemma !== 'say' && !hasAgent)
    return false;
  // "believed that they had left": what is thought of is told as theirs.
  if (complements[0]?.verb.mood === 'FINITE' && objects.length === 0) return true;
  if (cue.kind !== 'SAYING') return false;
  if (complements.length > 0 || verb.lemma === 'say' || verb.lemma === 'tell') return true;
  // "is expected to testify on Thursday", "would respond in kind": an act, and no report of what was said.
  const isAct =
    verb.modal !== null || verb.mood === 'INFINITIVE' || obliques.some(([first]) => first?.isTime === false);
  return objects.length === 0 && !isAct;
}

function isHelper({ verb, complements, objects, obliques }: Clause): boolean {
  if (verb.lemma === 'do') return objects.length === 0;
  return RAISING.has(verb.lemma) && complements.length > 0 && objects.length === 0 && obliques.length === 0;
}

/** "failed to reach it", "is expected to leave": what is known only for what it makes of another verb says nothing of its own. */
function isOnlyGoverning(
  resources: Resources,
  { verb, complements }: Clause,
  { subjects, objects, others }: Arguments,
): boolean {
  if (complements[0]?.verb.mood !== 'INFINITIVE' || others.length > 0) return false;
  const row = resources.verbGovernors.get(verb.lemma)?.find(({ complements: taken }) => taken.has('TO'));
  if (verb.passive) return subjects.length === 0 && (row !== undefined || resources.cues.has(verb.lemma));
  return row !== undefined && row.modality === 'ACTUAL' && row.subject === 'SUBJECT' && objects.length === 0;
}

/** "refused to recognize the council": where the word list knows both verbs together, the object of the second is theirs. */
function swallow(slots: Slots, { verb, complements }: Clause): Slots {
  const second = complements.find((complement) => complement.verb.head > verb.head && complement.verb.head < verb.last);
  return second === undefined || slots.objects.length > 0 ? slots : { ...slots, objects: second.objects };
}

/** "claimed responsibility for the attack": a noun that belongs to the verb's words gives way to a real object. */
function inner(_view: View, slots: Slots, { verb }: Clause): Slots {
  const isInner = (phrase: NounPhrase) => phrase.head > verb.head && phrase.head < verb.last;
  if (!slots.objects.some(isInner)) return slots;
  const outer = slots.objects.filter((phrase) => !isInner(phrase));
  const hasMore = outer.length > 0 || slots.obliques.some((group) => group[0]?.isTime === false);
  return hasMore ? { ...slots, objects: outer } : slots;
}

/** Prepositions that tell where and when rather than belong to a verb, where an object stands between. */
const LOCATING = new Set(['in', 'on', 'at', 'by', 'over', 'under', 'after', 'around']);

/** "set some houses on fire", "left nine people dead": words of the verb behind its object. */
function idiomAround(
  view: View,
  resources: Resources,
  { verb, objects, subjects }: Clause,
): { readonly predicate: string; readonly words: TokenRange } | null {
  if (verb.last > verb.head + 1) return null;
  const phrases = resources.verbPhrases.get(verb.lemma);
  if (phrases === undefined) return null;
  const last = verb.passive ? verb.last : (objects.at(-1)?.last ?? -1);
  if (last === -1 || (verb.passive && subjects.length === 0)) return null;
  for (const words of phrases) {
    for (const first of words.length === 1 ? [last, last - 1] : [last]) {
      if (first <= verb.head || !words.every((word, offset) => view.lower(first + offset) === word)) continue;
      // "joined the firm in 2011" is no "join in".
      const isLoose = words.length === 1 && view.dependency(first) === 'case';
      if (isLoose && (LOCATING.has(words[0] as string) || isTold(resources, verb.lemma))) continue;
      return { predicate: `${verb.lemma} ${words.join(' ')}`, words: { first, last: first + words.length } };
    }
  }
  return null;
}

function without(slots: Slots, words: TokenRange): Slots {
  const isFree = (group: NounGroup) => !group.some(({ head }) => head >= words.first && head < words.last);
  return { ...slots, obliques: slots.obliques.filter(isFree) };
}

interface Owned {
  readonly slots: Slots;
  readonly senses: readonly PredicateSense[];
  readonly reading: SentenceReading;
  readonly used: Set<number>;
}

/** "bought a stake in the mine", "owns most of it": what is owned in part stands behind the part. */
function owned(view: View, { slots, senses, reading, used }: Owned): Slots {
  const [part] = slots.objects;
  if (part === undefined || !PARTS.has(view.lemma(part.head)) || !senses.some(({ relation }) => relation === 'OWNS'))
    return slots;
  const whole = reading.modifiersOf(part).filter(({ preposition }) => preposition === 'in' || preposition === 'of');
  if (whole.length === 0) return slots;
  used.add(part.node);
  return { ...slots, objects: whole };
}

/** The verb with its auxiliaries, and with the preposition that brings in its object, or who did it: "would not return to", "was shelled by". */
function triggerOf(view: View, { verb }: Clause, subjects: NounGroup, objects: NounGroup): TokenRange {
  const last = Math.max(verb.last, verb.head + 1);
  const preposition = view.lower(last);
  const isBehind = [objects[0], subjects[0]].some((phrase) => phrase?.preposition === preposition);
  return { first: Math.min(verb.first, verb.head), last: isBehind ? last + 1 : last };
}
