import { type RelationType, relationTypeRow } from '../../ontology/index.js';
import type { NounFrame, PredicateSense, Resources } from '../../resources/index.js';
import type { NounGroup, NounPhrase, SentenceReading } from '../phrases/reading.js';
import type { View } from '../view.js';
import { isHalfState, othersOf } from './apply-frame.js';
import { finish } from './finish-claim.js';
import type { Arguments, FoundClaim, OtherPhrase } from './found-claim.js';
import { isActor, typeOf } from './type-of.js';

/** An event noun's sense, and the words that it was found by. */
export interface FoundSense {
  readonly sense: PredicateSense<NounFrame>;
  readonly predicate: string;
  /** First token of those words: "hunger" of "hunger strike". */
  readonly first: number;
}

/** What an event noun says by itself: "the killing of", "talks between", "a police raid"; null where it is none or has no argument. */
export function readEventNoun(
  view: View,
  resources: Resources,
  {
    noun,
    reading,
    sentence,
    doers,
  }: {
    readonly noun: NounPhrase;
    readonly reading: SentenceReading;
    readonly sentence: number;
    /** Who did it where the noun itself does not say. */
    readonly doers: NounGroup;
  },
): FoundClaim | null {
  if (noun.name !== null || noun.isPronoun || noun.isTime) return null;
  const found = chooseNounSense(view, resources, noun);
  if (found === null) return null;
  const beside = agentsBeside(view, reading, noun);
  const sorted = sortAround(view, resources, { noun, sense: found.sense, reading, beside });
  const subjects = sorted.subjects.length > 0 ? sorted.subjects : doers;
  if (isHalfState(found.sense, { ...sorted, subjects })) return null;
  return finish(view, {
    relation: found.sense.relation,
    predicate: found.predicate,
    trigger: { first: found.first, last: noun.head + 1 },
    ...sorted,
    subjects,
    role: null,
    tense: null,
    clause: null,
    node: noun.node,
    about: -1,
    sentence,
  });
}

/** "documents killings of farmers |by raiders|": a verb in the active has no agent, so that its object has it. */
function agentsBeside(view: View, reading: SentenceReading, noun: NounPhrase): readonly NounGroup[] {
  const clause = reading.clauseAt(view.head(noun.node));
  if (clause === undefined || clause.verb.passive || !clause.objects.includes(noun)) return [];
  return clause.obliques.filter(([phrase]) => phrase?.preposition === 'by' && !phrase.isTime);
}

/** The sense of the longest phrase that ends in a noun's head; null where it expresses no relation. */
export function chooseNounSense(view: View, resources: Resources, { first, head }: NounPhrase): FoundSense | null {
  const { nounSenses } = resources;
  const lemma = view.lemma(head);
  let predicate = lemma;
  let start = head;
  let senses = nounSenses.get(lemma);
  if (head > first) {
    const pair = `${view.lower(head - 1)} ${lemma}`;
    const longer = nounSenses.get(pair);
    if (longer !== undefined) [senses, predicate, start] = [longer, pair, head - 1];
  }
  const sense = senses?.[0];
  return sense === undefined || sense.relation === 'OTHER' ? null : { sense, predicate, first: start };
}

interface Around {
  readonly noun: NounPhrase;
  readonly sense: PredicateSense<NounFrame>;
  readonly reading: SentenceReading;
  /** Phrases of the verb that the noun is the object of. */
  readonly beside: readonly NounGroup[];
}

/** Sorts what stands around an event noun: its possessor, its prepositional phrases, the nouns and names before it. */
export function sortAround(view: View, resources: Resources, { noun, sense, reading, beside }: Around): Arguments {
  const subjects: NounPhrase[] = [];
  const objects: NounPhrase[] = [];
  const others: OtherPhrase[] = [];
  const { roles, relation } = sense;
  const between: NounPhrase[] = [];
  if (noun.possessor !== null) (roles.get("'s") === 'OBJECT' ? objects : subjects).push(noun.possessor);
  const seen = new Set<NounPhrase>();
  const near = [...reading.modifiersOf(noun)];
  // "killings of farmers |by raiders|": the tree hangs the agent on those whom it is done to.
  for (const phrase of reading.modifiersOf(noun))
    if (roles.get(phrase.preposition ?? '') === 'OBJECT')
      near.push(...reading.modifiersOf(phrase).filter(({ preposition }) => preposition === 'by'));
  for (const phrase of [...near, ...beside.flat()]) {
    if (phrase.isTime || seen.has(phrase)) continue;
    seen.add(phrase);
    const role =
      roles.get(phrase.preposition ?? '') ?? (isAimedAt(phrase, relation, view, resources) ? 'OBJECT' : undefined);
    if (role === 'BETWEEN') between.push(phrase);
    else if (role === 'SUBJECT' && subjects.length === 0) subjects.push(phrase);
    else if (
      role === 'OBJECT' &&
      !objects.includes(phrase) &&
      (objects.length === 0 || objects.at(-1)?.preposition === phrase.preposition)
    )
      objects.push(phrase);
    else others.push(...othersOf([phrase], roles));
  }
  if (between.length > 0) {
    subjects.push(...between.slice(0, 1));
    objects.push(...between.slice(1));
  }
  for (const phrase of reading.innerOf(noun)) {
    const role = roles.get('+') ?? (isActor(view, resources, phrase) ? 'SUBJECT' : undefined);
    if (role === 'OBJECT' && objects.length === 0 && typeOf(view, resources, phrase) !== undefined)
      objects.push(phrase);
    else if (role !== undefined && role !== 'OBJECT' && subjects.length === 0) subjects.push(phrase);
    else if (sense.frame === 'MUTUAL' && objects.length === 0 && isActor(view, resources, phrase)) objects.push(phrase);
  }
  return { subjects, objects, others };
}

/** "an attack on the town", "sanctions against the bank": what an event noun without roles of its own is done to. */
function isAimedAt(phrase: NounPhrase, relation: RelationType, view: View, resources: Resources): boolean {
  const { preposition } = phrase;
  if (preposition !== 'on' && preposition !== 'against' && preposition !== 'upon' && preposition !== 'with')
    return false;
  const type = typeOf(view, resources, phrase);
  return type !== undefined && (relationTypeRow(relation).objects as readonly string[]).includes(type);
}
