import { fold, wordsOf } from '../../base/index.js';
import type { Extraction } from '../../domain/index.js';
import { formsOf, passagesOf } from '../searched-words.js';
import { escapeText } from './escape-text.js';

/** A row of the table forms, but for its ordinal. */
export interface FormRow {
  readonly form: string;
  readonly folded: string;
  readonly words: string;
  readonly parts: string;
}

/** A row of the table passages, but for its ordinal and document. */
export interface PassageRow {
  readonly kind: 'CLAIM' | 'QUOTATION';
  readonly id: string;
  readonly words: string;
}

/** Folding can make a form eighteen times as long: what is beyond is not searched. */
const LONGEST_FOLDED = 1_000;
/** PostgreSQL takes words of 2046 bytes, and vectors below a mebibyte. */
const LONGEST_WORD = 500;
const LONGEST_VECTOR = 250_000;

/** The forms of a record, ascending, so that two who add the same forms never wait for each other in a circle. */
export function formRowsOf(extraction: Extraction): readonly FormRow[] {
  const rows = [...formsOf(extraction)].map((form): FormRow => {
    const plain = fold(form).slice(0, LONGEST_FOLDED);
    const folded = escapeText(plain);
    return { form: escapeText(form), folded, words: vectorOf(wordsOf(plain)), parts: vectorOf(partsOf(folded)) };
  });
  return rows.sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : 0));
}

/** The passages of a record, claims first. */
export function passageRowsOf(extraction: Extraction): readonly PassageRow[] {
  return passagesOf(extraction).map(({ kind, id, predicate, words }) => ({
    kind,
    id: escapeText(id),
    words: vectorOf(wordsOf(words), wordsOf(predicate)),
  }));
}

/** The distinct runs of three characters of a text, in order of their first. */
export function partsOf(text: string): readonly string[] {
  const characters = [...text];
  return [...new Set(characters.slice(2).map((_, index) => characters.slice(index, index + 3).join('')))];
}

/** A word as it stands in a vector or a query, whatever it holds. */
export function lexemeOf(word: string): string {
  const cut = word.slice(0, LONGEST_WORD).replace(/[\ud800-\udbff]$/, '');
  return `'${cut.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** A vector of words at their places, behind weightier ones. */
function vectorOf(words: readonly string[], weighty: readonly string[] = []): string {
  const lexemes: string[] = [];
  let length = 0;
  let place = 0;
  const add = (word: string, weight: string): void => {
    place += 1;
    const lexeme = `${lexemeOf(word)}:${Math.min(place, 16_383)}${weight}`;
    length += lexeme.length;
    if (length <= LONGEST_VECTOR) lexemes.push(lexeme);
  };
  for (const word of weighty) add(word, 'A');
  for (const word of words) add(word, '');
  return lexemes.join(' ');
}
