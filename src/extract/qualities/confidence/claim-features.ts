import { type EntityType, relationTypeRow } from '../../../ontology/index.js';
import type { FoundClaim } from '../../claims/found-claim.js';
import type { NounPhrase } from '../../phrases/reading.js';
import type { FoundQuotation } from '../../quotations/found-quotation.js';
import type { TokenRange, View } from '../../view.js';
import type { Qualification } from '../qualify-claim.js';
import { topOf } from '../setting-sources.js';

/** What of a claim and its sentence tells how sure its reading is; each from 0 to 1. */
export const CLAIM_FEATURES = [
  'always',
  'event noun',
  'state',
  'no known relation',
  'event noun without a subject',
  'no object',
  'object is a pronoun',
  'subject is a name',
  'object is a name',
  'several subjects',
  'several objects',
  'distance of the subject',
  'distance of the object',
  'subject not of the trigger',
  'object not of the trigger',
  'object is no noun',
  'length of the sentence',
  'participle without an auxiliary',
  'infinitive or -ing',
  'relative clause',
  'coordinated',
  'behind a parenthesis',
  'attributed',
  'attributed to nobody',
  'quoted words',
  'negated',
  'not actual',
  'headline',
  'root is no verb',
  'odd quotation marks',
  'capitals',
  'active without a subject',
  'passive',
  'lends itself to a noun',
  'predicate of several words',
  'subject is no entity',
  'object does not fit',
  'participant holds a comma or a date',
  'possessive participant',
  'subject is it',
  'object is capitalised and no name',
  'about another claim',
  'neither object nor other claim',
  'attributed state',
  'to another end of the sentence',
  'crowded sentence',
  'object behind a preposition',
  'object is the trigger',
  'trigger in the claimant',
  'claimant is a pronoun',
  'subject behind the trigger',
  'form of be',
  'subject of a relative clause',
  'unsure name',
  'dash, colon or bracket',
  'commas',
  'possessor of the subject',
  'object next to the trigger',
  'subject next to the trigger',
] as const;
export type ClaimFeature = (typeof CLAIM_FEATURES)[number];

/** What of a sentence tells how sure the readings of its claims are. */
export interface SentenceFeatures {
  readonly length: number;
  readonly isHeadline: boolean;
  readonly hasNoVerb: boolean;
  readonly hasOddMarks: boolean;
  readonly isCapitals: boolean;
  readonly hasBreaks: boolean;
  readonly commas: number;
}

/** A claim with what was found of it, as far as its confidence depends on that. */
export interface RatedClaim {
  /** By head, the types of what is an entity. */
  readonly types: ReadonlyMap<number, EntityType | null>;
  /** How many claims its sentence tells. */
  readonly crowd: number;
  readonly sentence: SentenceFeatures;
  readonly claim: FoundClaim;
  readonly qualification: Qualification;
  /** The innermost quotation that it stands in; null where the document's own voice says it. */
  readonly quotation: Pick<FoundQuotation, 'kind' | 'claimant'> | null;
}

/** Distances and lengths that count as far and long. */
const [FAR, LONG] = [20, 60];

type FeatureReader = (view: View, rated: RatedClaim) => boolean | number;

