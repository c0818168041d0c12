import type { ParticipantRole } from '../../domain/index.js';
import { type RelationType, relationTypeRow } from '../../ontology/index.js';
import type { ArgumentRole, PredicateSense, Resources } from '../../resources/index.js';
import type { Clause, NounGroup, NounPhrase } from '../phrases/reading.js';
import type { View } from '../view.js';
import type { Arguments, OtherPhrase } from './found-claim.js';
import { typeOf } from './type-of.js';

/** The arguments of a verb as they would stand in the active: who does it, what it is done to, to whom. */
export interface Slots {
  readonly subjects: NounGroup;
  readonly objects: NounGroup;
  /** The first of two bare objects. */
  readonly recipients: NounGroup;
  readonly obliques: readonly NounGroup[];
}

/** What a phrase is by its preposition where the word itself does not say. */
const ROLES: ReadonlyMap<string, ParticipantRole> = new Map<string, ParticipantRole>([
  ['to', 'RECIPIENT'],
  ['from', 'SOURCE'],
  ['with', 'INSTRUMENT'],
  ['about', 'TOPIC'],
  ['over', 'TOPIC'],
  ['on', 'TOPIC'],
  ['for', 'PURPOSE'],
]);

/** Turns a passive round: "the town was shelled by rebels". */
export function slotsOf(clause: Clause): Slots {
  const { verb, subjects, objects, recipients, obliques } = clause;
  // "the looting by officers": a verb in -ing without a subject may have an agent too.
  const mayHaveAgent = verb.passive || (verb.mood === 'GERUND' && subjects.length === 0);
  if (!mayHaveAgent) return { subjects, objects, recipients, obliques };
  const agents = obliques.find((group) => group[0]?.preposition === 'by' && !group[0].isTime) ?? [];
  const rest = obliques.filter((group) => group !== agents);
  if (!verb.passive) return { subjects: agents, objects, recipients, obliques: rest };
  // "was taken prisoner", "were set alight": a word of the verb is no object.
  const apart = objects.filter(({ head }) => head < verb.first || head >= verb.last);
  return turnRound({ subjects, objects: apart, recipients, obliques: rest }, agents);
}

/** The object of a passive is what stands as its subject. */
function turnRound({ subjects, objects, obliques: rest }: Slots, agents: NounGroup): Slots {
  if (objects.length > 0 && objects.every(({ preposition }) => preposition !== null)) {
    // "was driven from office": what the verb's preposition brings in is no object that it was done to.
    return { subjects: agents, objects: subjects, recipients: [], obliques: [objects, ...rest] };
  }
  // "the town was given food": the subject is the first of two objects.
  return objects.length > 0
    ? { subjects: agents, objects, recipients: subjects, obliques: rest }
    : { subjects: agents, objects: subjects, recipients: [], obliques: rest };
}

interface Chosen {
  readonly sense: PredicateSense;
  readonly sorted: Arguments;
}

/** The sense of a word whose object fits, with its arguments; the first where none fits. */
export function chooseSense(
  view: View,
  resources: Resources,
  { senses, slots }: { readonly senses: readonly PredicateSense[]; readonly slots: Slots },
): Chosen {
  let first: Chosen | null = null;
  let open: Chosen | null = null;
  for (const sense of senses) {
    const sorted = applyFrame(view, resources, { sense, slots });
    if (isThing(view, resources, sense, sorted) || isHalfState(sense, sorted)) continue;
    if (fits(view, resources, sense, sorted.objects[0])) return { sense, sorted };
    first ??= { sense, sorted };
    // "seized computers": what is no person is meant by the sense that asks for none.
    const [object] = sorted.objects;
    if (sense.objects === null && object !== undefined && object.name === null && !object.isPronoun)
      open ??= { sense, sorted };
  }
  if (open !== null && first?.sense.objects?.includes('PERSON') === true) return open;
  if (first !== null && !isDoneToThing(view, resources, first)) return first;
  return { sense: UNKNOWN_SENSE, sorted: applyFrame(view, resources, { sense: UNKNOWN_SENSE, slots }) };
}

/** Relations that somebody's words make, between two. */
const SPOKEN = new Set<RelationType>(['REQUEST', 'AGREE', 'CONCEDE']);

/** "The rule was lifted", "the term can be applied to it": done by nobody to what no word list knows, it is no act between people. */
function isDoneToThing(
  view: View,
  resources: Resources,
  { sense, sorted }: { readonly sense: PredicateSense; readonly sorted: Arguments },
): boolean {
  const [object] = sorted.objects;
  if (object === undefined || sorted.subjects.length > 0 || !SPOKEN.has(sense.relation)) return false;
  // "Talks were offered": what is asked for or agreed on is an act.
  if (view.tag(object.head) === 'PRON' || resources.nounSenses.has(view.lemma(object.head))) return false;
  return typeOf(view, resources, object) === undefined;
}

/** The sense of a word that no list knows, or that is meant in none of its senses. */
export const UNKNOWN_SENSE: PredicateSense = {
  relation: 'OTHER',
  frame: 'TRANSITIVE',
  roles: new Map(),
  objects: null,
};

/** True for a state with one side only: it holds between two. "They lived alone" says nothing of where. */
export function isHalfState(
  { relation }: { readonly relation: RelationType },
  { subjects, objects }: Arguments,
): boolean {
  return relationTypeRow(relation).family === 'STATE' && (subjects.length === 0 || objects.length === 0);
}

