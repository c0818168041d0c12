import { overlaps, type Span } from '../../../base/index.js';
import type { ClaimTime, TimePrecision } from '../../../domain/index.js';
import type { Resources } from '../../../resources/index.js';
import type { TokenRange, View } from '../../view.js';
import { type Day, dayOfText, textOfDay } from './calendar.js';
import { looksAhead } from './looks-ahead.js';
import { readTime } from './read-time.js';
import { timeToken } from './time-text.js';

/** A time expression, and the days that it names. */
export interface FoundTime extends TokenRange {
  /** `YYYY-MM-DD`; null where the words name no day, or the end is open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: TimePrecision;
}

/** What of a document its times are read by. */
export interface TimeFrame {
  /** The day that relative times count from, `YYYY-MM-DD`; null where none is known. */
  readonly anchor: string | null;
  /** What stands in it tells of no claim. */
  readonly dateline: Span | null;
}

/** For how many sentences a day that was told stays the one that "two days later" counts from. */
const MEMORY = 3;

/**
 * Finds the time expressions of a document by sentence, in order, and reckons their days from the anchor (`YYYY-MM-DD`),
 * and from what the text told before ("two days later"). A bare weekday is the nearest one before the anchor, the anchor
 * included, or after it where the verb looks ahead. Without an anchor, only what names a year has days.
 */
export function findTimes(
  view: View,
  resources: Resources,
  { anchor, dateline }: TimeFrame,
): readonly (readonly FoundTime[])[] {
  const now = anchor === null ? null : dayOfText(anchor);
  let told: Day | null = null;
  let toldIn = 0;
  return view.sentences.map((sentence, number) => {
    if (sentence.furniture) return [];
    const text = { view, words: resources.timeWords, last: sentence.last };
    const found: FoundTime[] = [];
    for (let index = sentence.first; index < sentence.last; ) {
      const token = timeToken(text, index);
      const time = token === null ? null : readTime(text, index, token);
      if (time === null) {
        index++;
        continue;
      }
      const isFuture = looksAhead(view, resources, index);
      if (number - toldIn > MEMORY) told = null;
      const seen = { now: now ?? Number.NaN, told: told ?? now ?? Number.NaN, isFuture };
      const days = time.days(seen);
      index = Math.max(time.last, index + 1);
      if (days === null || (dateline !== null && overlaps(view.span(time), dateline))) continue;
      const [from, to] = [days.from, days.to].map((day) => (day === null || Number.isNaN(day) ? null : textOfDay(day)));
      found.push({
        first: Math.max(time.first, found.at(-1)?.last ?? sentence.first),
        last: time.last,
        from: from ?? null,
        to: to ?? null,
        precision: from === null && to === null ? 'UNKNOWN' : time.precision,
      });
      if (days.from !== null && days.from === days.to && !Number.isNaN(days.from)) [told, toldIn] = [days.from, number];
    }
    return found;
  });
}

/** The time as it goes into the record. */
export function toClaimTime(view: View, time: FoundTime): ClaimTime {
  return { ...view.quote(time), from: time.from, to: time.to, precision: time.precision };
}
