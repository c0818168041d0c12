import { ClaimgraphError } from '../base/index.js';
import { oneOf } from './lexicon-cells.js';
import { cell, type LexiconRow } from './read-lexicon.js';

/** What a word is to a number; `data/lexicons/number-words.tsv` says each with an example. */
export const NUMBER_WORD_KINDS = [
  'CARDINAL',
  'SCALE',
  'HALF',
  'MULTIPLE',
  'VAGUE',
  'PAIR',
  'LEAST',
  'MOST',
  'ABOUT',
  'PLAIN',
  'CURRENCY',
  'PERCENT',
] as const;
export type NumberWordKind = (typeof NUMBER_WORD_KINDS)[number];

/** A word of which numbers are made, or several that stand before one ("at least"). */
export interface NumberWord {
  readonly kind: NumberWordKind;
  readonly value: number;
}

/** Reads the rows of `number-words.tsv`, by words in lower case. @throws ClaimgraphError RESOURCE_INVALID for an unknown kind, or a value that is no number. */
export function readNumberWords(rows: readonly LexiconRow[]): ReadonlyMap<string, NumberWord> {
  return new Map(
    rows.map((row) => {
      const value = Number(cell(row, 'value'));
      if (Number.isNaN(value))
        throw new ClaimgraphError('RESOURCE_INVALID', `A number word has no number: "${cell(row, 'value')}".`, {});
      return [cell(row, 'word'), { kind: oneOf(NUMBER_WORD_KINDS, cell(row, 'kind')), value }];
    }),
  );
}
