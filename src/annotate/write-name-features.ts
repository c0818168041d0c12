import type { NameColumns } from './name-columns.js';
import {
  AROUND,
  type FeatureRow,
  sideOf,
  writeFarTags,
  writeMarks,
  writeNeighbour,
  writeOccurrence,
  writeOwn,
  writePairs,
  writePennTag,
  writePennTags,
  writePosition,
  writeRun,
  writeStyled,
  writeTags,
  writeTimes,
} from './name-features.js';
import { MOST_OCCURRENCES, type NameOccurrences } from './name-occurrences.js';

/**
 * Writes all features of the word at a place into `row`, which is emptied before. `createNameScorer` gives the sum of
 * their weights without writing most of them.
 */
export function writeNameFeatures(
  row: FeatureRow,
  columns: NameColumns,
  occurrences: NameOccurrences,
  place: number,
): void {
  const { forms, form, tag, pennTag, style, marks } = columns;
  const own = form[place] as number;
  const casing = forms.casing[own] as number;
  row.count = 0;
  writeOwn(row, forms, own);
  writeStyled(row, forms, own, style[place] as number);
  for (const distance of AROUND) writeNeighbour(row, forms, form[place + distance] as number, distance);
  writePairs(row, columns, place);
  for (let distance = -1; distance <= 1; distance++)
    writeMarks(row, marks[place + distance] as number, casing, distance);
  writeTags(row, casing, tag[place - 1] as number, tag[place] as number, tag[place + 1] as number);
  writeFarTags(row, tag[place - 2] as number, tag[place - 1] as number, tag[place] as number, 0);
  writeFarTags(row, tag[place + 2] as number, tag[place + 1] as number, tag[place] as number, 1);
  const penn = pennTag[place] as number;
  writePennTag(row, penn, casing);
  writePennTags(row, pennTag[place - 1] as number, penn, 0);
  writePennTags(row, pennTag[place + 1] as number, penn, 1);
  const run = columns.run[place] as number;
  if (run === -1) return;
  writeRun(row, columns, run, sideOf(columns, place));
  writePosition(row, columns, place);
  const word = occurrences.word[place] as number;
  if (word === -1) return;
  writeTimes(row, occurrences.times[word] as { lower: number; capital: number }, casing, (style[place] as number) >> 2);
  writeOccurrences(row, columns, occurrences, word);
}

/** The features that all places of a word in runs share; none where it stands once. */
export function writeOccurrences(
  row: FeatureRow,
  columns: NameColumns,
  { firstPlace, nextPlace }: NameOccurrences,
  word: number,
): void {
  let place = firstPlace[word] as number;
  if (nextPlace[place] === -1) return;
  for (let times = 0; place !== -1 && times < MOST_OCCURRENCES; times++) {
    writeOccurrence(row, columns, place);
    place = nextPlace[place] as number;
  }
}
