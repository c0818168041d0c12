import { type EntityType, type RelationType, relationTypeRow } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import type { Clause, NounGroup, NounPhrase, SentenceReading } from '../phrases/reading.js';
import type { TokenRange, View } from '../view.js';

/** A claim before it is qualified, attributed and given ids. */
export interface FoundClaim {
  readonly relation: RelationType;
  readonly predicate: string;
  readonly trigger: TokenRange;
  readonly subjects: NounGroup;
  readonly objects: NounGroup;
  /** Prepositional phrases that are neither subject nor object, in order. */
  readonly others: NounGroup;
  readonly role: TokenRange | null;
  /** CURRENT or FORMER for states; null for events. */
  readonly tense: 'CURRENT' | 'FORMER' | null;
  /** The clause that it was read from; null for event nouns and states without a verb. */
  readonly clause: Clause | null;
  /** Index of its sentence. */
  readonly sentence: number;
  readonly confidence: number;
}

/** Prepositions that bring in what an event noun is done to: "the killing of", "an attack on". */
const OBJECT_PREPOSITIONS = new Set(['of', 'on', 'against', 'upon', 'for', 'with']);
/** Prepositions that bring in the object of a verb that has none: "clashed with", "marched on", "fled to". */
const VERB_PREPOSITIONS = new Set(['with', 'against', 'on', 'at', 'to', 'into', 'toward', 'from', 'in', 'for']);

/** Verbs whose subject is the one it befalls: "21 people died". */
const UNDERGONE = new Set(['die', 'perish', 'drown']);

/** Verbs whose object stands behind a preposition: "blamed the fire on rebels". */
const SHIFTED_OBJECTS: ReadonlyMap<string, string> = new Map([
  ['attribute', 'to'],
  ['blame', 'on'],
  ['pin', 'on'],
  ['impose', 'on'],
  ['inflict', 'on'],
]);

const PARTS = new Set([
  'stake',
  'share',
  'interest',
  'shareholding',
  'percent',
  '%',
  'third',
  'half',
  'quarter',
  'majority',
]);

/** Finds what a sentence says: verbs with their arguments, event nouns, and the states that appositions tell. In order of trigger. */
export function findClaims(
  view: View,
  resources: Resources,
  { reading, sentence }: { readonly reading: SentenceReading; readonly sentence: number },
): readonly FoundClaim[] {
  const claims: FoundClaim[] = [];
  const used = new Set<NounPhrase>();
  for (const clause of reading.clauses) {
    const claim = readClause(view, resources, { clause, reading, sentence, used });
    if (claim !== null) claims.push(claim);
  }
  for (const noun of reading.phrases) {
    if (used.has(noun)) continue;
    const claim = readEventNoun(view, resources, { noun, reading, sentence });
    if (claim !== null) claims.push(claim);
  }
  claims.push(...readStates(view, resources, { reading, sentence }));
  return claims.sort((a, b) => a.trigger.first - b.trigger.first || a.trigger.last - b.trigger.last);
}

interface ClausePlace {
  readonly clause: Clause;
  readonly reading: SentenceReading;
  readonly sentence: number;
  /** Event nouns that a light verb has taken into its claim. */
  readonly used: Set<NounPhrase>;
}

function readClause(
  view: View,
  resources: Resources,
  { clause, reading, sentence, used }: ClausePlace,
): FoundClaim | null {
  const { verb } = clause;
  if (isMereAttribution(resources, clause)) return null;
  const light = lightVerb(view, resources, clause, reading);
  if (light !== null) {
    used.add(light.noun);
    return finish(view, { ...light, clause, sentence, subjects: clause.subjects, role: null, tense: null });
  }
  const passive = verb.passive;
  const fixed = fixedPhrase(view, resources, clause);
  const predicate = fixed?.predicate ?? verb.lemma;
  let obliques = clause.obliques.filter((group) => group !== fixed?.group);
  let subjects = passive ? (obliques.find((group) => group[0]?.preposition === 'by') ?? []) : clause.subjects;
  let objects = passive ? clause.subjects : clause.objects;
  const undergone = !passive && objects.length === 0 && UNDERGONE.has(predicate);
  if (undergone) objects = clause.subjects;
  let relation = chooseRelation(view, resources, {
    relations: resources.verbs.get(predicate) ?? [],
    object: objects[0],
  });
  obliques = obliques.filter((group) => group !== subjects);
  const shifted = passive
    ? undefined
    : obliques.find((group) => group[0]?.preposition === SHIFTED_OBJECTS.get(verb.lemma));
  if (shifted !== undefined && objects.length > 0) {
    // "attributed the killings to gangs": the gangs are accused, the killings are the topic.
    obliques = [...obliques.filter((one) => one !== shifted), objects];
    objects = shifted;
  } else if (undergone) {
    subjects = [];
  } else if (!passive && objects.length === 0) {
    const group = obliques.find(
      (one) =>
        VERB_PREPOSITIONS.has(one[0]?.preposition ?? '') &&
        !one[0]?.isTime &&
        fitsAsObject(view, resources, relation, one),
    );
    if (group !== undefined) {
      [objects, obliques] = [group, obliques.filter((one) => one !== group)];
      relation = chooseRelation(view, resources, { relations: resources.verbs.get(predicate) ?? [], object: group[0] });
    }
  }
  if (relation === 'OWNS') objects = objects.flatMap((phrase) => ownedBehind(view, reading, phrase));
  const trigger = { first: verb.head, last: fixed?.last ?? verb.last };
  const others = obliques.flat().filter((phrase) => !phrase.isTime);
  return finish(view, {
    relation,
    predicate,
    trigger,
    subjects,
    objects,
    others,
    clause,
    sentence,
    role: null,
    tense: null,
  });
}

