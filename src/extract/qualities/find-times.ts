import type { ClaimTime, TimePrecision } from '../../domain/index.js';
import type { TokenRange, View } from '../view.js';

/** A time expression, and the days that it names. */
export interface FoundTime extends TokenRange {
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: TimePrecision;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const NUMBERS: ReadonlyMap<string, number> = new Map(
  'a an one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [word, Math.max(1, index - 1)]),
);
const DAY = 86_400_000;

/** Days counted from a day, as `[from, to]`; null where there is no anchor. */
type Resolve = (anchor: Date) => readonly [Date, Date];

interface Pattern {
  readonly length: number;
  readonly precision: TimePrecision;
  readonly resolve: Resolve;
}

/**
 * Finds the time expressions of a sentence, in order, and reckons their days from the anchor (`YYYY-MM-DD`).
 * A bare weekday is the nearest one before the anchor, the anchor included; without an anchor, days stay null.
 */
export function findTimes(view: View, range: TokenRange, anchor: string | null): readonly FoundTime[] {
  const found: FoundTime[] = [];
  const day = anchor === null ? null : new Date(`${anchor}T00:00:00Z`);
  for (let index = range.first; index < range.last; ) {
    const pattern = readPattern(view, index);
    if (pattern === null || index + pattern.length > range.last) {
      index++;
      continue;
    }
    const days = day === null ? null : pattern.resolve(day);
    const [from, to] = days === null ? [null, null] : [iso(days[0]), iso(days[1])];
    found.push({
      first: index,
      last: index + pattern.length,
      from,
      to,
      precision: days === null ? 'UNKNOWN' : pattern.precision,
    });
    index += pattern.length;
  }
  return found;
}

/** The time as it goes into the record. */
export function toClaimTime(view: View, time: FoundTime): ClaimTime {
  return { ...view.quote(time), from: time.from, to: time.to, precision: time.precision };
}

function readPattern(view: View, index: number): Pattern | null {
  return (
    readWord(view, index) ??
    readMonth(view, index) ??
    readAgo(view, index) ??
    readLast(view, index) ??
    readYear(view, index)
  );
}

/** "Monday", "yesterday", "overnight". */
function readWord(view: View, index: number): Pattern | null {
  const lower = view.lower(index);
  const weekday = WEEKDAYS.indexOf(lower);
  if (weekday !== -1 && /^\p{Lu}/u.test(view.word(index)))
    return { length: 1, precision: 'DAY', resolve: (anchor) => same(lastWeekday(anchor, weekday)) };
  if (lower === 'today' || lower === 'tonight')
    return { length: 1, precision: 'DAY', resolve: (anchor) => same(anchor) };
  if (lower === 'yesterday') return { length: 1, precision: 'DAY', resolve: (anchor) => same(shift(anchor, -1)) };
  if (lower === 'tomorrow') return { length: 1, precision: 'DAY', resolve: (anchor) => same(shift(anchor, 1)) };
  if (lower === 'overnight') return { length: 1, precision: 'DAY', resolve: (anchor) => [shift(anchor, -1), anchor] };
  return null;
}

/** "March 12", "March 12, 2011", "March 2011", "in March", "Nov. 5". */
function readMonth(view: View, index: number): Pattern | null {
  const lower = view.lower(index);
  const month = MONTHS.findIndex(
    (name) => name === lower || (lower.length >= 3 && lower.length <= 4 && name.startsWith(lower)),
  );
  if (month === -1 || !/^\p{Lu}/u.test(view.word(index))) return null;
  let next = index + 1;
  if (view.word(next) === '.' && view.glued(next)) next++;
  const dayOfMonth = /^(?:[12]?\d|3[01])$/.test(view.word(next)) ? Number(view.word(next)) : null;
  if (dayOfMonth !== null && dayOfMonth > 0) next++;
  const comma = view.word(next) === ',' ? 1 : 0;
  const year = yearAt(view, next + comma);
  if (year !== null) next += comma + 1;
  if (
    dayOfMonth === null &&
    year === null &&
    month === 4 &&
    view.lower(index - 1) !== 'in' &&
    view.tag(index) !== 'PROPN'
  )
    return null;
  const resolve: Resolve = (anchor) => {
    const inYear = year ?? yearNear(anchor, month, dayOfMonth ?? 1);
    if (dayOfMonth !== null) return same(utc(inYear, month, dayOfMonth));
    return [utc(inYear, month, 1), utc(inYear, month + 1, 0)];
  };
  return { length: next - index, precision: dayOfMonth === null ? 'MONTH' : 'DAY', resolve };
}

/** "two weeks ago", "a day earlier", "three months before". */
function readAgo(view: View, index: number): Pattern | null {
  const amount =
    NUMBERS.get(view.lower(index)) ?? (/^\d{1,3}$/.test(view.word(index)) ? Number(view.word(index)) : null);
  if (amount === null) return null;
  const unit = view.lemma(index + 1);
  const back = /^(?:ago|earlier|before)$/.test(view.lower(index + 2));
  if (!back) return null;
  if (unit === 'day') return { length: 3, precision: 'DAY', resolve: (anchor) => same(shift(anchor, -amount)) };
  if (unit === 'week')
    return {
      length: 3,
      precision: 'WEEK',
      resolve: (anchor) => [shift(anchor, -7 * amount - 3), shift(anchor, -7 * amount + 3)],
    };
  if (unit === 'month') return { length: 3, precision: 'MONTH', resolve: (anchor) => wholeMonth(anchor, -amount) };
  if (unit === 'year')
    return { length: 3, precision: 'YEAR', resolve: (anchor) => wholeYear(anchor.getUTCFullYear() - amount) };
  return null;
}

/** "last week", "this month", "next year", "last Monday". */
function readLast(view: View, index: number): Pattern | null {
  const step = new Map([
    ['last', -1],
    ['this', 0],
    ['next', 1],
  ]).get(view.lower(index));
  if (step === undefined) return null;
  const unit = view.lemma(index + 1);
  const weekday = WEEKDAYS.indexOf(view.lower(index + 1));
  if (weekday !== -1)
    return {
      length: 2,
      precision: 'DAY',
      resolve: (anchor) => same(step > 0 ? shift(lastWeekday(anchor, weekday), 7) : lastWeekday(anchor, weekday)),
    };
  if (unit === 'week')
    return {
      length: 2,
      precision: 'WEEK',
      resolve: (anchor) => [shift(monday(anchor), 7 * step), shift(monday(anchor), 7 * step + 6)],
    };
  if (unit === 'month') return { length: 2, precision: 'MONTH', resolve: (anchor) => wholeMonth(anchor, step) };
  if (unit === 'year')
    return { length: 2, precision: 'YEAR', resolve: (anchor) => wholeYear(anchor.getUTCFullYear() + step) };
  return null;
}

/** "in 2011", "since 1997". */
function readYear(view: View, index: number): Pattern | null {
  const year = yearAt(view, index);
  if (year === null || !/^(?:in|since|of|until|by|during|from)$/.test(view.lower(index - 1))) return null;
  return { length: 1, precision: 'YEAR', resolve: () => wholeYear(year) };
}

function yearAt(view: View, index: number): number | null {
  return /^(?:1[89]|20)\d\d$/.test(view.word(index)) ? Number(view.word(index)) : null;
}

/** The year in which the day lies nearest to the anchor, at most a month ahead of it. */
function yearNear(anchor: Date, month: number, dayOfMonth: number): number {
  const year = anchor.getUTCFullYear();
  return utc(year, month, dayOfMonth).getTime() > anchor.getTime() + 31 * DAY ? year - 1 : year;
}

function utc(year: number, month: number, dayOfMonth: number): Date {
  return new Date(Date.UTC(year, month, dayOfMonth));
}

function shift(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY);
}

function same(day: Date): readonly [Date, Date] {
  return [day, day];
}

function lastWeekday(anchor: Date, weekday: number): Date {
  return shift(anchor, -((anchor.getUTCDay() - weekday + 7) % 7));
}

function monday(day: Date): Date {
  return lastWeekday(day, 1);
}

function wholeMonth(anchor: Date, months: number): readonly [Date, Date] {
  const [year, month] = [anchor.getUTCFullYear(), anchor.getUTCMonth() + months];
  return [utc(year, month, 1), utc(year, month + 1, 0)];
}

function wholeYear(year: number): readonly [Date, Date] {
  return [utc(year, 0, 1), utc(year, 11, 31)];
}

function iso(day: Date): string {
  return day.toISOString().slice(0, 10);
}
