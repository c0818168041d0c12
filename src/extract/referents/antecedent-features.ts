import { mixFeature } from '../../linear/index.js';
import { ENTITY_TYPES } from '../../ontology/index.js';
import type { Speaking } from './find-speakers.js';
import { GENDERS, NUMBERS } from './mention.js';
import type { MentionClusters } from './mention-clusters.js';
import type { MentionColumns } from './mention-columns.js';

/** What features see: the mentions, the clusters so far, and for each mention where it stands in what is said. */
export interface CoreferenceContext extends Speaking {
  readonly columns: MentionColumns;
  readonly clusters: MentionClusters;
}

/** Two mentions, one of which may mean the other. */
interface Pair {
  readonly later: number;
  readonly earlier: number;
  /** How many candidates stand between the two. */
  readonly rank: number;
  /** The way in the tree from the clause of the later one to that of the earlier one, as `clause-ways.ts` numbers it; 0 where there is none. */
  readonly way: number;
  /** The last mention of who says something in a sentence before; −1 where there is none. */
  readonly lastTelling: number;
}

/** No pair has more features than this. */
export const MOST_FEATURES = 40;

const TYPE_IDS: readonly string[] = ENTITY_TYPES.map(({ id }) => id);

/** Writes the features of "mention `later` means what mention `earlier` means" and gives their number. */
export function writePairFeatures(
  { columns, clusters, quotation, teller, tells }: CoreferenceContext,
  { later, earlier, rank, way, lastTelling }: Pair,
  features: Int32Array,
): number {
  const wording = columns.wording[later] as number;
  const other = columns.wording[earlier] as number;
  const pair = wording * 32 + other;
  const distance = bucketOf((columns.sentence[later] as number) - (columns.sentence[earlier] as number));
  const near = Math.min(distance, 3);
  const apart = bucketOf(later - earlier);
  const roles = (columns.role[later] as number) * 8 + (columns.role[earlier] as number);
  const match = matchOf(columns, later, earlier);
  const gender = GENDERS.indexOf(clusters.gender(earlier));
  const number = NUMBERS.indexOf(clusters.number(earlier));
  const type = TYPE_IDS.indexOf(clusters.type(earlier) ?? '') + 1;
  const agreement =
    (((gender * 4 + number) * 8 + (columns.gender[later] as number)) * 4 + (columns.number[later] as number)) | 0;
  const size = Math.min(clusters.size(earlier), 8);
  const isLast = clusters.last(earlier) === earlier ? 1 : 0;
  const [a, b] = [quotation[later] as number, quotation[earlier] as number];
  const quoted = a === b ? (a === -1 ? 0 : 1) : a === -1 ? 2 : b === -1 ? 3 : 4;
  const sameGovernor = columns.governor[later] === columns.governor[earlier] ? 1 : 0;
  const parallel = columns.governorWord[later] === columns.governorWord[earlier] ? 1 : 0;
  const paragraphs = Math.min((columns.paragraph[later] as number) - (columns.paragraph[earlier] as number), 3);
  const order = Math.min(rank, 6);
  let count = 0;
  features[count++] = mixFeature(1, pair);
  features[count++] = mixFeature(2, pair, distance);
  features[count++] = mixFeature(3, wording, apart);
  features[count++] = mixFeature(4, wording, roles * 4 + near);
  features[count++] = mixFeature(5, wording, agreement);
  features[count++] = mixFeature(6, wording, type * 16 + (columns.type[later] as number));
  features[count++] = mixFeature(7, wording, match);
  features[count++] = mixFeature(8, pair, match * 4 + near);
  features[count++] = mixFeature(9, wording, size * 4 + near);
  features[count++] = mixFeature(10, wording, order * 8 + (columns.role[earlier] as number));
  features[count++] = mixFeature(11, pair, quoted);
  features[count++] = mixFeature(12, wording, sameGovernor * 128 + parallel * 64 + roles);
  features[count++] = mixFeature(13, wording, columns.word[earlier] as number);
  features[count++] = mixFeature(15, wording, (columns.placing[earlier] as number) * 16 + near * 4 + isLast);
  features[count++] = mixFeature(16, pair, (clusters.named(earlier) ? 1 : 0) * 4 + isLast);
  features[count++] = mixFeature(17, wording, paragraphs * 8 + near);
  features[count++] = mixFeature(18, wording, order * 8 + near);
  features[count++] = mixFeature(19, mixFeature(wording, columns.governorWord[later] as number), type * 8 + gender);
  features[count++] = mixFeature(20, wording, type * 64 + gender * 8 + near);
  const role = columns.role[earlier] as number;
  const isMain = columns.main[earlier] as number;
  const told = tells[later] as number;
  const cluster = clusters.find(earlier);
  const reporter = teller[later] as number;
  const isReporter = reporter < 0 ? 0 : clusters.find(reporter) === cluster ? 1 : 2;
  const isLastTelling = lastTelling < 0 ? 0 : clusters.find(lastTelling) === cluster ? 1 : 2;
  features[count++] = mixFeature(27, wording, way * 8 + role);
  if (way !== 0)
    features[count++] = mixFeature(28, mixFeature(wording, way * 8 + role), columns.governorWord[earlier] as number);
  features[count++] = mixFeature(29, wording, ((isMain * 2 + (columns.main[later] as number)) * 64 + roles) * 4 + near);
  features[count++] = mixFeature(30, wording, (told * 3 + isLastTelling) * 4 + near);
  features[count++] = mixFeature(31, wording, isReporter * 8 + (columns.role[later] as number));
  features[count++] = mixFeature(
    32,
    wording,
    (isReporter * 3 + isLastTelling) * 4 + (tells[earlier] as number) * 2 + isMain,
  );
  if (wording < 7) {
    features[count++] = mixFeature(14, columns.word[later] as number, columns.word[earlier] as number);
    features[count++] = mixFeature(21, columns.word[later] as number, match);
    const labels = clusters.labels(earlier);
    const label = columns.word[later] as number;
    const labelled = labels.length === 0 ? 0 : labels.includes(label) ? 1 : 2;
    features[count++] = mixFeature(23, wording, (labelled * 2 + (clusters.named(earlier) ? 1 : 0)) * 4 + near);
    features[count++] = mixFeature(24, label, labelled);
    features[count++] = mixFeature(25, pair, labelled * 64 + (columns.type[later] as number));
    if (labelled === 2)
      for (let at = 0; at < labels.length && at < 3; at++)
        features[count++] = mixFeature(26, label, labels[at] as number);
    features[count++] = mixFeature(22, pair, match * 8 + (columns.placing[later] as number) * 2 + isLast);
  }
  return count;
}