/** "bought a stake in the mine", "owns most of it": what is owned in part stands behind the part. */
function ownedBehind(view: View, reading: SentenceReading, phrase: NounPhrase): NounGroup {
  if (!PARTS.has(view.lemma(phrase.head))) return [phrase];
  const owned = reading.modifiersOf(phrase).filter(({ preposition }) => preposition === 'in' || preposition === 'of');
  return owned.length > 0 ? owned : [phrase];
}

/** "burned their houses" DESTROY, "burned two boys" INJURE: the first relation that takes such an object, else the first. */
function chooseRelation(
  view: View,
  resources: Resources,
  { relations, object }: { relations: readonly RelationType[]; object: NounPhrase | undefined },
): RelationType {
  const type = object === undefined ? undefined : typeOf(view, resources, object);
  const fits = (relation: RelationType) => {
    const { objects } = relationTypeRow(relation);
    return type !== undefined && objects.includes(type);
  };
  return relations.find(fits) ?? relations[0] ?? 'OTHER';
}

function typeOf(view: View, resources: Resources, phrase: NounPhrase): EntityType | undefined {
  const type = phrase.name?.type ?? resources.nominals.get(view.lemma(phrase.head))?.type;
  return type === 'PERSON' && view.form(phrase.head) === 'NNS' ? 'GROUP' : type;
}

/** A plain "said" makes an attribution, never a claim of its own; so does a form of be, have or do with nothing to it. */
function isMereAttribution(resources: Resources, { verb, objects, subjects }: Clause): boolean {
  const reports = resources.cues.has(verb.lemma) && !resources.verbs.has(verb.lemma);
  if (verb.copula) return objects.length === 0 || subjects.length === 0;
  return reports || verb.lemma === 'do';
}

interface Light {
  readonly relation: RelationType;
  readonly predicate: string;
  readonly trigger: TokenRange;
  readonly noun: NounPhrase;
  readonly objects: NounGroup;
  readonly others: NounGroup;
}

/** "carried out an attack on the town": the noun is the predicate, and what follows it the object. */
function lightVerb(view: View, resources: Resources, clause: Clause, reading: SentenceReading): Light | null {
  const noun = clause.verb.passive ? clause.subjects[0] : clause.objects[0];
  if (noun === undefined || !resources.lightVerbs.has(clause.verb.lemma) || noun.isPronoun || noun.name !== null)
    return null;
  const predicate = view.lemma(noun.head);
  const relation = resources.eventNouns.get(predicate)?.[0];
  if (relation === undefined || clause.verb.passive) return null;
  const modifiers = reading.modifiersOf(noun);
  const objects = modifiers.filter((one) => OBJECT_PREPOSITIONS.has(one.preposition ?? '') && !one.isTime);
  const others = clause.obliques.flat().filter((one) => !objects.includes(one) && !one.isTime);
  return {
    relation,
    predicate,
    noun,
    objects: objects.slice(0, 1),
    others,
    trigger: { first: clause.verb.head, last: noun.head + 1 },
  };
}

/** "set some bodies on fire": a verb and a fixed phrase with the object between them. */
function fixedPhrase(
  view: View,
  resources: Resources,
  clause: Clause,
): { predicate: string; group: NounGroup; last: number } | null {
  for (const group of clause.obliques) {
    const phrase = group[0] as NounPhrase;
    const predicate = `${clause.verb.lemma} ${phrase.preposition} ${view.lower(phrase.head)}`;
    if (resources.verbs.has(predicate)) return { predicate, group, last: clause.verb.last };
  }
  return null;
}

/** Whether a prepositional phrase can be the object: its preposition for the relation, and some sense of its head. */
function fitsAsObject(view: View, resources: Resources, relation: RelationType, group: NounGroup): boolean {
  const [phrase] = group;
  if (phrase === undefined || relation === 'OTHER')
    return phrase !== undefined && /^(?:with|against|to|for)$/.test(phrase.preposition ?? '');
  const type = typeOf(view, resources, phrase);
  if (type === undefined) return phrase.preposition !== 'in' && phrase.preposition !== 'for';
  const allowed: readonly string[] = relationTypeRow(relation).objects;
  const place = type === 'PLACE' || type === 'FACILITY';
  if (place && (phrase.preposition === 'in' || phrase.preposition === 'at')) return relation === 'LOCATED_IN';
  return allowed.includes(type) || (type === 'PLACE' && phrase.preposition !== 'from');
}

