import type { Span } from '../base/index.js';
import type { Dateline } from '../domain/index.js';
import { isoDay, MONTH_NAMES, monthOf } from './normalize-date.js';

/** A dateline, and the day that it names. */
export interface FoundDateline {
  readonly dateline: Dateline | null;
  /** `YYYY-MM-DD`; null where the dateline has no date, or one whose year is unknown. */
  readonly day: string | null;
}

/**
 * Finds the dateline of a text, which opens one of its first lines: "BEIRUT —", "RACH GIA, Vietnam —",
 * "BAMAKO, Nov. 5 (Sahel Dispatch) -", "Geneva (AP) —". The span ends behind the dash; the place is the city without
 * its country. A date without a year is the last such day up to three days after `near`, an ISO 8601 date or
 * date-time; a weekday is the last one up to `near`.
 */
export function findDateline(text: string, near: string | null): FoundDateline {
  for (const line of firstLines(text)) {
    const dateline = matchDateline(text, line);
    if (dateline !== null) return { dateline, day: dayOf(text, dateline.date, near?.slice(0, 10) ?? null) };
  }
  return { dateline: null, day: null };
}

/** Headline, subheadline, byline and a few captions may stand above the dateline. */
const LINES_SEARCHED = 8;
const LONGEST_DATELINE = 160;

const UPPER_WORD = "\\p{Lu}[\\p{Lu}\\p{M}.'’-]*";
const UPPER_PLACE = `${UPPER_WORD}(?:[ /]${UPPER_WORD}){0,5}`;
const TITLE_WORD = "(?:al-|el-)?\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const TITLE_PLACE = `${TITLE_WORD}(?: (?:${TITLE_WORD}|de|del|la|of|upon|am|an|sur|do|da)){0,4}`;
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const YEAR = "(?:,? ?(?:\\d{4}|['’]?\\d{2}))?";
const DATE = `(?:${WEEKDAY},? )?(?:(?:${MONTH_NAMES}) \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH_NAMES})${YEAR}|\\d{4}-\\d{2}-\\d{2})|${WEEKDAY}`;
/** "(AP)", "(Sahel Dispatch)", "/PRNewswire/", "[TELEVISION SERVICE]" */
const AGENCY = '(?:\\([^()\\n]{1,50}\\)|\\[[^\\[\\]\\n]{1,50}\\]|/[^/\\n]{1,50}/)';
const DASH = '(?: ?[—―]| ?–(?=\\s)| --+| ?--+(?=\\s)| -(?=\\s)|:(?=\\s)|\\.(?=\\s))';

const UPPER = new RegExp(`^(?<place>${UPPER_PLACE})`, 'u');
const TITLE = new RegExp(`^(?<place>${TITLE_PLACE})`, 'u');
const REST = new RegExp(
  `^(?<before>,? ?)(?<date>(?:${DATE})(?![\\p{L}\\d]))?,?(?<agency>(?: ?${AGENCY}){0,3})(?<dash>${DASH})`,
  'iu',
);
/** "March 12 (Reuters) -", "(Reuters) -" */
const PLACELESS = new RegExp(`^(?<date>(?:${DATE}) )?\\(\\p{Lu}[\\p{L} .]{1,30}\\) ?(?:[—–-]|--+)(?=\\s)`, 'u');

/** Words that open a line as a place would, and are none: "UPDATE — The count has risen." */
const NO_PLACES: ReadonlySet<string> = new Set(
  `ADVERTISEMENT ALERT ANALYSIS ANSWER BACKGROUND BREAKING BRIEF CAPTION COMMENT COMMENTARY CONTACT CORRECTED CORRECTION
  DISCLAIMER EDITORIAL EXCLUSIVE EXPLAINER FACTBOX FEATURE FILE GRAPHIC HEADLINE IMAGE IMPORTANT INTERVIEW LIVE MORE NEWS
  NOTE OPINION PHOTO PHOTOS PICTURE PROFILE QUESTION REFILE RELATED REPORT REVIEW SOURCE SUMMARY TIMELINE UPDATE UPDATED
  URGENT VIDEO WARNING WATCH WRAPUP YES NO OK I A THE BUT AND`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

function firstLines(text: string): readonly Span[] {
  const lines: Span[] = [];
  let start = 0;
  while (start < text.length && lines.length < LINES_SEARCHED) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const head = text.slice(start, Math.min(end, start + LONGEST_DATELINE * 2));
    const indent = head.length - head.trimStart().length;
    if (head.trim() !== '') lines.push({ start: start + indent, end });
    start = end + 1;
  }
  return lines;
}

function matchDateline(text: string, line: Span): Dateline | null {
  const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_DATELINE));
  const placeless = PLACELESS.exec(head);
  if (placeless !== null && goesOn(text, line, placeless[0].length)) {
    const date = placeless.groups?.date?.trimEnd();
    const span = { start: line.start, end: line.start + placeless[0].length };
    return { span, place: null, date: date === undefined ? null : at(line.start, date.length) };
  }
  return matchPlace(text, line, UPPER) ?? matchPlace(text, line, TITLE);
}

