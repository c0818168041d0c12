/**
 * A date as `YYYY-MM-DD`, or a date with a time as `YYYY-MM-DDTHH:MM:SSZ` in UTC; a time without a zone counts as UTC.
 * Reads ISO 8601, the dates of feeds and PDF files, and dates in words ("March 12, 2012"). Null for anything else,
 * for days that do not exist, and for days written in figures whose order is anyone's guess ("03/12/2012").
 */
export function normalizeDate(text: string | null): string | null {
  const trimmed = (text ?? '').trim();
  // Longer than any date: not worth a match.
  if (trimmed === '' || trimmed.length > 100) return null;
  const iso = ISO.exec(trimmed) ?? COMPACT.exec(trimmed);
  if (iso?.groups !== undefined) return dateTime(iso.groups, iso.groups.month);
  const words = MAIL.exec(trimmed) ?? DAY_FIRST.exec(trimmed) ?? MONTH_FIRST.exec(trimmed);
  const month = monthOf(words?.groups?.month ?? '');
  return month === null ? null : dateTime(words?.groups ?? {}, String(month));
}

/** The number, 1 to 12, of a month's English name or its abbreviation, in any case, with or without a full stop. */
export function monthOf(name: string): number | null {
  return MONTH.test(name) ? MONTHS.indexOf(name.toLowerCase().slice(0, 3)) + 1 : null;
}

/** A day as `YYYY-MM-DD`; null where it does not exist. Month and day count from 1. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

/** The text of a regular expression that matches the names of the months, abbreviated ones with or without full stop. */
export const MONTH_NAMES =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?';

const MONTH = new RegExp(`^(?:${MONTH_NAMES})$`, 'i');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours from UTC of the zones that RFC 822 names, and of those that European feeds use. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['Z', 0],
  ['UT', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['EST', -5],
  ['EDT', -4],
  ['CST', -6],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
  ['CET', 1],
  ['CEST', 2],
  ['BST', 1],
]);

const ZONE = "(?<zone>[A-Z]{1,4}|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}'\\d{2}'?|[+-]\\d{2})";
const CLOCK = `(?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?\\s?${ZONE}?`;
const ISO = new RegExp(`^(?<year>\\d{4})[-/](?<month>\\d{2})[-/](?<day>\\d{2})(?:(?:T|t|\\s)${CLOCK})?$`);
/** `20120312`, `20120312T080000Z`, and of PDF files `D:20120312080000+01'00'`. */
const COMPACT = new RegExp(
  `^(?:D:)?(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:T?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?${ZONE}?)?$`,
);
/** `Mon, 12 Mar 2012 08:00:00 +0100` */
const MAIL = new RegExp(
  `^(?:[A-Za-z]{3,9},?\\s)?(?<day>\\d{1,2})[\\s-](?<month>${MONTH_NAMES})[\\s-](?<year>\\d{4}),?\\s${CLOCK}$`,
  'i',
);
/** `12 March 2012`; a time in words behind it is left out. */
const DAY_FIRST = new RegExp(
  `^(?:[A-Za-z]{3,9},?\\s)?(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s(?<month>${MONTH_NAMES}),?\\s(?<year>\\d{4})\\b`,
  'i',
);
/** `March 12, 2012` */
const MONTH_FIRST = new RegExp(
  `^(?:[A-Za-z]{3,9},?\\s)?(?<month>${MONTH_NAMES})\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<year>\\d{4})\\b`,
  'i',
);

function dateTime(parts: Readonly<Record<string, string | undefined>>, month: string | undefined): string | null {
  const day = isoDay(Number(parts.year), Number(month), Number(parts.day));
  if (day === null || parts.hour === undefined || parts.minute === undefined) return day;
  const second = parts.second ?? '00';
  if (Number(parts.hour) > 23 || Number(parts.minute) > 59 || Number(second) > 59) return null;
  const offset = zoneMinutes(parts.zone);
  if (offset === null) return day;
  const local = Date.parse(`${day}T${parts.hour}:${parts.minute}:${second}Z`);
  const instant = new Date(local - offset * 60_000).toISOString();
  // Years beyond 0000 and 9999, which an offset can reach, have another form.
  return instant.length === 24 ? `${instant.slice(0, 19)}Z` : day;
}

/** Minutes from UTC; null for a zone that is not known. */
function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined) return 0;
  const named = ZONES.get(zone.toUpperCase());
  if (named !== undefined) return named * 60;
  const digits = zone.replaceAll(/[^\d]/g, '');
  if (digits === '') return null;
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0');
  return zone.startsWith('-') ? -minutes : minutes;
}
