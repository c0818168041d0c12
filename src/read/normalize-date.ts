/** A date as `YYYY-MM-DD`, or a date-time as `YYYY-MM-DDTHH:MM:SSZ` in UTC; null where it cannot be read. */
export function normalizeDate(_text: string | null): string | null {
  return null;
}
