import type { RelationType, Sector } from '../../ontology/index.js';
import { relationTypeRow } from '../../ontology/index.js';
import type { Resources } from '../../resources/index.js';
import { barePhrase } from '../phrases/make-phrase.js';
import type { NounGroup, NounPhrase, SentenceReading } from '../phrases/reading.js';
import type { TokenRange, View } from '../view.js';
import { finish } from './finish-claim.js';
import type { FoundClaim } from './found-claim.js';
import { typeOf } from './type-of.js';

/** What a noun says of its bearer: "a former envoy of the League" WORKS_FOR the League. */
export interface Description {
  readonly relation: RelationType;
  readonly role: TokenRange;
  readonly predicate: string;
  readonly objects: NounGroup;
  readonly tense: 'CURRENT' | 'FORMER' | 'FUTURE';
}

/** Prepositions behind a noun that bring in what its bearer leads, works for or belongs to. */
const BELONGING = new Set(['of', 'for', 'to', 'with', 'at', 'in', 'from', 'on']);
const PLACING = new Set(['in', 'at', 'near', 'of', 'outside']);

const STATE: ReadonlySet<Sector> = new Set<Sector>(['GOV', 'MIL', 'COP', 'JUD', 'LEG']);

const NONE: readonly FoundClaim[] = [];

/** The states that a phrase tells by itself or through its apposition, and those in the words before its head. */
export function readDescriptions(
  view: View,
  resources: Resources,
  {
    phrase,
    reading,
    sentence,
  }: { readonly phrase: NounPhrase; readonly reading: SentenceReading; readonly sentence: number },
): readonly FoundClaim[] {
  if (phrase.isPronoun || phrase.isTime) return NONE;
  const isBare = phrase.last - phrase.first === 1 && phrase.possessor === null;
  if (isBare && reading.modifiersOf(phrase).length === 0 && reading.appositionsOf(phrase).length === 0) return NONE;
  const claims: FoundClaim[] = [];
  const add = (
    parts: Omit<Description, 'predicate'> & { readonly subject: NounPhrase; readonly predicate?: string },
  ) => {
    const { relation, role, objects, tense, subject } = parts;
    const isRole =
      relation === 'LEADS' || relation === 'WORKS_FOR' || relation === 'RELATED_TO' || relation === 'MEMBER_OF';
    const claim = finish(view, {
      relation,
      predicate: parts.predicate ?? view.quote(role).quote.toLowerCase(),
      trigger: role,
      subjects: [subject],
      objects,
      others: [],
      role: isRole ? role : null,
      tense,
      clause: null,
      node: -1,
      about: -1,
      sentence,
    });
    if (claim !== null && claim.objects.length > 0) claims.push(claim);
  };
  const described = describedRelation(view, resources, reading, phrase);
  const partner =
    phrase.name === null
      ? reading.appositionsOf(phrase).find(({ name, isPronoun }) => name !== null || isPronoun)
      : undefined;
  if (described !== null && !isSaidOf(reading, phrase)) add({ ...described, subject: partner ?? phrase });
  for (const place of reading.appositionsOf(phrase)) {
    const both = phrase.name?.type === 'PLACE' && place.name?.type === 'PLACE' && place.first > phrase.first;
    if (both)
      add({
        relation: 'LOCATED_IN',
        role: place,
        predicate: 'be in',
        objects: [place],
        tense: 'CURRENT',
        subject: phrase,
      });
  }
  const type = typeOf(view, resources, phrase);
  if (type === 'PERSON' || type === 'GROUP') {
    // "a Belgian doctor", "the Syrian activist Wael": where somebody is from.
    const people = reading.innerOf(phrase).find((one) => resources.peoples.get(view.word(one.head)) != null);
    if (people !== undefined && !(described?.objects.some(({ head }) => head === people.head) ?? false))
      add({ relation: 'CITIZEN_OF', role: people, objects: [people], tense: 'CURRENT', subject: phrase });
  }
  if (type === 'FACILITY' || type === 'PLACE' || type === 'ORGANIZATION') {
    const place = reading
      .modifiersOf(phrase)
      .find((one) => PLACING.has(one.preposition ?? '') && typeOf(view, resources, one) === 'PLACE');
    // "the town of Karsa" is no town in Karsa.
    const isNamed =
      place?.preposition === 'of' && (type === 'ORGANIZATION' || (type === 'PLACE' && phrase.name === null));
    if (place !== undefined && described === null && !isNamed)
      add({
        relation: 'LOCATED_IN',
        role: { first: place.first - 1, last: place.last },
        predicate: `be ${place.preposition === 'of' ? 'in' : place.preposition}`,
        objects: [place],
        tense: 'CURRENT',
        subject: phrase,
      });
  }
  for (const { relation, inner, trigger, turned } of readJoined(view, resources, reading, phrase))
    add({
      relation,
      role: trigger,
      objects: [turned ? phrase : inner],
      tense: 'CURRENT',
      subject: turned ? inner : phrase,
    });
  return claims;
}

