import type { Quotation } from '../../../domain/index.js';
import type { FoundClaim } from '../../claims/found-claim.js';
import type { NounPhrase } from '../../phrases/reading.js';
import type { TokenRange, View } from '../../view.js';
import type { Qualification } from '../qualify-claim.js';
import { topOf } from '../setting-sources.js';

/** What of a claim and its sentence tells how sure its reading is; each from 0 to 1. */
export const CLAIM_FEATURES = [
  'always',
  'event noun',
  'state',
  'no known relation',
  'no subject',
  'no object',
  'subject is a pronoun',
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
] as const;
export type ClaimFeature = (typeof CLAIM_FEATURES)[number];

/** What of a sentence tells how sure the readings of its claims are. */
export interface SentenceFeatures {
  readonly length: number;
  readonly isHeadline: boolean;
  readonly hasNoVerb: boolean;
  readonly hasOddMarks: boolean;
  readonly isCapitals: boolean;
}

/** A claim with what was found of it, as far as its confidence depends on that. */
export interface RatedClaim {
  readonly sentence: SentenceFeatures;
  readonly claim: FoundClaim;
  readonly qualification: Qualification;
  /** The innermost quotation that it stands in; null where the document's own voice says it. */
  readonly quotation: (Pick<Quotation, 'kind'> & { readonly claimant: unknown }) | null;
}

/** Distances and lengths that count as far and long. */
const [FAR, LONG] = [20, 60];

const VALUES: Readonly<Record<ClaimFeature, (view: View, rated: RatedClaim) => boolean | number>> = {
  always: () => true,
  'event noun': (_, { claim }) => claim.clause === null && claim.tense === null,
  state: (_, { claim }) => claim.tense !== null,
  'no known relation': (_, { claim }) => claim.relation === 'OTHER',
  'no subject': (_, { claim }) => claim.subjects.length === 0,
  'no object': (_, { claim }) => claim.objects.length === 0,
  'subject is a pronoun': (_, { claim }) => claim.subjects[0]?.isPronoun === true,
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
};
const QUOTES = new Set(['"', '“', '”', '‘‘', '’’', '``', "''", '«', '»', '„']);

/** The features of a claim, in the order of CLAIM_FEATURES. */
export function describeClaim(view: View, rated: RatedClaim): Float64Array {
  const values = new Float64Array(CLAIM_FEATURES.length);
  CLAIM_FEATURES.forEach((feature, index) => {
    values[index] = Number(VALUES[feature](view, rated));
  });
  return values;
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
  let [marks, words, capitals, root] = [0, 0, 0, -1];
  for (let index = first; index < last; index++) {
    const tag = view.tag(index);
    if (view.head(index) < 0) root = index;
    if (tag === 'PUNCT') {
      if (QUOTES.has(view.lower(index))) marks++;
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
    isCapitals: words > 2 && capitals > words / 2,
  };
}

function isUpperCase(view: View, index: number): boolean {
  const { start } = view.span({ first: index, last: index + 1 });
  const second = view.text.charCodeAt(start + 1);
  return second >= 65 && second <= 90;
}