const VALUES: Readonly<Record<ClaimFeature, FeatureReader>> = {
  always: () => true,
  'event noun': (_, { claim }) => claim.clause === null && claim.tense === null,
  state: (_, { claim }) => claim.tense !== null,
  'no known relation': (_, { claim }) => claim.relation === 'OTHER',
  'event noun without a subject': (_, { claim }) => claim.clause === null && claim.subjects.length === 0,
  'no object': (_, { claim }) => claim.objects.length === 0,
  'object is a pronoun': (_, { claim }) => claim.objects[0]?.isPronoun === true,
  'subject is a name': (_, { claim }) => isNamed(claim.subjects[0]),
  'object is a name': (_, { claim }) => isNamed(claim.objects[0]),
  'several subjects': (_, { claim }) => claim.subjects.length > 1,
  'several objects': (_, { claim }) => claim.objects.length > 1,
  'distance of the subject': (_, { claim }) => distance(claim, claim.subjects[0]),
  'distance of the object': (_, { claim }) => distance(claim, claim.objects[0]),
  'subject not of the trigger': (view, { claim }) => isAway(view, claim, claim.subjects[0]),
  'object not of the trigger': (view, { claim }) => isAway(view, claim, claim.objects[0]),
  'object is no noun': (view, { claim }) => {
    const tag = claim.objects[0] === undefined ? 'NOUN' : view.tag(claim.objects[0].head);
    return tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'PRON';
  },
  'length of the sentence': (_, { sentence }) => sentence.length,
  'participle without an auxiliary': (_, { claim }) => claim.clause?.verb.mood === 'PARTICIPLE',
  'infinitive or -ing': (_, { claim }) =>
    claim.clause?.verb.mood === 'INFINITIVE' || claim.clause?.verb.mood === 'GERUND',
  'relative clause': (_, { claim }) => claim.clause?.relative === true,
  coordinated: (view, { claim }) => view.dependency(topOf(view, claim.trigger)) === 'conj',
  'behind a parenthesis': (view, { claim }) => {
    const dependency = view.dependency(topOf(view, claim.trigger));
    return dependency === 'parataxis' || dependency === 'appos' || dependency === 'dep' || dependency === 'list';
  },
  attributed: (_, { quotation }) => quotation !== null,
  'attributed to nobody': (_, { quotation }) => quotation !== null && quotation.claimant === null,
  'quoted words': (_, { quotation }) => quotation?.kind === 'DIRECT' || quotation?.kind === 'MIXED',
  negated: (_, { qualification }) => qualification.polarity === 'NEGATED',
  'not actual': (_, { qualification }) => qualification.modality !== 'ACTUAL',
  headline: (_, { sentence }) => sentence.isHeadline,
  'root is no verb': (_, { sentence }) => sentence.hasNoVerb,
  'odd quotation marks': (_, { sentence }) => sentence.hasOddMarks,
  capitals: (_, { sentence }) => sentence.isCapitals,
  'active without a subject': (view, { claim }) =>
    claim.clause !== null && claim.subjects.length === 0 && !claim.objects.some(({ node }) => isSubject(view, node)),
  passive: (_, { claim }) => claim.clause?.verb.passive === true,
  'lends itself to a noun': (view, { claim }) =>
    claim.clause !== null &&
    claim.trigger.last > claim.trigger.first + 1 &&
    view.tag(claim.trigger.last - 1) === 'NOUN',
  'predicate of several words': (_, { claim }) => claim.predicate.includes(' '),
  'subject is no entity': (_, { claim, types }) => isNoEntity(types, claim.subjects[0]),
  'object does not fit': (_, { claim, types }) =>
    isUnfit(types, claim.objects[0], relationTypeRow(claim.relation).objects),
  'participant holds a comma or a date': (view, { claim }) =>
    someParticipant(claim, (phrase) => holdsCommaOrDate(view, phrase)),
  'possessive participant': (view, { claim }) =>
    someParticipant(claim, ({ head }) => view.form(head) === 'PRP$' || view.form(head) === 'WP$'),
  'subject is it': (view, { claim }) => claim.subjects[0] !== undefined && view.lower(claim.subjects[0].head) === 'it',
  'object is capitalised and no name': (view, { claim }) => {
    const object = claim.objects[0];
    return object !== undefined && object.name === null && view.tag(object.head) === 'PROPN';
  },
  'about another claim': (_, { claim }) => claim.about !== -1,
  'neither object nor other claim': (_, { claim }) =>
    claim.about === -1 && claim.objects.length === 0 && claim.clause !== null,
  'attributed state': (_, { claim, quotation }) => quotation !== null && claim.tense !== null,
  'to another end of the sentence': (_, { claim }) =>
    someParticipant(claim, ({ head }) => Math.abs(head - claim.trigger.first) > FAR / 2),
  'crowded sentence': (_, { crowd }) => Math.min(1, crowd / 6),
  'object behind a preposition': (_, { claim }) => (claim.objects[0]?.preposition ?? null) !== null,
  'object is the trigger': (_, { claim }) => claim.objects.some((phrase) => isWithin(claim.trigger, phrase.head)),
  'trigger in the claimant': (_, { claim, quotation }) =>
    quotation !== null && quotation.claimant !== null && isWithin(quotation.claimant, claim.trigger.first),
  'claimant is a pronoun': (view, { quotation }) =>
    quotation !== null && quotation.claimant !== null && view.tag(quotation.claimant.head) === 'PRON',
  'subject behind the trigger': (_, { claim }) => (claim.subjects[0]?.head ?? -1) > claim.trigger.first,
  'form of be': (view, { claim }) => view.lemma(claim.trigger.first) === 'be',
  'unsure name': (_, { claim }) => 1 - Math.min(leastSure(claim.subjects), leastSure(claim.objects)),
  'dash, colon or bracket': (_, { sentence }) => sentence.hasBreaks,
  commas: (_, { sentence }) => sentence.commas,
  'possessor of the subject': (_, { claim }) => (claim.subjects[0]?.possessor ?? null) !== null,
  'object next to the trigger': (_, { claim }) => claim.objects[0]?.first === claim.trigger.last,
  'subject next to the trigger': (_, { claim }) => claim.subjects[0]?.last === claim.trigger.first,
  'subject of a relative clause': (view, { claim }) => {
    const subject = claim.subjects[0];
    return subject !== undefined && (view.form(subject.head) === 'WP' || view.form(subject.head) === 'WDT');
  },
};
const READERS: readonly FeatureReader[] = CLAIM_FEATURES.map((feature) => VALUES[feature]);
const BREAKS = new Set(['(', ')', '[', ']', ':', ';', '—', '–', '--']);
const QUOTES = new Set(['"', '“', '”', '‘‘', '’’', '``', "''", '«', '»', '„']);

