import type { Resources } from '../resources/index.js';
import { isBaseAbbreviation } from './read-terms.js';

/** What a token's writing says of the sentences around it, as bits. */
export const BOUNDARY = {
  /** ".", "!", "?", "…": it may end a sentence. */
  END: 1,
  FULL_STOP: 2,
  /** "!" or "?". */
  CALL: 4,
  ELLIPSIS: 8,
  /** "U.S.", "a.m.": it holds its own full stop. */
  STOPPED: 16,
  /** Closing and opening quotation marks and brackets; straight ones are both. */
  CLOSER: 32,
  OPENER: 64,
  /** It begins with a small letter, or a figure. */
  SMALL: 128,
  FIGURE: 256,
  /** A word that opens a sentence, and seldom goes on after an abbreviation: "… in the U.S. The army left." */
  BEGINNER: 512,
  /** Before its full stop it is a title or a name's part, which never end a sentence: "Gen.", "No." */
  TITLE: 1024,
  MONTH: 2048,
  /** It is another abbreviation, or an initial: "Inc.", "U.S.", "J." */
  SHORT: 4096,
  /** An abbreviation for the base reading only: small letters after it go on. */
  BASE_SHORT: 8192,
} as const;

const CLOSERS = new Set(['"', '”', '’', "'", "''", '’’', ')', ']', '»']);
const OPENERS = new Set(['"', '“', '‘', "'", '``', '‘‘', '(', '[', '«']);
const ENDS = new Set(['.', '!', '?', '…', '...', '....']);
const BEGINNERS = new Set(
  'the a an he she it they we i you this that these those in on at but and his her its their there when after as if while no for'.split(
    ' ',
  ),
);

/** The bits of BOUNDARY for a token. */
export function boundaryMarksOf(text: string, resources: Pick<Resources, 'abbreviations'>): number {
  let marks = 0;
  if (ENDS.has(text)) marks |= BOUNDARY.END;
  if (text === '.') marks |= BOUNDARY.FULL_STOP;
  if (text === '!' || text === '?') marks |= BOUNDARY.CALL;
  if (text.startsWith('..') || text === '…') marks |= BOUNDARY.ELLIPSIS;
  if (text.length > 1 && text.endsWith('.') && /[\p{L}\p{N}]/u.test(text)) marks |= BOUNDARY.STOPPED;
  if (CLOSERS.has(text)) marks |= BOUNDARY.CLOSER;
  if (OPENERS.has(text)) marks |= BOUNDARY.OPENER;
  if (/^\p{Ll}/u.test(text)) marks |= BOUNDARY.SMALL;
  if (/^\p{N}/u.test(text)) marks |= BOUNDARY.FIGURE;
  if (BEGINNERS.has(text.toLowerCase())) marks |= BOUNDARY.BEGINNER;
  return marks | shortnessOf(text.length > 1 && text.endsWith('.') ? text.slice(0, -1) : text, resources);
}

/** What a word is that a full stop follows. */
function shortnessOf(word: string, { abbreviations }: Pick<Resources, 'abbreviations'>): number {
  const kind = abbreviations.get(word.toLowerCase());
  if (kind === 'TITLE' || kind === 'NAME') return BOUNDARY.TITLE;
  if (kind === 'MONTH') return BOUNDARY.MONTH;
  const isShort = kind !== undefined || /^(?:\p{L}\.)+\p{L}$/u.test(word) || (/^\p{Lu}$/u.test(word) && word !== 'I');
  if (isShort) return BOUNDARY.SHORT;
  return isBaseAbbreviation(word) ? BOUNDARY.BASE_SHORT : 0;
}