/** True for what a copula says of its subject: the clause tells it. */
function isSaidOf(reading: SentenceReading, phrase: NounPhrase): boolean {
  const clause = reading.clauseAt(phrase.node);
  return clause !== undefined && clause.verb.head !== phrase.node && clause.subjects.length > 0;
}

/** What the noun of a phrase, or the title before its name, says of its bearer; null where it says nothing. */
export function describedRelation(
  view: View,
  resources: Resources,
  reading: SentenceReading,
  phrase: NounPhrase,
): Description | null {
  const last = phrase.name === null ? phrase.head + 1 : phrase.name.first;
  const first = Math.max(phrase.first, phrase.possessor?.last ?? 0);
  if (phrase.name !== null && phrase.name.type !== 'PERSON') return null;
  const title = titleEndingAt(view, resources, { first, last });
  if (title === null) return null;
  const objects = bodyOf(view, resources, { reading, phrase, title });
  if (objects.length === 0) return null;
  return {
    relation: title.relation,
    role: title.range,
    predicate: view.quote(title.range).quote.toLowerCase(),
    objects,
    tense: tenseOf(view, resources, { first, last: title.range.first }),
  };
}

interface Title {
  readonly relation: RelationType;
  readonly sector: Sector | null;
  readonly range: TokenRange;
}

/** The longest title that ends where a range ends: "secretary general" of "a former UN secretary general". */
function titleEndingAt(view: View, resources: Resources, { first, last }: TokenRange): Title | null {
  for (let start = Math.max(first, last - 4); start < last; start++) {
    let words = view.lower(start);
    for (let index = start + 1; index < last; index++) words += ` ${view.lower(index)}`;
    const [noun, title] = [resources.nominals.get(words), resources.titles.get(words)];
    // "her sister": kin, though "Sister Agnes" is none.
    const sense = noun?.relation === 'RELATED_TO' ? noun : (title ?? noun);
    const relation = sense?.relation ?? null;
    if (relation !== null) return { relation, sector: sense?.sector ?? null, range: { first: start, last } };
  }
  const word = view.lemma(last - 1);
  const noun = resources.nominals.get(word);
  const sense = (noun?.relation ?? null) === null ? resources.titles.get(word) : noun;
  const relation = sense?.relation ?? null;
  if (relation === null || last - 1 < first) return null;
  return { relation, sector: sense?.sector ?? null, range: { first: last - 1, last } };
}

interface BodyPlace {
  readonly reading: SentenceReading;
  readonly phrase: NounPhrase;
  readonly title: Title;
}

/** What one leads, works for or belongs to: behind the noun, as its possessor, or before it. */
function bodyOf(view: View, resources: Resources, { reading, phrase, title }: BodyPlace): NounGroup {
  const modifiers = reading
    .modifiersOf(phrase)
    .filter(({ preposition, isTime, head }) => !isTime && head !== phrase.head && BELONGING.has(preposition ?? ''));
  const behind = modifiers.filter(({ preposition }) => preposition === modifiers[0]?.preposition);
  const [first] = behind;
  if (
    first !== undefined &&
    (first.preposition === 'of' ||
      first.preposition === 'for' ||
      (fits(view, resources, title, first) && !isWhereabouts(view, resources, title, first)))
  )
    return behind;
  if (phrase.possessor !== null) return [phrase.possessor];
  const before = reading
    .innerOf(phrase)
    .filter((one) => one.last <= title.range.first && fits(view, resources, title, one));
  // "a Belgian doctor" is from Belgium, and "the Belgian minister" works for it.
  const isFrom = (one: NounPhrase) => resources.peoples.has(view.word(one.head)) && !isOfState(title);
  return before.slice(-1).filter((one) => !isFrom(one));
}

