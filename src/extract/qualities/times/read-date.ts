import {
  type Day,
  type DayRange,
  dayOf,
  monthOf,
  monthsOf,
  oneDay,
  weekdayBefore,
  weekOf,
  yearOf,
  yearsOf,
} from './calendar.js';
import {
  dayOfMonthAt,
  isCapital,
  isKind,
  type Standpoint,
  type TimeReading,
  type TimeText,
  type TimeToken,
  timeToken,
  yearAt,
} from './time-text.js';

/** Words before a bare year. */
const BEFORE_YEARS = new Set(
  'in since of by from until till during before after between and to through early late mid around circa fiscal year - –'.split(
    ' ',
  ),
);
/** Words before a month that is also a verb or a modal: "in May", "last March". */
const BEFORE_MONTHS = new Set(
  'in since of by from until till last next this early late between and to before after on mid -'.split(' '),
);
const DASHES = new Set(['-', '–', '—', 'to']);

/** "Monday", "Monday morning", "Monday, March 12", "Monday of last week". */
export function readWeekday(text: TimeText, index: number): TimeReading | null {
  const { view } = text;
  const token = timeToken(text, index) as TimeToken;
  if (view.lower(index).length < 6 && (!isCapital(view, index) || view.tag(index) !== 'PROPN')) return null;
  const comma = view.lower(index + 1) === ',' ? 1 : 0;
  const date = isKind(text, index + 1 + comma, 'MONTH')
    ? readMonth(text, index + 1 + comma)
    : readDayMonth(text, index + 1 + comma);
  if (date !== null && date.precision === 'DAY') return date;
  const of = view.lower(index + 1) === 'of' ? 1 : 0;
  const step = timeToken(text, index + 1 + of);
  if (step?.kind === 'STEP' && view.lower(index + 2 + of) === 'week')
    return {
      last: index + 3 + of,
      precision: 'DAY',
      days: ({ now }) => oneDay((weekOf(now).from as Day) + 7 * step.value + ((token.value + 6) % 7)),
    };
  const last = isKind(text, index + 1, 'PART') ? index + 2 : index + 1;
  return { last, precision: 'DAY', days: ({ now, isFuture }) => oneDay(weekdayNear(now, token.value, isFuture)) };
}

/** The nearest such weekday before, the day itself included; of the future, the nearest after. */
export function weekdayNear(now: Day, weekday: number, isFuture: boolean): Day {
  return isFuture ? weekdayBefore(now + 6, weekday) : weekdayBefore(now, weekday);
}

/** "March 12", "March 3-5", "March 12, 2011", "March 2011", "in March". */
export function readMonth(text: TimeText, index: number): TimeReading | null {
  const { view } = text;
  const token = timeToken(text, index) as TimeToken;
  if (!isCapital(view, index)) return null;
  let last = index + 1;
  const dayOfMonth = dayOfMonthAt(text, last);
  let untilDay: number | null = null;
  if (dayOfMonth !== null) {
    last++;
    untilDay = DASHES.has(view.lower(last)) ? dayOfMonthAt(text, last + 1) : null;
    if (untilDay !== null) last += 2;
  }
  const comma = view.lower(last) === ',' ? 1 : 0;
  const year = yearAt(text, last + comma);
  if (year !== null) last += comma + 1;
  if (dayOfMonth === null && year === null && !isBareMonth(text, index)) return null;
  return monthReading({ last, year, month: token.value, dayOfMonth, untilDay });
}

/** "May" may be a modal, "March" a walk: without a day or year, a preposition or the tagger must tell. */
function isBareMonth({ view }: TimeText, index: number): boolean {
  const lower = view.lower(index);
  if (lower !== 'may' && lower !== 'march') return lower.length > 3;
  return view.tag(index) === 'PROPN' && BEFORE_MONTHS.has(view.lower(index - 1));
}

/** "12 March 2011", "3rd of May", "3-5 May". */
export function readDayMonth(text: TimeText, index: number): TimeReading | null {
  const { view } = text;
  const dayOfMonth = dayOfMonthAt(text, index);
  if (dayOfMonth === null) return null;
  let last = index + 1;
  const untilDay = DASHES.has(view.lower(last)) ? dayOfMonthAt(text, last + 1) : null;
  if (untilDay !== null) last += 2;
  if (view.lower(last) === 'of') last++;
  const month = timeToken(text, last);
  if (month?.kind !== 'MONTH' || !isCapital(view, last)) return null;
  const comma = view.lower(last + 1) === ',' ? 1 : 0;
  const year = yearAt(text, last + 1 + comma);
  last += year === null ? 1 : 2 + comma;
  return monthReading({ last, year, month: month.value, dayOfMonth, untilDay });
}

interface MonthParts {
  readonly last: number;
  readonly year: number | null;
  readonly month: number;
  readonly dayOfMonth: number | null;
  readonly untilDay: number | null;
}

function monthReading({ last, year, month, dayOfMonth, untilDay }: MonthParts): TimeReading {
  return {
    last,
    precision: dayOfMonth === null ? 'MONTH' : untilDay === null ? 'DAY' : 'RANGE',
    days: (seen) => {
      const inYear = year ?? yearNear(seen, month, dayOfMonth ?? 1);
      if (dayOfMonth === null) return monthsOf(inYear, month);
      return { from: dayOf(inYear, month, dayOfMonth), to: dayOf(inYear, month, untilDay ?? dayOfMonth) };
    },
  };
}

/** The year in which the day is past, or at most a month ahead; for what is to come, in which it is not past. */
export function yearNear({ now, isFuture }: Standpoint, month: number, dayOfMonth: number): number {
  const year = yearOf(now);
  if (isFuture) return dayOf(year, month, dayOfMonth) < now && month !== monthOf(now) ? year + 1 : year;
  return dayOf(year, month, dayOfMonth) > now + 31 ? year - 1 : year;
}

/** "in 2011", "the 2011 uprising", "fiscal 2012": never "2011 people". */
export function readYear(text: TimeText, index: number): TimeReading | null {
  const { view } = text;
  const year = yearAt(text, index);
  if (year === null) return null;
  const counts = view.dependency(index) === 'nummod' && view.head(index) > index;
  const head = view.head(index);
  const names = head === index + 1 && view.form(head) === 'NN' && view.tag(index - 1) === 'DET';
  if (!names && (counts || !BEFORE_YEARS.has(view.lower(index - 1)))) return null;
  return { last: index + 1, precision: 'YEAR', days: () => yearsOf(year) };
}

/** "the 1990s"; "2011-03-12"; "2003-2008". */
export function readWritten(_: TimeText, index: number, token: TimeToken): TimeReading | null {
  const days: DayRange =
    token.kind === 'DATE'
      ? oneDay(token.value)
      : yearsOf(token.value, token.kind === 'DECADE' ? 10 : (token.until as number) - token.value + 1);
  if ((days.to as Day) < (days.from as Day)) return null;
  return { last: index + 1, precision: token.kind === 'DATE' ? 'DAY' : 'RANGE', days: () => days };
}