/** Writes the features of "mention `later` is the first of its referent" and gives their number. */
export function writeFirstFeatures(
  { columns, quotation }: CoreferenceContext,
  { later, candidates, matches }: { readonly later: number; readonly candidates: number; readonly matches: number },
  features: Int32Array,
): number {
  const wording = columns.wording[later] as number;
  const role = columns.role[later] as number;
  const word = columns.word[later] as number;
  const qualified = Math.min(columns.qualifiers[later]?.length ?? 0, 3) * 4 + (columns.placing[later] as number);
  let count = 0;
  features[count++] = mixFeature(40, wording);
  features[count++] = mixFeature(41, wording, role);
  features[count++] = mixFeature(42, wording, word);
  features[count++] = mixFeature(43, mixFeature(wording, role), columns.governorWord[later] as number);
  features[count++] = mixFeature(44, wording, columns.after[later] as number);
  features[count++] = mixFeature(45, wording, columns.before[later] as number);
  features[count++] = mixFeature(46, wording, bucketOf(columns.sentence[later] as number));
  features[count++] = mixFeature(47, wording, bucketOf(candidates));
  features[count++] = mixFeature(48, wording, Math.min(matches, 3));
  features[count++] = mixFeature(49, wording, qualified);
  features[count++] = mixFeature(50, wording, columns.type[later] as number);
  features[count++] = mixFeature(51, wording, Math.min(matches, 1) * 16 + qualified);
  features[count++] = mixFeature(52, wording, quotation[later] === -1 ? 0 : 1);
  return count;
}

/** What two descriptions share: bit 0 the head, bit 1 all words; and how their qualifiers go together, 0 to 3, from bit 2. */
export function matchOf(columns: MentionColumns, later: number, earlier: number): number {
  if (columns.word[later] !== columns.word[earlier]) return 0;
  const whole = columns.phrase[later] === columns.phrase[earlier] ? 2 : 0;
  const [mine, theirs] = [columns.qualifiers[later] ?? [], columns.qualifiers[earlier] ?? []];
  let shared = 0;
  for (const word of mine) if (theirs.includes(word)) shared++;
  const more = mine.length > shared ? 1 : 0;
  const fewer = theirs.length > shared ? 2 : 0;
  return 1 | whole | ((more | fewer) << 2) | (columns.number[later] === columns.number[earlier] ? 16 : 0);
}

function bucketOf(distance: number): number {
  return distance < 5 ? distance : distance < 7 ? 5 : distance < 11 ? 6 : distance < 16 ? 7 : distance < 26 ? 8 : 9;
}