/** True of a title that a state gives. */
function isOfState({ sector }: Title): boolean {
  return sector !== null && STATE.has(sector);
}

/** "a nurse from Bergvik", "activists in the city": a place that one is in is no employer. */
function isWhereabouts(view: View, resources: Resources, { relation }: Title, phrase: NounPhrase): boolean {
  const isWithin = phrase.preposition === 'in' || phrase.preposition === 'from' || phrase.preposition === 'at';
  return relation !== 'LEADS' && isWithin && typeOf(view, resources, phrase) === 'PLACE';
}

function fits(view: View, resources: Resources, { relation }: Title, phrase: NounPhrase): boolean {
  const type = typeOf(view, resources, phrase);
  if (type === undefined) return false;
  if (type === 'GROUP' && resources.peoples.has(view.word(phrase.head))) return relation !== 'RELATED_TO';
  return (relationTypeRow(relation).objects as readonly string[]).includes(type);
}

function tenseOf(view: View, resources: Resources, { first, last }: TokenRange): Description['tense'] {
  for (let index = first; index < last; index++) {
    const tense = resources.titleModifiers.get(view.lower(index));
    if (tense !== undefined && tense !== null) return tense;
  }
  return 'CURRENT';
}

interface Joined {
  readonly relation: RelationType;
  readonly inner: NounPhrase;
  readonly trigger: TokenRange;
  /** True where what stands before the hyphen is the subject: "rebel-held". */
  readonly turned: boolean;
}

const BEHIND_HYPHEN: ReadonlyMap<string, readonly [RelationType, boolean]> = new Map([
  ['based', ['LOCATED_IN', false]],
  ['born', ['CITIZEN_OF', false]],
  ['led', ['LEADS', true]],
  ['held', ['CONTROLS', true]],
  ['controlled', ['CONTROLS', true]],
  ['occupied', ['CONTROLS', true]],
  ['owned', ['OWNS', true]],
  ['backed', ['SUPPORT', true]],
  ['supported', ['SUPPORT', true]],
  ['funded', ['AID', true]],
  ['trained', ['AID', true]],
  ['allied', ['ALLIED_WITH', false]],
]);
const BEFORE_HYPHEN: ReadonlyMap<string, RelationType> = new Map([
  ['pro', 'ALLIED_WITH'],
  ['anti', 'OPPOSES'],
]);

/** "the Paris-based group", "the rebel-held town", "anti-Assad fighters": what a hyphen joins before a noun. */
function readJoined(view: View, resources: Resources, reading: SentenceReading, phrase: NounPhrase): readonly Joined[] {
  let hyphen = -1;
  for (let index = phrase.first + 1; index < phrase.head && hyphen === -1; index++)
    if (view.form(index) === 'HYPH') hyphen = index;
  if (hyphen === -1) return [];
  const found: Joined[] = [];
  const inner = reading.innerOf(phrase);
  for (let index = hyphen; index < phrase.head; index++) {
    if (view.form(index) !== 'HYPH') continue;
    const trigger = { first: index - 1, last: index + 2 };
    const row = BEHIND_HYPHEN.get(view.lower(index + 1));
    const before = inner.find(({ last }) => last === index) ?? nounBefore(view, resources, index - 1);
    if (row !== undefined && before !== null) found.push({ relation: row[0], inner: before, trigger, turned: row[1] });
    const relation = BEFORE_HYPHEN.get(view.lower(index - 1));
    const after = inner.find(({ first }) => first === index + 1);
    if (relation !== undefined && after !== undefined) found.push({ relation, inner: after, trigger, turned: false });
  }
  return found;
}

/** "rebel" of "rebel-held", "state" of "state-owned", whatever its tag. */
function nounBefore(view: View, resources: Resources, index: number): NounPhrase | null {
  if (!resources.nominals.has(view.lemma(index)) && !resources.peoples.has(view.word(index))) return null;
  return barePhrase({ first: index, last: index + 1 }, index);
}
