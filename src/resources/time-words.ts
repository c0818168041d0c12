import { ClaimgraphError } from '../base/index.js';
import { oneOf } from './lexicon-cells.js';
import { cell, type LexiconRow } from './read-lexicon.js';

/** What a word is in a time expression; `data/lexicons/time-words.tsv` says each with an example. */
export const TIME_WORD_KINDS = [
  'WEEKDAY',
  'MONTH',
  'DAY',
  'OVERNIGHT',
  'PART',
  'WEEKEND',
  'HOUR_MARK',
  'UNIT',
  'SEASON',
  'STEP',
  'STEP_TOLD',
  'RECENT',
  'AGO',
  'SHIFT',
  'EDGE',
  'NUMBER',
  'ORDINAL',
  'HOLIDAY',
] as const;
export type TimeWordKind = (typeof TIME_WORD_KINDS)[number];

/** A word of which time expressions are made. */
export interface TimeWord {
  readonly kind: TimeWordKind;
  /** By kind: the number of a weekday or month, a number of days, a rank, a direction. */
  readonly value: number;
}

/** Reads the rows of `time-words.tsv`, by word in lower case. @throws ClaimgraphError RESOURCE_INVALID for an unknown kind, or a value that is no whole number. */
export function readTimeWords(rows: readonly LexiconRow[]): ReadonlyMap<string, TimeWord> {
  return new Map(
    rows.map((row) => {
      const value = Number(cell(row, 'value'));
      if (!Number.isInteger(value))
        throw new ClaimgraphError('RESOURCE_INVALID', `A time word has no whole number: "${cell(row, 'value')}".`, {});
      return [cell(row, 'word'), { kind: oneOf(TIME_WORD_KINDS, cell(row, 'kind')), value }];
    }),
  );
}