/** The features of a claim, in the order of CLAIM_FEATURES. */
export function describeClaim(view: View, rated: RatedClaim): Float64Array {
  const values = new Float64Array(READERS.length);
  for (let index = 0; index < READERS.length; index++)
    values[index] = Number((READERS[index] as FeatureReader)(view, rated));
  return values;
}

function isNoEntity(types: RatedClaim['types'], phrase: NounPhrase | undefined): boolean {
  return phrase !== undefined && (types.get(phrase.head) ?? null) === null;
}

/** True where it is an entity of a type that the relation does not take. */
function isUnfit(types: RatedClaim['types'], phrase: NounPhrase | undefined, allowed: readonly EntityType[]): boolean {
  const type = phrase === undefined ? null : (types.get(phrase.head) ?? null);
  return type !== null && allowed.length > 0 && !allowed.includes(type);
}

function holdsCommaOrDate(view: View, { first, last }: NounPhrase): boolean {
  for (let index = first; index < last; index++)
    if (view.hint(index) === 'DATE' || view.lower(index) === ',') return true;
  return false;
}

function isSubject(view: View, node: number): boolean {
  const dependency = view.dependency(node);
  return dependency === 'nsubj' || dependency === 'nsubj:pass' || dependency === 'conj';
}

function isWithin({ first, last }: TokenRange, token: number): boolean {
  return token >= first && token < last;
}

function someParticipant({ subjects, objects }: FoundClaim, test: (phrase: NounPhrase) => boolean): boolean {
  return subjects.some(test) || objects.some(test);
}

function leastSure(phrases: readonly NounPhrase[]): number {
  let least = 1;
  for (const { name } of phrases) if (name !== null && name.confidence < least) least = name.confidence;
  return least;
}

function isNamed(phrase: NounPhrase | undefined): boolean {
  return phrase !== undefined && phrase.name !== null;
}

function distance({ trigger }: FoundClaim, phrase: NounPhrase | undefined): number {
  return phrase === undefined ? 0 : Math.min(1, Math.abs(phrase.head - trigger.first) / FAR);
}

/** True where the tree does not hang a participant on the trigger itself: it is shared, controlled, or told of. */
function isAway(view: View, { trigger }: FoundClaim, phrase: NounPhrase | undefined): boolean {
  if (phrase === undefined) return false;
  const head = view.head(phrase.node);
  return head < trigger.first || head >= trigger.last;
}

/** Reads the features of a sentence once, for all its claims. */
export function describeSentence(view: View, { first, last }: TokenRange): SentenceFeatures {
  let [marks, words, capitals, root, breaks, commas] = [0, 0, 0, -1, 0, 0];
  for (let index = first; index < last; index++) {
    const tag = view.tag(index);
    if (view.head(index) < 0) root = index;
    if (tag === 'PUNCT') {
      const lower = view.lower(index);
      if (QUOTES.has(lower)) marks++;
      else if (lower === ',') commas++;
      else if (BREAKS.has(lower)) breaks++;
    } else if (tag === 'VERB' || tag === 'NOUN') {
      words++;
      if (isUpperCase(view, index)) capitals++;
    }
  }
  const tag = root === -1 ? 'X' : view.tag(root);
  return {
    length: Math.min(1, (last - first) / LONG),
    isHeadline: view.tag(last - 1) !== 'PUNCT',
    hasNoVerb: tag !== 'VERB' && tag !== 'AUX' && tag !== 'ADJ',
    hasOddMarks: marks % 2 === 1,
    hasBreaks: breaks > 0,
    commas: Math.min(1, commas / 5),
    isCapitals: words > 2 && capitals > words / 2,
  };
}

function isUpperCase(view: View, index: number): boolean {
  const { start } = view.span({ first: index, last: index + 1 });
  const second = view.text.charCodeAt(start + 1);
  return second >= 65 && second <= 90;
}
