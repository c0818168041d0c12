/** The day of a day or instant as a number that sorts: 20120312; null where there is none. */
export function dayNumber(time: string | null): number | null {
  const digits = time?.slice(0, 10).replaceAll('-', '') ?? '';
  return /^\d{8}$/.test(digits) ? Number(digits) : null;
}

/** Milliseconds since 1970 of a day or instant; null where there is none. */
export function instantNumber(time: string | null): number | null {
  const milliseconds = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}
