import type { Form, Hint, Tag } from './annotated.js';

/** What the hints are read from. */
export interface HintedToken {
  readonly lower: string;
  readonly tag: Tag;
  readonly form: Form;
}

/** Says for each token of a sentence whether it is (part of) a date, or a number; '' for the rest. */
export function findHints(tokens: readonly HintedToken[]): readonly Hint[] {
  const hints = tokens.map((token, index) => (isDateWord(tokens, index) ? 'DATE' : isNumber(token) ? 'NUMBER' : ''));
  // "March 12 , 2031", "12 March", "12th of March": numbers beside a month are its day and its year.
  tokens.forEach((token, index) => {
    if (hints[index] !== 'DATE' || !MONTHS.has(bare(token.lower))) return;
    const before = tokens[index - 1]?.lower === 'of' ? index - 2 : index - 1;
    if (DAY.test(tokens[before]?.lower ?? '')) hints[before] = 'DATE';
    let after = index + 1;
    if (DAY.test(tokens[after]?.lower ?? '')) hints[after++] = 'DATE';
    if (tokens[after]?.lower === ',') after++;
    if (YEAR.test(tokens[after]?.lower ?? '')) hints[after] = 'DATE';
  });
  return hints;
}

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
/** Words that come before a year: "in 2031", "since 2031". */
const YEAR_PREPOSITIONS = new Set(
  'in since of by from until till during before after between and to early late mid'.split(' '),
);
const NUMBER_WORDS = new Set(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen hundreds thousands millions billions dozens'.split(
    ' ',
  ),
);
const DAY = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/;
const YEAR = /^(?:1[5-9]|20|21)\d\d$/;

function isDateWord(tokens: readonly HintedToken[], index: number): boolean {
  const { lower, tag } = tokens[index] as HintedToken;
  const word = bare(lower);
  if (DAYS.has(word)) return true;
  if (WEEKDAYS.has(word)) return tag === 'PROPN' || tag === 'NOUN';
  if (MONTHS.has(word)) return tag === 'PROPN' && (word !== 'march' || !isPossessed(tokens, index));
  if (/^(?:1[5-9]|20|21)\d0s$/.test(word)) return true;
  return YEAR.test(word) && tag === 'NUM' && YEAR_PREPOSITIONS.has(tokens[index - 1]?.lower ?? '');
}

/** "the March", "their March": a march, in a headline. */
function isPossessed(tokens: readonly HintedToken[], index: number): boolean {
  const before = tokens[index - 1];
  return before?.tag === 'DET' || before?.form === 'PRP$';
}

function isNumber({ lower, tag }: HintedToken): boolean {
  return tag === 'NUM' || NUMBER_WORDS.has(lower) || /^[$€£]?\p{N}/u.test(lower);
}

function bare(lower: string): string {
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}
