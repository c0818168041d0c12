import { type Day, type DayRange, thirdOf } from './calendar.js';
import { readClock, readPart } from './read-clock.js';
import { readDayMonth, readMonth, readWeekday, readWritten, readYear } from './read-date.js';
import {
  readAmount,
  readDay,
  readHoliday,
  readOvernight,
  readPartOfYear,
  readRecent,
  readSeason,
  readStep,
  readUnit,
  readWeekend,
} from './read-relative.js';
import { isKind, type TimeReading, type TimeText, type TimeToken, timeToken } from './time-text.js';

type Reader = (text: TimeText, index: number, token: TimeToken) => TimeReading | null;

/** By the kind of the first word, what may begin with it; the first reader that succeeds holds. */
const READERS: Readonly<Partial<Record<TimeToken['kind'], readonly Reader[]>>> = {
  WEEKDAY: [readWeekday],
  MONTH: [readMonth],
  NUMBER: [readDayMonth, readAmount, readClock, readYear],
  DAY_NUMBER: [readDayMonth],
  DECADE: [readWritten],
  DATE: [readWritten],
  YEARS: [readWritten],
  CLOCK: [readClock],
  DAY: [readDay],
  OVERNIGHT: [readOvernight],
  STEP: [readStep],
  STEP_TOLD: [readStep],
  RECENT: [readRecent],
  UNIT: [readUnit],
  WEEKEND: [readWeekend],
  SEASON: [readSeason],
  ORDINAL: [readPartOfYear],
  HOLIDAY: [readHoliday],
  PART: [readPart],
};
const BETWEEN = new Set(['from', 'between']);
const AND = new Set(['to', 'and', 'until', 'till', 'through', '-', '–', '—']);
/** Words that make a time the end of a longer one, and the days that they make of it. */
const OPENERS: ReadonlyMap<string, (range: DayRange, now: Day) => DayRange> = new Map([
  ['since', ({ from }: DayRange, now: Day) => ({ from, to: from !== null && from <= now ? now : null })],
  ['until', ({ to }: DayRange) => ({ from: null, to })],
  ['till', ({ to }: DayRange) => ({ from: null, to })],
  ['by', ({ to }: DayRange) => ({ from: null, to })],
  ['before', ({ from }: DayRange) => ({ from: null, to: from === null ? null : from - 1 })],
  ['after', ({ to }: DayRange) => ({ from: to === null ? null : to + 1, to: null })],
]);

/** A time expression with where it begins: an opener before its first word belongs to it. */
export interface WholeTime extends TimeReading {
  readonly first: number;
}

/** Reads the time expression whose first word stands at a token; null where none does. */
export function readTime(text: TimeText, index: number, token: TimeToken): WholeTime | null {
  const reading = readParts(text, index, token);
  if (reading === null) return null;
  const { view } = text;
  // "the", "about": words between an opener and its time.
  const before = view.lower(index - 1) === 'the' ? index - 2 : index - 1;
  const between = BETWEEN.has(view.lower(before)) ? readUntil(text, reading) : null;
  if (between !== null) return { ...between, first: before };
  const open = OPENERS.get(view.lower(before));
  // "after Monday's raid" tells of the raid, and "after" of what came later.
  if (open === undefined || view.form(reading.last) === 'POS') return { ...reading, first: index };
  return {
    first: before,
    last: reading.last,
    precision: 'RANGE',
    days: (seen) => {
      const days = reading.days(seen);
      return days === null ? null : open(days, seen.now);
    },
  };
}

/** A time with the edge before it, and the hour or the day beside it: "early Tuesday", "10 a.m. on Monday", "the end of March". */
function readParts(text: TimeText, index: number, token: TimeToken): TimeReading | null {
  if (token.kind === 'EDGE') return readEdge(text, index, token);
  if (token.kind === 'SHIFT') return readRest(text, index, token);
  const reading = readCore(text, index, token);
  if (reading === null) return null;
  const { view } = text;
  const link = view.lower(reading.last);
  const next = link === 'on' || link === 'at' ? reading.last + 1 : reading.last;
  const nextToken = timeToken(text, next);
  const isClock = reading.precision === 'HOUR' || reading.precision === 'MINUTE';
  if (nextToken === null || (reading.precision !== 'DAY' && !isClock)) return reading;
  const other = readCore(text, next, nextToken);
  if (other === null) return reading;
  const isOtherClock = other.precision === 'HOUR' || other.precision === 'MINUTE';
  if (isClock && other.precision === 'DAY') return { ...other, precision: reading.precision };
  if (!isClock && isOtherClock) return { ...other, days: reading.days };
  return reading;
}

function readCore(text: TimeText, index: number, token: TimeToken): TimeReading | null {
  for (const read of READERS[token.kind] ?? []) {
    const reading = read(text, index, token);
    if (reading !== null) return reading.last <= text.last ? reading : null;
  }
  return null;
}

/** "early Tuesday", "late last year", "mid-May", "the end of the year", "early in March". */
function readEdge(text: TimeText, index: number, token: TimeToken): TimeReading | null {
  const { view } = text;
  let next = index + 1;
  const link = view.lower(next);
  if (link === 'of' || link === 'in' || link === 'on' || link === '-') next++;
  else if (token.value === 1 || isKind(text, index, 'UNIT')) return null;
  if (view.lower(next) === 'the') next++;
  const core = timeToken(text, next);
  if (core === null) return null;
  const isThis = core.kind === 'UNIT' && view.lower(next - 1) === 'the';
  const reading = isThis ? readStep(text, next - 1, { kind: 'STEP', value: 0 }) : readCore(text, next, core);
  if (reading === null) return null;
  return {
    ...reading,
    days: (seen) => {
      const days = reading.days(seen);
      return days === null ? null : thirdOf(days, token.value);
    },
  };
}

/** "earlier this week", "later this year": what lies before now, or after it. */
function readRest(text: TimeText, index: number, token: TimeToken): TimeReading | null {
  const next = timeToken(text, index + 1);
  if (next === null || (next.kind !== 'STEP' && next.kind !== 'WEEKDAY' && next.kind !== 'DAY')) return null;
  if (text.view.tag(index) === 'ADP' || text.view.tag(index) === 'SCONJ') return null;
  const reading = readCore(text, index + 1, next);
  if (reading === null) return null;
  return {
    ...reading,
    days: (seen) => {
      const days = reading.days(seen);
      if (days === null || days.from === null || days.to === null) return days;
      if (seen.now < days.from || seen.now > days.to) return days;
      return token.value < 0 ? { from: days.from, to: seen.now } : { from: seen.now, to: days.to };
    },
  };
}

/** "between May| and June", "from 2003| to 2008": both ends at once; null where no second time follows. */
function readUntil(text: TimeText, reading: TimeReading): TimeReading | null {
  if (!AND.has(text.view.lower(reading.last))) return null;
  const token = timeToken(text, reading.last + 1);
  const until = token === null ? null : readParts(text, reading.last + 1, token);
  if (until === null) return null;
  return {
    last: until.last,
    precision: 'RANGE',
    days: (seen) => {
      const end = until.days(seen);
      if (end === null || end.to === null) return end;
      // "from May to June 2011": the first is seen from the second.
      const begin = reading.days({ ...seen, now: end.to, isFuture: false });
      return { from: begin?.from ?? null, to: end.to };
    },
  };
}
