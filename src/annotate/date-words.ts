/** What a word says of dates and numbers, as bits. */
export const DATE_MARKS = {
  /** "today", "Christmas". */
  DAY_WORD: 1,
  WEEKDAY: 2,
  MONTH: 4,
  /** "march", which may be a walk. */
  MARCH: 8,
  /** "1990s". */
  DECADE: 16,
  /** "2031". */
  YEAR: 32,
  /** "12", "12th": the number of a day. */
  DAY_NUMBER: 64,
  /** A word that comes before a year: "in 2031", "since 2031". */
  BEFORE_YEAR: 128,
  /** "twelve", "12,000", "$5". */
  NUMBER: 256,
  OF: 512,
  COMMA: 1024,
} as const;

const WEEKDAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri'.split(
    ' ',
  ),
);
const MONTHS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);
const DAYS = new Set('today yesterday tomorrow tonight midnight noon christmas easter ramadan'.split(' '));
const YEAR_PREPOSITIONS = new Set(
  'in since of by from until till during before after between and to early late mid'.split(' '),
);
const NUMBER_WORDS = new Set(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen hundreds thousands millions billions dozens'.split(
    ' ',
  ),
);

/** The bits of DATE_MARKS for a word in lower case. */
export function dateMarksOf(lower: string): number {
  const word = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  let marks = 0;
  if (DAYS.has(word)) marks |= DATE_MARKS.DAY_WORD;
  if (WEEKDAYS.has(word)) marks |= DATE_MARKS.WEEKDAY;
  if (MONTHS.has(word)) marks |= DATE_MARKS.MONTH;
  if (word === 'march') marks |= DATE_MARKS.MARCH;
  if (/^(?:1[5-9]|20|21)\d0s$/.test(word)) marks |= DATE_MARKS.DECADE;
  if (/^(?:1[5-9]|20|21)\d\d$/.test(word)) marks |= DATE_MARKS.YEAR;
  if (/^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(lower)) marks |= DATE_MARKS.DAY_NUMBER;
  if (YEAR_PREPOSITIONS.has(lower)) marks |= DATE_MARKS.BEFORE_YEAR;
  if (NUMBER_WORDS.has(lower) || /^[$€£]?\p{N}/u.test(lower)) marks |= DATE_MARKS.NUMBER;
  if (lower === 'of') marks |= DATE_MARKS.OF;
  if (lower === ',') marks |= DATE_MARKS.COMMA;
  return marks;
}