function matchPlace(text: string, line: Span, pattern: RegExp): Dateline | null {
  const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_DATELINE));
  const place = pattern.exec(head)?.groups?.place?.replace(/-+$/, '');
  if (place === undefined || !isPlace(place)) return null;
  for (const region of regionsAfter(head, place.length)) {
    const rest = REST.exec(head.slice(place.length + region.length));
    if (rest === null) continue;
    const { before = '', date, agency = '', dash = '' } = rest.groups ?? {};
    const length = place.length + region.length + rest[0].length;
    const certain = date !== undefined || agency !== '' || (region !== '' && pattern === UPPER);
    // A colon is the mark of a label, unless a date or an agency stands before it.
    if (dash === ':' && date === undefined && agency === '') return null;
    // "OSLO, 3 May 2011. The council met": a full stop ends other things as well.
    if (dash === '.' && (date === undefined || pattern === TITLE)) return null;
    if (!goesOn(text, line, length) || (pattern === TITLE && !certain && !isProse(text, line, length))) return null;
    const label = /^(?: ?\[[A-Z ]{1,30}\]){1,3}/.exec(text.slice(line.start + length, line.start + length + 100));
    const dateStart = line.start + place.length + region.length + before.length;
    return {
      span: at(line.start, length + (label?.[0].length ?? 0)),
      place: at(line.start, place.length),
      date: date === undefined ? null : at(dateStart, date.length),
    };
  }
  return null;
}

const REGION = new RegExp(`^, ?${TITLE_PLACE}`, 'u');

/** What may stand between the city and the rest: nothing, ", Vietnam", ", N.J., United States". */
function regionsAfter(head: string, start: number): readonly string[] {
  const regions = [''];
  for (let count = 0; count < 2; count++) {
    const last = regions.at(-1) as string;
    const next = REGION.exec(head.slice(start + last.length))?.[0].replace(/-+$/, '');
    if (next === undefined || monthOf(next.replace(/^, ?/, '')) !== null) break;
    regions.push(last + next);
  }
  return regions;
}

function isPlace(place: string): boolean {
  const words = place.split(/[ /]/);
  const first = (words[0] as string).replace(/[.'’]+$/, '');
  if (place.length < 3 || place.length > 60) return false;
  if (NO_PLACES.has(first.toUpperCase()) || NO_PLACES.has((words.at(-1) as string).toUpperCase())) return false;
  return !new RegExp(`^(?:${WEEKDAY}|(?:${MONTH_NAMES})(?![\\p{L}]))`, 'iu').test(place);
}

/** A dateline opens a sentence: something that a sentence can begin with follows on the line. */
function goesOn(text: string, line: Span, length: number): boolean {
  const start = line.start + length;
  return /^\s*(?:\[[A-Z ]{1,30}\]\s*)*["“‘'«(\p{Lu}\p{Nd}]/u.test(text.slice(start, Math.min(line.end, start + 120)));
}

/** "Geneva — The talks ended on Friday.", but not the headline "Geneva — The Talks That Failed". */
function isProse(text: string, line: Span, length: number): boolean {
  const sentence = text.slice(line.start + length, line.end).trimEnd();
  return /[.!?…]["”’')]*$/.test(sentence.slice(-6)) && sentence.length > 40;
}

function at(start: number, length: number): Span {
  return { start, end: start + length };
}

const DAY_MILLISECONDS = 86_400_000;
/** Papers of weeklies and of other time zones carry days that lie ahead of their publication. */
const DAYS_AHEAD = 3;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function dayOf(text: string, span: Span | null, near: string | null): string | null {
  if (span === null) return null;
  const words = text.slice(span.start, span.end);
  if (/^\d{4}-/.test(words))
    return isoDay(Number(words.slice(0, 4)), Number(words.slice(5, 7)), Number(words.slice(8)));
  const numbers = [...words.matchAll(/\d+/g)].map(([digits]) => digits);
  const month = /(?:^|[^\p{L}])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu.exec(words)?.[1];
  if (month === undefined) return near === null ? null : lastWeekday(words, near);
  const [day, year] = numbers;
  const number = monthOf(month) as number;
  if (year !== undefined) return isoDay(fullYear(year), number, Number(day));
  return near === null ? null : lastDay(number, Number(day), near);
}

/** "89" is 1989, "12" is 2012. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year >= 50 ? 1900 + year : 2000 + year;
}

function lastDay(month: number, day: number, near: string): string | null {
  const latest = new Date(Date.parse(near) + DAYS_AHEAD * DAY_MILLISECONDS);
  // February 29 comes back after eight years at the latest.
  for (let year = latest.getUTCFullYear(), tries = 0; tries < 9; year--, tries++) {
    const candidate = isoDay(year, month, day);
    if (candidate !== null && candidate <= latest.toISOString().slice(0, 10)) return candidate;
  }
  return null;
}

function lastWeekday(words: string, near: string): string | null {
  const weekday = WEEKDAYS.indexOf(words.slice(0, 3).toLowerCase());
  if (weekday === -1) return null;
  const time = Date.parse(near);
  const back = (new Date(time).getUTCDay() - weekday + 7) % 7;
  return new Date(time - back * DAY_MILLISECONDS).toISOString().slice(0, 10);
}