/** "An earthquake struck" is no protest: an event does nothing of its own that only people do. */
function isThing(
  view: View,
  resources: Resources,
  { relation }: PredicateSense,
  { subjects: [subject], objects }: Arguments,
): boolean {
  if (subject === undefined || objects.length > 0 || relation === 'OTHER' || subject.name !== null) return false;
  const { subjects } = relationTypeRow(relation);
  if (subjects.length === 0 || subject.isPronoun || typeOf(view, resources, subject) !== undefined) return false;
  return resources.nounSenses.has(view.lemma(subject.head));
}

function fits(view: View, resources: Resources, sense: PredicateSense, object: NounPhrase | undefined): boolean {
  const type = object === undefined ? undefined : typeOf(view, resources, object);
  if (sense.objects === null) {
    const { objects } = relationTypeRow(sense.relation);
    return objects.length === 0 || (type !== undefined && (objects as readonly string[]).includes(type));
  }
  if (object === undefined) return sense.objects.includes('NONE');
  return type === undefined ? sense.objects.includes('THING') : sense.objects.includes(type);
}

/** Sorts what stands around a verb into subject, object and the rest, as its frame says. */
function applyFrame(
  view: View,
  resources: Resources,
  { sense, slots }: { readonly sense: PredicateSense; readonly slots: Slots },
): Arguments {
  const { frame, roles } = sense;
  const { subjects, objects, recipients, obliques } = slots;
  const behind = (role: ArgumentRole) => obliques.find((group) => roles.get(prepositionOf(group)) === role) ?? [];
  const rest = (...taken: readonly NounGroup[]) =>
    obliques.flatMap((group) => (taken.includes(group) ? [] : othersOf(group, roles)));
  const topics = (group: NounGroup): readonly OtherPhrase[] =>
    group.map((phrase) => ({
      phrase,
      role: typeOf(view, resources, phrase) === 'WEAPON' ? ('INSTRUMENT' as const) : ('TOPIC' as const),
    }));
  switch (frame) {
    case 'UNDERGONE':
    case 'ALTERNATING':
      if (objects.length > 0) break;
      return { subjects: behind('SUBJECT'), objects: subjects, others: rest(behind('SUBJECT')) };
    case 'MUTUAL': {
      if (objects.length > 0) break;
      const partners = behind('OBJECT').length > 0 ? behind('OBJECT') : withWhom(obliques);
      if (partners.length > 0) return { subjects, objects: partners, others: rest(partners) };
      return subjects.length < 2
        ? { subjects, objects: [], others: rest() }
        : { subjects: subjects.slice(0, 1), objects: subjects.slice(1), others: rest() };
    }
    case 'GIVING':
      if (recipients.length > 0) return { subjects, objects: recipients, others: [...topics(objects), ...rest()] };
      if (behind('OBJECT').length === 0) break;
      return { subjects, objects: behind('OBJECT'), others: [...topics(objects), ...rest(behind('OBJECT'))] };
    case 'SHIFTING':
      if (behind('OBJECT').length === 0) break;
      return { subjects, objects: behind('OBJECT'), others: [...topics(objects), ...rest(behind('OBJECT'))] };
    case 'REVERSED': {
      const workers = objects.length > 0 ? objects : behind('OBJECT');
      return { subjects: workers, objects: subjects, others: rest(workers) };
    }
    case 'RECEIVING':
      return {
        subjects: behind('SUBJECT'),
        objects: subjects,
        others: [...topics(objects), ...rest(behind('SUBJECT'))],
      };
    default:
  }
  const { family, symmetric } = relationTypeRow(sense.relation);
  if (subjects.length === 0 && objects.length > 0 && (family === 'STATE' || symmetric)) {
    // "the group is based in the town", "was united with it": of what nobody brings about, the bare argument is the subject.
    const second = behind('OBJECT').length > 0 ? behind('OBJECT') : withWhom(obliques);
    if (second.length > 0) return { subjects: objects, objects: second, others: rest(second) };
  }
  const bare = objects.length > 0 ? objects : recipients.length > 0 ? recipients : null;
  const second: readonly OtherPhrase[] =
    objects.length > 0 ? recipients.map((phrase) => ({ phrase, role: 'RECIPIENT' as const })) : [];
  if (bare !== null) return { subjects, objects: bare, others: [...second, ...rest()] };
  const shifted = behind('OBJECT');
  return { subjects, objects: shifted, others: rest(shifted) };
}

function prepositionOf(group: NounGroup): string {
  return group[0]?.preposition ?? '';
}

function withWhom(obliques: readonly NounGroup[]): NounGroup {
  return obliques.find((group) => prepositionOf(group) === 'with' && group[0]?.isTime === false) ?? [];
}

/** Phrases with what their preposition makes them, by the word's own roles first. */
export function othersOf(group: NounGroup, roles: ReadonlyMap<string, ArgumentRole>): readonly OtherPhrase[] {
  return group.map((phrase) => {
    const role = roles.get(phrase.preposition ?? '');
    const known =
      role !== undefined && role !== 'SUBJECT' && role !== 'OBJECT' && role !== 'BETWEEN' && role !== 'PLACE';
    return { phrase, role: known ? role : (ROLES.get(phrase.preposition ?? '') ?? 'OTHER') };
  });
}
