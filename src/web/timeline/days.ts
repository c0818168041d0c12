const DAY = 86_400_000;

/** A day `YYYY-MM-DD` as the number of days since 1970; NaN for what is no day. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
}

/** The day of a number of days since 1970, as `YYYY-MM-DD`. */
export function dayWords(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** How long stretches of a timeline are, so that some dozens to some hundreds of them cover so many days. */
export function bucketFor(days: number): 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' {
  if (days <= 150) return 'DAY';
  if (days <= 1100) return 'WEEK';
  return days <= 12_000 ? 'MONTH' : 'YEAR';
}
