import { ClaimgraphError } from '../base/index.js';
import { nearWords } from './near-words.js';

/** What a whole number may be. */
export interface WholeRange {
  readonly least: number;
  readonly most: number;
  /** Where null or nothing is given. */
  readonly otherwise: number;
}

/** A whole number within its range. @throws ClaimgraphError ARGUMENT_INVALID that names the argument and the range. */
export function readWhole(name: string, value: number | null | undefined, range: WholeRange): number {
  if (value === null || value === undefined) return range.otherwise;
  if (Number.isInteger(value) && value >= range.least && value <= range.most) return value;
  throw new ClaimgraphError(
    'ARGUMENT_INVALID',
    `Expected ${name} to be a whole number from ${range.least} to ${range.most}, but got ${JSON.stringify(value)}.`,
    { argument: name, least: range.least, most: range.most },
  );
}

/** One of the words. @throws ClaimgraphError ARGUMENT_INVALID that names the argument, the words and the nearest of them. */
export function readChoice<Word extends string>(
  name: string,
  value: string | null | undefined,
  choice: { readonly words: readonly Word[]; readonly otherwise: Word },
): Word {
  if (value === null || value === undefined) return choice.otherwise;
  const word = choice.words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  throw new ClaimgraphError(
    'ARGUMENT_INVALID',
    `Expected ${name} to be one of ${choice.words.join(', ')}, but got ${show(value)}.${didYouMean(value, choice.words)}`,
    { argument: name, allowed: choice.words },
  );
}

/** A value from outside as messages show it: as JSON, 80 code units at most. */
export function show(value: unknown): string {
  const written = typeof value === 'string' ? JSON.stringify(value.slice(0, 100)) : writeSafely(value);
  return written.length <= 80 ? written : `${written.slice(0, 79)}…`;
}

/** " Did you mean A or B?", or nothing where no word is near. */
export function didYouMean(value: string, words: readonly string[]): string {
  const near = nearWords(value, words);
  return near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
}

function writeSafely(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
