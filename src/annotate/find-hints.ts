import { FORMS, HINTS, TAGS } from './annotated.js';
import { DATE_MARKS } from './date-words.js';
import type { KnownWord } from './known-words.js';

/** Tagged words, a column a property. */
export interface HintedColumns {
  readonly word: readonly KnownWord[];
  /** Indexes into TAGS, FORMS and HINTS; the hints are written here. */
  readonly tag: ArrayLike<number>;
  readonly form: ArrayLike<number>;
  readonly hint: Uint8Array;
}

const DATE = HINTS.indexOf('DATE');
const NUMBER = HINTS.indexOf('NUMBER');
const NUM = TAGS.indexOf('NUM');
const NOUN = TAGS.indexOf('NOUN');
const PROPN = TAGS.indexOf('PROPN');
const DET = TAGS.indexOf('DET');
const POSSESSIVE = FORMS.indexOf('PRP$');

/** Writes for each token of one sentence, `[first, last)`, whether it is (part of) a date, or a number. */
export function writeHints(columns: HintedColumns, first: number, last: number): void {
  const { word, tag, hint } = columns;
  const marksAt = (index: number) => (index < first || index >= last ? 0 : (word[index] as KnownWord).dates);
  let hasMonth = false;
  for (let index = first; index < last; index++) {
    const marks = marksAt(index);
    if (isDateWord(columns, index, first)) {
      hint[index] = DATE;
      if ((marks & DATE_MARKS.MONTH) !== 0) hasMonth = true;
    } else if (tag[index] === NUM || (marks & DATE_MARKS.NUMBER) !== 0) hint[index] = NUMBER;
  }
  if (!hasMonth) return;
  // "March 12 , 2031", "12 March", "12th of March": numbers beside a month are its day and its year.
  for (let index = first; index < last; index++) {
    if (hint[index] !== DATE || (marksAt(index) & DATE_MARKS.MONTH) === 0) continue;
    const before = (marksAt(index - 1) & DATE_MARKS.OF) !== 0 ? index - 2 : index - 1;
    if ((marksAt(before) & DATE_MARKS.DAY_NUMBER) !== 0) hint[before] = DATE;
    let after = index + 1;
    if ((marksAt(after) & DATE_MARKS.DAY_NUMBER) !== 0) hint[after++] = DATE;
    if ((marksAt(after) & DATE_MARKS.COMMA) !== 0) after++;
    if ((marksAt(after) & DATE_MARKS.YEAR) !== 0) hint[after] = DATE;
  }
}

function isDateWord({ word, tag, form }: HintedColumns, index: number, first: number): boolean {
  const marks = (word[index] as KnownWord).dates;
  if (marks === 0) return false;
  if ((marks & (DATE_MARKS.DAY_WORD | DATE_MARKS.DECADE)) !== 0) return true;
  if ((marks & DATE_MARKS.WEEKDAY) !== 0) return tag[index] === PROPN || tag[index] === NOUN;
  const before = index > first ? index - 1 : -1;
  if ((marks & DATE_MARKS.MONTH) !== 0) {
    // "the March", "their March": a march, in a headline.
    const isPossessed = before >= 0 && (tag[before] === DET || form[before] === POSSESSIVE);
    return tag[index] === PROPN && !((marks & DATE_MARKS.MARCH) !== 0 && isPossessed);
  }
  const isYear = (marks & DATE_MARKS.YEAR) !== 0 && tag[index] === NUM;
  return isYear && before >= 0 && ((word[before] as KnownWord).dates & DATE_MARKS.BEFORE_YEAR) !== 0;
}
