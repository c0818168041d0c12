import type { TimePrecision } from '../../../domain/index.js';
import {
  type Day,
  type DayRange,
  dayOf,
  monthOf,
  monthsOf,
  oneDay,
  weekdayBefore,
  weekdayOf,
  weekOf,
  yearOf,
  yearsOf,
} from './calendar.js';
import { weekdayNear, yearNear } from './read-date.js';
import {
  isKind,
  type Standpoint,
  type TimeReading,
  type TimeText,
  type TimeToken,
  timeToken,
  yearAt,
} from './time-text.js';

/** A unit of time by its rank in the lexicon: how exact it is, how many days or months it lasts, and the one that holds a day. */
interface Unit {
  readonly precision: TimePrecision;
  readonly days: number;
  readonly months: number;
  readonly around: (day: Day) => DayRange;
}

const AN_INSTANT = { days: 0, months: 0, around: oneDay };
/** From second to century, as the lexicon ranks them. */
const UNITS: readonly Unit[] = [
  { precision: 'MINUTE', ...AN_INSTANT },
  { precision: 'MINUTE', ...AN_INSTANT },
  { precision: 'HOUR', ...AN_INSTANT },
  { precision: 'DAY', days: 1, months: 0, around: oneDay },
  { precision: 'WEEK', days: 7, months: 0, around: weekOf },
  { precision: 'WEEK', days: 14, months: 0, around: weekOf },
  { precision: 'MONTH', days: 0, months: 1, around: (day) => monthsOf(yearOf(day), monthOf(day)) },
  {
    precision: 'RANGE',
    days: 0,
    months: 3,
    around: (day) => monthsOf(yearOf(day), monthOf(day) - (monthOf(day) % 3), 3),
  },
  { precision: 'YEAR', days: 0, months: 12, around: (day) => yearsOf(yearOf(day)) },
  { precision: 'RANGE', days: 0, months: 120, around: (day) => yearsOf(yearOf(day) - (yearOf(day) % 10), 10) },
  { precision: 'RANGE', days: 0, months: 1200, around: (day) => yearsOf(yearOf(day) - (yearOf(day) % 100), 100) },
];
const DAY_RANK = 3;
/** How many units "recent days" and the like are taken for. */
const RECENT = 4;
const AROUND_A_WEEK = 3;

function moved(day: Day, { days, months }: Unit, steps: number): Day {
  if (months === 0) return day + days * steps;
  const first = dayOf(yearOf(day), monthOf(day) + months * steps, 1);
  const dayOfMonth = day - dayOf(yearOf(day), monthOf(day), 1);
  return Math.min(first + dayOfMonth, dayOf(yearOf(first), monthOf(first) + 1, 0));
}

/** "yesterday", "yesterday morning", "tonight". */
export function readDay(text: TimeText, index: number, token: TimeToken): TimeReading {
  return {
    last: isKind(text, index + 1, 'PART') ? index + 2 : index + 1,
    precision: 'DAY',
    days: ({ now }) => oneDay(now + token.value),
  };
}

/** "overnight": the night that ends on the day. */
export function readOvernight(_: TimeText, index: number): TimeReading {
  return { last: index + 1, precision: 'DAY', days: ({ now }) => ({ from: now - 1, to: now }) };
}

/** "last week", "next Monday", "this spring", "last night", "the past two weeks", "the next day". */
export function readStep(text: TimeText, index: number, token: TimeToken): TimeReading | null {
  const { view } = text;
  const next = timeToken(text, index + 1);
  if (next === null) return null;
  const isDefinite = view.lower(index - 1) === 'the';
  const isTold = token.kind === 'STEP_TOLD' || (isDefinite && view.lower(index) === 'next');
  const from = ({ now, told }: Standpoint) => (isTold ? told : now);
  if (next.kind === 'NUMBER' && isKind(text, index + 2, 'UNIT'))
    return stretch(text, index + 2, token.value * next.value);
  if (next.kind === 'UNIT') {
    // "the past week", "the coming days": a stretch that touches now; "last week" is the one before this.
    const isStretch = view.form(index + 1) === 'NNS' || ((isDefinite || view.lower(index) === 'past') && !isTold);
    if (isStretch && token.value !== 0)
      return stretch(text, index + 1, token.value * (view.form(index + 1) === 'NNS' ? RECENT : 1));
    const unit = UNITS[next.value] as Unit;
    return {
      last: index + 2,
      precision: unit.precision,
      days: (seen) => unit.around(moved(from(seen), unit, token.value)),
    };
  }
  const read = STEPS[next.kind];
  return read === undefined
    ? null
    : {
        last: index + 2,
        precision: next.kind === 'WEEKDAY' || next.kind === 'PART' ? 'DAY' : next.kind === 'MONTH' ? 'MONTH' : 'RANGE',
        days: (seen) => read(from(seen), token.value, next.value),
      };
}

