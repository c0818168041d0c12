import type { ReferentKey } from '../../domain/index.js';
import { agreement, isContested } from './compare-happenings.js';
import type { ClusterOf } from './compare-parties.js';
import { type Episode, type Happening, MOST_COMPARED } from './happening.js';

/**
 * What the agreement of two episodes counts, in halves of a shared person. An incident needs ENOUGH of it: a shared
 * victim and the day; or the day, the town and a story with the same cast.
 */
const WEIGHTS = {
  sameDay: 1,
  samePlace: 1.5,
  sameTally: 1,
  sameRelation: 0.5,
  /** For each named referent that both documents speak of, up to MOST_CONTEXT. */
  context: 0.5,
} as const;
const MOST_CONTEXT = 2;
const ENOUGH = 3;
/** Causes are few: those that two documents of one story tell are mostly of one thing. */
const ENOUGH_OF_A_CAUSE = 2;
/** Below this many, "three people were killed" is said of many happenings. */
const LEAST_TELLING_TALLY = 4;
/** How long after a day a report that names no day may still be of it. */
const LONGEST_DELAY = 9;
/** How far apart two reports may be that name no day. */
const LONGEST_GAP = 7;
/** One account may have it a day later than another. */
const SLACK = 1;

/**
 * How far two episodes of one kind, from two documents, agree; null where they are no account of one happening.
 * `shared` is how many named referents both documents speak of. Symmetric.
 */
export function episodeAgreement(
  a: Episode,
  b: Episode,
  { shared, clusterOf }: { readonly shared: number; readonly clusterOf: ClusterOf },
): number | null {
  const days = agreementOfDays(a, b);
  if (days === null) return null;
  const place = agreementOfPlaces(a, b, clusterOf);
  // Two places are two happenings, unless they befell the same one.
  if (place === null && !shareVictim(a, b, clusterOf)) return null;
  const parties = bestAgreement(a, b, clusterOf);
  if (parties === null) return null;
  const tally = sharesTally(a, b) ? WEIGHTS.sameTally : 0;
  const own = days + parties + (place ?? 0) + tally;
  if (own === 0 && !isContested(a.kind)) return null;
  const relation = sharesRelation(a, b) ? WEIGHTS.sameRelation : 0;
  const context = Math.min(MOST_CONTEXT, WEIGHTS.context * shared);
  const score = own + relation + context;
  return score >= (a.kind === 'CAUSE' ? ENOUGH_OF_A_CAUSE : ENOUGH) ? score : null;
}

function agreementOfDays(a: Episode, b: Episode): number | null {
  if (a.from !== null && b.from !== null) {
    const gap = Math.max(a.from - (b.to ?? b.from), b.from - (a.to ?? a.from));
    if (gap > SLACK) return null;
    return gap <= 0 ? WEIGHTS.sameDay : 0;
  }
  if (a.from === null && b.from === null) {
    const [x, y] = [a.report.day, b.report.day];
    return x !== null && y !== null && Math.abs(x - y) > LONGEST_GAP ? null : 0;
  }
  const [known, unknown] = a.from === null ? [b, a] : [a, b];
  if (known.from === null || unknown.report.day === null) return 0;
  const delay = unknown.report.day - known.from;
  return delay < -SLACK || delay > LONGEST_DELAY ? null : 0;
}

/** Null where both name towns, and not the same one. */
function agreementOfPlaces(a: Episode, b: Episode, clusterOf: ClusterOf): number | null {
  if (a.where !== null && b.where !== null) return isSame(a.where, b.where, clusterOf) ? WEIGHTS.samePlace : null;
  const shared = a.places.some((place) => b.places.some((other) => isSame(place, other, clusterOf)));
  return shared ? WEIGHTS.sameRelation : 0;
}

function bestAgreement(a: Episode, b: Episode, clusterOf: ClusterOf): number | null {
  let best: number | null = null;
  for (const left of a.happenings.slice(0, MOST_COMPARED)) {
    for (const right of b.happenings.slice(0, MOST_COMPARED)) {
      const score = agreement(left, right, clusterOf);
      if (score !== null && (best === null || score > best)) best = score;
    }
  }
  return best;
}

function shareVictim(a: Episode, b: Episode, clusterOf: ClusterOf): boolean {
  return a.victims.some((victim) => b.victims.some((other) => isSame(victim, other, clusterOf)));
}

function sharesTally(a: Episode, b: Episode): boolean {
  const told = a.happenings.slice(0, MOST_COMPARED).flatMap(({ tally }) => tally ?? []);
  return b.happenings
    .slice(0, MOST_COMPARED)
    .some(
      ({ tally }) =>
        tally !== null &&
        tally.least >= LEAST_TELLING_TALLY &&
        told.some((other) => other.least === tally.least && other.most === tally.most),
    );
}

function sharesRelation(a: Episode, b: Episode): boolean {
  const relationsOf = ({ happenings }: Episode) =>
    happenings.slice(0, MOST_COMPARED).map(({ relation }: Happening) => relation);
  const relations = relationsOf(a);
  return relationsOf(b).some((relation) => relation !== 'OTHER' && relations.includes(relation));
}

function isSame(a: ReferentKey, b: ReferentKey, clusterOf: ClusterOf): boolean {
  const cluster = clusterOf(a);
  return cluster !== null && cluster === clusterOf(b);
}
