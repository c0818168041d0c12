/** Days as whole numbers, counted from 1 January 1970, and what lies in them. */
export type Day = number;

/** First and last day, both included; null where the end is open. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

const MILLISECONDS = 86_400_000;

/** The day of a date; months count from 0 and may lie outside the year. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month, dayOfMonth);
  return Math.round(date.getTime() / MILLISECONDS);
}

/** The day of `YYYY-MM-DD`. */
export function dayOfText(text: string): Day {
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));
}

/** `YYYY-MM-DD`; null for a day outside the years 1 to 9999. */
export function textOfDay(day: Day): string | null {
  const date = new Date(day * MILLISECONDS);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

export function yearOf(day: Day): number {
  return new Date(day * MILLISECONDS).getUTCFullYear();
}

/** 0 for January. */
export function monthOf(day: Day): number {
  return new Date(day * MILLISECONDS).getUTCMonth();
}

/** 0 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day itself, or the last one before it that is such a weekday. */
export function weekdayBefore(day: Day, weekday: number): Day {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}

export function oneDay(day: Day): DayRange {
  return { from: day, to: day };
}

/** Monday to Sunday. */
export function weekOf(day: Day): DayRange {
  const from = weekdayBefore(day, 1);
  return { from, to: from + 6 };
}

/** So many months on, counted from January of the year. */
export function monthsOf(year: number, month: number, count = 1): DayRange {
  return { from: dayOf(year, month, 1), to: dayOf(year, month + count, 0) };
}

export function yearsOf(year: number, count = 1): DayRange {
  return { from: dayOf(year, 0, 1), to: dayOf(year + count - 1, 11, 31) };
}

/** The beginning, middle or end of a range that is longer than a day: a third of it; of a week or less the range itself. */
export function thirdOf({ from, to }: DayRange, third: number): DayRange {
  if (from === null || to === null || to - from < 8) return { from, to };
  const length = (to - from + 1) / 3;
  return { from: Math.round(from + third * length), to: Math.round(from + (third + 1) * length) - 1 };
}