/** By what follows "last", "this" or "next": its days, counted from a day. */
const STEPS: Readonly<Partial<Record<TimeToken['kind'], (day: Day, step: number, value: number) => DayRange>>> = {
  WEEKDAY: (day, step, weekday) =>
    oneDay(
      step > 0
        ? weekdayNear(day + 1, weekday, true)
        : step < 0
          ? weekdayBefore(day - 1, weekday)
          : (weekOf(day).from as Day) + ((weekday + 6) % 7),
    ),
  PART: (day, step) => oneDay(day + step),
  WEEKEND: (day, step) => weekendOf(day, step),
  MONTH: (day, step, month) => {
    const year = yearOf(day);
    const isBefore = month < monthOf(day);
    return monthsOf(step < 0 && !isBefore ? year - 1 : step > 0 && isBefore ? year + 1 : year, month);
  },
  SEASON: (day, step, month) => {
    const year = yearOf(day);
    const isOver = month + 2 < monthOf(day);
    return monthsOf(step < 0 && !isOver ? year - 1 : step > 0 && month <= monthOf(day) ? year + 1 : year, month, 3);
  },
};

/** Saturday and Sunday: the last ones, this week's, or the next week's. */
function weekendOf(day: Day, step: number): DayRange {
  const saturday =
    step < 0 ? weekdayBefore(weekdayOf(day) === 0 ? day - 2 : day - 1, 6) : (weekOf(day).from as Day) + 5 + 7 * step;
  return { from: saturday, to: saturday + 1 };
}

/** "the weekend". */
export function readWeekend(_: TimeText, index: number): TimeReading {
  return {
    last: index + 1,
    precision: 'RANGE',
    days: ({ now, isFuture }) => weekendOf(now, isFuture ? 0 : -1),
  };
}

/** So many units before the document's day, or after it: "the past two weeks", "the coming days". */
function stretch(text: TimeText, index: number, steps: number): TimeReading {
  const unit = UNITS[(timeToken(text, index) as TimeToken).value] as Unit;
  return {
    last: index + 1,
    precision: 'RANGE',
    days: ({ now }) =>
      steps < 0 ? { from: moved(now, unit, steps), to: now } : { from: now, to: moved(now, unit, steps) },
  };
}

/** "in recent days". */
export function readRecent(text: TimeText, index: number): TimeReading | null {
  return isKind(text, index + 1, 'UNIT') ? stretch(text, index + 1, -RECENT) : null;
}

/** "two weeks ago", "a day earlier", "three years later"; "in two weeks", of what is to come. */
export function readAmount(text: TimeText, index: number, token: TimeToken): TimeReading | null {
  const of = text.view.lower(index + 1) === 'of' || isKind(text, index + 1, 'NUMBER') ? 1 : 0;
  const unitAt = index + 1 + of;
  const unit = timeToken(text, unitAt);
  if (unit?.kind !== 'UNIT') return null;
  const rank = unit.value;
  const direction = directionAt(text, unitAt + 1);
  if (direction !== null) {
    const { value, kind } = direction;
    return {
      last: unitAt + 2,
      precision: precisionOf(rank),
      days: (seen) => awayFrom(kind === 'AGO' ? seen.now : seen.told, rank, value * token.value),
    };
  }
  const before = text.view.lower(index - 1);
  if (before !== 'in' && before !== 'within') return null;
  return {
    last: unitAt + 1,
    precision: precisionOf(rank),
    days: ({ now, isFuture }) => (isFuture ? awayFrom(now, rank, token.value) : null),
  };
}

