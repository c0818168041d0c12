import type { Resources } from '../../resources/index.js';
import type { View } from '../view.js';
import type { FoundMention } from './find-mentions.js';
import type { Groups } from './groups.js';

/** How many sentences back a pronoun looks. */
const REACH = 3;

const GENDER: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['himself', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['hers', 'she'],
  ['herself', 'she'],
]);
const TITLES: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ['mr', 'he'],
  ['sir', 'he'],
  ['king', 'he'],
  ['prince', 'he'],
  ['mrs', 'she'],
  ['ms', 'she'],
  ['miss', 'she'],
  ['queen', 'she'],
  ['princess', 'she'],
]);
const NOUNS: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ['man', 'he'],
  ['boy', 'he'],
  ['father', 'he'],
  ['brother', 'he'],
  ['son', 'he'],
  ['husband', 'he'],
  ['spokesman', 'he'],
  ['uncle', 'he'],
  ['king', 'he'],
  ['woman', 'she'],
  ['girl', 'she'],
  ['mother', 'she'],
  ['sister', 'she'],
  ['daughter', 'she'],
  ['wife', 'she'],
  ['spokeswoman', 'she'],
  ['aunt', 'she'],
  ['widow', 'she'],
  ['queen', 'she'],
]);

/**
 * Joins each third-person pronoun to the nearest mention before it that agrees in number, kind and gender; a subject is
 * preferred within a sentence, after the centering of Brennan, Friedman and Pollard (1987). First and second person are left alone here.
 */
export function resolvePronouns(
  view: View,
  resources: Resources,
  { mentions, groups }: { readonly mentions: readonly FoundMention[]; readonly groups: Groups },
): void {
  const gender = new Map<number, 'he' | 'she'>();
  mentions.forEach((mention, index) => {
    const known = genderOf(view, resources, mention);
    if (known !== null && !gender.has(groups.find(index))) gender.set(groups.find(index), known);
  });
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'PRONOUN') return;
    const lower = view.lower(mention.head);
    const wanted = GENDER.get(lower);
    const fits = candidateTest(lower, wanted, (other) => gender.get(groups.find(other)));
    if (fits === null) return;
    const antecedent = bestAntecedent(mentions, index, fits);
    if (antecedent === -1) return;
    const root = groups.find(antecedent);
    groups.join(antecedent, index);
    if (wanted !== undefined) gender.set(groups.find(root), wanted);
  });
}

/** How well a mention agrees, 0 or more; null where it cannot be meant. */
type Fits = (mention: FoundMention, index: number) => number | null;

/** A person who went by "she" before is likelier meant by "she" than one whom nothing tells. */
const KNOWN_GENDER = 1.5;

function candidateTest(
  pronoun: string,
  wanted: 'he' | 'she' | undefined,
  genderAt: (index: number) => 'he' | 'she' | undefined,
): Fits | null {
  if (wanted !== undefined) {
    return (mention, index) => {
      const known = genderAt(index);
      if (mention.type !== 'PERSON' || mention.plural || (known ?? wanted) !== wanted) return null;
      return known === undefined ? 0 : KNOWN_GENDER;
    };
  }
  if (/^(?:they|them|their|theirs|themselves)$/.test(pronoun)) {
    return ({ type, kind, plural }) =>
      type === 'GROUP' || (type === 'ORGANIZATION' && kind === 'NOMINAL') || plural ? 0 : null;
  }
  if (/^(?:it|its|itself)$/.test(pronoun)) {
    return ({ type, kind, plural }) => {
      const thing = type !== 'PERSON' && type !== 'NATIONALITY' && (type !== 'GROUP' || kind === 'NOMINAL');
      return thing && !plural ? 0 : null;
    };
  }
  return null;
}

/** The subject of the same or an earlier sentence, else the nearest; -1 where nothing fits. */
function bestAntecedent(mentions: readonly FoundMention[], index: number, fits: Fits): number {
  const pronoun = mentions[index] as FoundMention;
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let other = index - 1; other >= 0; other--) {
    const mention = mentions[other] as FoundMention;
    const distance = pronoun.sentence - mention.sentence;
    if (distance > REACH) break;
    if (mention.kind === 'PRONOUN' && mention.type !== pronoun.type) continue;
    const agreement = fits(mention, other);
    if (agreement === null || mention.last > pronoun.first) continue;
    if (mention.phrase !== null && pronoun.apartFrom.includes(mention.phrase)) continue;
    const score =
      agreement +
      (mention.isSubject ? (pronoun.isSubject ? 2 : 0.5) : 0) +
      (mention.kind === 'NAME' ? 0.5 : 0) -
      distance * 1.6 -
      (index - other) * 0.05;
    if (score > bestScore) [best, bestScore] = [other, score];
  }
  return best;
}

function genderOf(view: View, resources: Resources, mention: FoundMention): 'he' | 'she' | null {
  if (mention.kind === 'NOMINAL') return NOUNS.get(view.lemma(mention.head)) ?? null;
  if (mention.name === null || mention.type !== 'PERSON') return null;
  return TITLES.get(mention.name.title) ?? resources.firstNames.get(view.word(mention.first)) ?? null;
}
