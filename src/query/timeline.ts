import type { IndexedClaim } from '../domain/index.js';
import { chooseClaims } from './choose-items.js';
import type { Knowledge } from './knowledge.js';
import { claimKey } from './node-ids.js';
import { readChoice } from './read-arguments.js';
import { type Stoppable, startTurns } from './turns.js';

/** How long a bucket is, and what is said of each. Weeks begin on Monday. */
export const TIMELINE_BUCKETS = {
  DAY: 'A day.',
  WEEK: 'Seven days from a Monday.',
  MONTH: 'A month of the calendar.',
  YEAR: 'A year of the calendar.',
} as const;

export type TimelineBucketLength = keyof typeof TIMELINE_BUCKETS;

/** Which claims, and in buckets of which length; `bucket` is a key of TIMELINE_BUCKETS, DAY where it is left out. */
export interface TimelineRequest extends Stoppable {
  /** A filter over CLAIM_FIELDS. */
  readonly where?: unknown;
  readonly bucket?: string | null | undefined;
}

/** What is said of one stretch of days. */
export interface TimelineBucket {
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly claims: number;
  /** Claims that are denied: NEGATED, or under a stance of DENIES. */
  readonly denied: number;
  /** Incidents that one of them is part of. */
  readonly incidents: number;
}

/** What is said, by when it is said to have been. */
export interface Timeline {
  /** Ascending; buckets without a claim are left out. */
  readonly buckets: readonly TimelineBucket[];
  /** Claims that name no day, or a stretch that no single bucket holds. */
  readonly undated: number;
  /** True where there were more than MOST_BUCKETS: the earliest are left out. */
  readonly truncated: boolean;
}

/** A longer timeline loses its beginning. */
export const MOST_BUCKETS = 1000;

/**
 * Counts the claims that a filter chooses, and the incidents that they are of, by the time that the claims themselves name.
 * When a document was published says nothing of when something was, and is not taken instead.
 * @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, INTERRUPTED.
 */
export async function timeline(knowledge: Knowledge, request: TimelineRequest = {}): Promise<Timeline> {
  const turns = startTurns(request.signal);
  const words = Object.keys(TIMELINE_BUCKETS) as TimelineBucketLength[];
  const length = readChoice('bucket', request.bucket, { words, otherwise: 'DAY' });
  const choice = await chooseClaims(knowledge, request);
  const drafts = new Map<string, Draft>();
  let undated = 0;
  for (const claim of knowledge.graph.claims()) {
    if (turns.due()) await turns.rest();
    if (!choice.test(claim)) continue;
    const [from, to] = [bucketOf(claim.from, length), bucketOf(claim.to, length)];
    if (from === null || from !== to) {
      undated++;
      continue;
    }
    const draft = drafts.get(from) ?? { claims: 0, denied: 0, incidents: new Set() };
    drafts.set(from, draft);
    draft.claims++;
    if (isDenied(claim)) draft.denied++;
    const incident = knowledge.graph.incidentOf(claim);
    if (incident !== null) draft.incidents.add(claimKey(incident.first));
  }
  const days = [...drafts.keys()].sort();
  const buckets = days.slice(-MOST_BUCKETS).map((from): TimelineBucket => {
    const { claims = 0, denied = 0, incidents } = drafts.get(from) ?? {};
    return { from, to: lastDayOf(from, length), claims, denied, incidents: incidents?.size ?? 0 };
  });
  return { buckets, undated, truncated: days.length > MOST_BUCKETS };
}

interface Draft {
  claims: number;
  denied: number;
  readonly incidents: Set<string>;
}

function isDenied({ polarity, stance }: IndexedClaim): boolean {
  return polarity === 'NEGATED' || stance === 'DENIES';
}

/** The first day of the bucket that holds a day; null for none, and for what is no day. */
function bucketOf(day: string | null, length: TimelineBucketLength): string | null {
  if (day === null || !/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  if (length === 'YEAR') return `${day.slice(0, 4)}-01-01`;
  if (length === 'MONTH') return `${day.slice(0, 7)}-01`;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return null;
  return length === 'DAY' ? day : addDays(date, -((date.getUTCDay() + 6) % 7));
}

/** Of the bucket that begins on a day. */
function lastDayOf(from: string, length: TimelineBucketLength): string {
  const first = new Date(`${from}T00:00:00Z`);
  if (length === 'DAY') return from;
  if (length === 'WEEK') return addDays(first, 6);
  const next = new Date(first);
  if (length === 'MONTH') next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return addDays(next, -1);
}

function addDays(date: Date, days: number): string {
  return new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