function readEventNoun(
  view: View,
  resources: Resources,
  { noun, reading, sentence }: { noun: NounPhrase; reading: SentenceReading; sentence: number },
): FoundClaim | null {
  if (noun.name !== null || noun.isPronoun || noun.isTime) return null;
  const predicate = view.lemma(noun.head);
  const relation = resources.eventNouns.get(predicate)?.[0];
  if (relation === undefined) return null;
  const modifiers = reading.modifiersOf(noun).filter((one) => !one.isTime);
  const by = modifiers.filter((one) => one.preposition === 'by');
  const subjects = by.length > 0 ? by : noun.possessor !== null ? [noun.possessor] : [];
  const objects = modifiers.filter((one) => OBJECT_PREPOSITIONS.has(one.preposition ?? '')).slice(0, 1);
  if (subjects.length + objects.length === 0) return null;
  const others = modifiers.filter((one) => !subjects.includes(one) && !objects.includes(one));
  const trigger = { first: noun.head, last: noun.head + 1 };
  return finish(view, {
    relation,
    predicate,
    trigger,
    subjects,
    objects,
    others,
    clause: null,
    sentence,
    role: null,
    tense: null,
  });
}

/** "Kofi Annan, a former envoy of the League": an office tells whom its holder leads or works for. "Homs, Syria": where. */
function readStates(
  view: View,
  resources: Resources,
  { reading, sentence }: { reading: SentenceReading; sentence: number },
): readonly FoundClaim[] {
  const claims: FoundClaim[] = [];
  const add = (
    relation: RelationType,
    parts: {
      trigger: TokenRange;
      subject: NounPhrase;
      object: NounPhrase;
      role: TokenRange | null;
      tense: 'CURRENT' | 'FORMER';
    },
  ) => {
    const { trigger, subject, object, role, tense } = parts;
    const predicate = role === null ? 'be in' : view.quote(role).quote.toLowerCase();
    const claim = finish(view, {
      relation,
      predicate,
      trigger,
      subjects: [subject],
      objects: [object],
      others: [],
      clause: null,
      sentence,
      role,
      tense,
    });
    if (claim !== null) claims.push(claim);
  };
  for (const { phrase, description } of reading.appositions) {
    if (phrase.name?.type === 'PLACE' && description.name?.type === 'PLACE') {
      add('LOCATED_IN', { trigger: description, subject: phrase, object: description, role: null, tense: 'CURRENT' });
      continue;
    }
    const [named, nominal] = phrase.name !== null ? [phrase, description] : [description, phrase];
    if (named.name?.type !== 'PERSON' || nominal.name !== null) continue;
    const title = titleAt(view, resources, nominal);
    const body = reading
      .modifiersOf(nominal)
      .find((one) => /^(?:of|for|to|with|at|in)$/.test(one.preposition ?? '') && !one.isPronoun);
    if (title === null || body === undefined) continue;
    const former = view.lower(nominal.first) === 'former' || view.lower(nominal.first + 1) === 'former';
    add(title.relation, {
      trigger: title.range,
      subject: named,
      object: body,
      role: title.range,
      tense: former ? 'FORMER' : 'CURRENT',
    });
  }
  return claims;
}

/** The longest title that ends in the head of a description: "secretary general" of "a former UN secretary general". */
function titleAt(
  view: View,
  resources: Resources,
  { first, head }: NounPhrase,
): { relation: RelationType; range: TokenRange } | null {
  for (let start = Math.max(first, head - 3); start <= head; start++) {
    const words: string[] = [];
    for (let index = start; index <= head; index++) words.push(view.lower(index));
    const relation = resources.titles.get(words.join(' '))?.relation;
    if (relation) return { relation, range: { first: start, last: head + 1 } };
  }
  return null;
}

/** Leaves out what has no argument at all; every predicate with at least one is a claim. */
function finish(view: View, parts: Omit<FoundClaim, 'confidence'>): FoundClaim | null {
  const subjects = parts.subjects.filter((phrase) => !phrase.isTime);
  const objects = parts.objects.filter((phrase) => !phrase.isTime && !subjects.includes(phrase));
  if (subjects.length + objects.length === 0) return null;
  const others = parts.others.filter((phrase) => !subjects.includes(phrase) && !objects.includes(phrase));
  const near = [...subjects, ...objects].every((phrase) => Math.abs(phrase.head - parts.trigger.first) < 25);
  const known = parts.relation !== 'OTHER';
  const confidence =
    0.4 + (known ? 0.2 : 0) + (subjects.length > 0 ? 0.1 : 0) + (objects.length > 0 ? 0.1 : 0) + (near ? 0.1 : 0);
  return {
    ...parts,
    trigger: clean(view, parts.trigger),
    subjects,
    objects,
    others: [...new Set(others)],
    confidence: Math.round(confidence * 100) / 100,
  };
}

function clean(view: View, { first, last }: TokenRange): TokenRange {
  let end = last;
  while (end > first + 1 && view.tag(end - 1) === 'PUNCT') end--;
  return { first, last: end };
}