/** "the day before", "the week after": one unit away from what was told; "years ago", of which no one can tell the days. */
export function readUnit(text: TimeText, index: number, token: TimeToken): TimeReading | null {
  const direction = directionAt(text, index + 1);
  if (direction === null) return null;
  const isOne = text.view.lower(index - 1) === 'the' && direction.kind === 'SHIFT';
  return {
    last: index + 2,
    precision: isOne ? precisionOf(token.value) : 'UNKNOWN',
    days: ({ told }) => (isOne ? awayFrom(told, token.value, direction.value) : { from: null, to: null }),
  };
}

/** "ago", "earlier"; "before" and "after" only where nothing follows them that they could take: "a day after|, …". */
function directionAt(text: TimeText, index: number): TimeToken | null {
  const { view } = text;
  const token = timeToken(text, index);
  if (token === null || (token.kind !== 'AGO' && token.kind !== 'SHIFT')) return null;
  const tag = view.tag(index);
  if (tag === 'ADP' || tag === 'SCONJ') {
    const next = view.tag(index + 1);
    if (index + 1 < text.last && next !== 'PUNCT') return null;
  }
  return token;
}

function precisionOf(rank: number): TimePrecision {
  return (UNITS[rank] as Unit).precision;
}

/** The day so many units away; of weeks the days around it, of longer units the whole month or year. */
function awayFrom(day: Day, rank: number, steps: number): DayRange {
  const unit = UNITS[rank] as Unit;
  const there = moved(day, unit, steps);
  if (rank <= DAY_RANK) return oneDay(there);
  return unit.months === 0 ? { from: there - AROUND_A_WEEK, to: there + AROUND_A_WEEK } : unit.around(there);
}

/** "summer 2011", "the spring of 2011", "in the spring". */
export function readSeason(text: TimeText, index: number, token: TimeToken): TimeReading | null {
  const { view } = text;
  if (view.tag(index) !== 'NOUN' && view.tag(index) !== 'PROPN') return null;
  const of = view.lower(index + 1) === 'of' ? 1 : 0;
  const year = yearAt(text, index + 1 + of);
  if (year !== null) return { last: index + 2 + of, precision: 'RANGE', days: () => monthsOf(year, token.value, 3) };
  if (view.lower(index - 1) !== 'the' || view.lower(index - 2) !== 'in') return null;
  return {
    last: index + 1,
    precision: 'RANGE',
    days: (seen) => monthsOf(yearNear(seen, token.value, 1), token.value, 3),
  };
}

/** "the first quarter", "the second half of 2011", "third quarter of this year". */
export function readPartOfYear(text: TimeText, index: number, token: TimeToken): TimeReading | null {
  const { view } = text;
  const what = view.lower(index + 1);
  const months = what === 'quarter' ? 3 : what === 'half' && token.value <= 2 ? 6 : 0;
  if (months === 0) return null;
  const of = view.lower(index + 2) === 'of' ? 1 : 0;
  const year = yearAt(text, index + 2 + of);
  const step = timeToken(text, index + 2 + of);
  const isStep = step?.kind === 'STEP' && view.lower(index + 3 + of) === 'year';
  if (what === 'half' && year === null && !isStep) return null;
  const from = (token.value - 1) * months;
  return {
    last: index + 2 + (year !== null ? 1 + of : isStep ? 2 + of : 0),
    precision: 'RANGE',
    days: (seen) => monthsOf(year ?? (isStep ? yearOf(seen.now) + step.value : yearNear(seen, from, 1)), from, months),
  };
}

/** "Christmas", "Christmas Eve". */
export function readHoliday(text: TimeText, index: number, token: TimeToken): TimeReading {
  const next = text.view.lower(index + 1);
  const [month, dayOfMonth] = [Math.floor(token.value / 100) - 1, (token.value % 100) - (next === 'eve' ? 1 : 0)];
  return {
    last: next === 'eve' || next === 'day' ? index + 2 : index + 1,
    precision: 'DAY',
    days: (seen) => oneDay(dayOf(yearNear(seen, month, dayOfMonth), month, dayOfMonth)),
  };
}
