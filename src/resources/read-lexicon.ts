import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ClaimgraphError } from '../base/index.js';

/** One line of a lexicon. */
export interface LexiconRow {
  /** Its first cell: what the line is about. */
  readonly word: string;
  /** What the line says of it: the other cells, each behind a tab. */
  readonly rest: string;
  /** The place of each column. */
  readonly columns: ReadonlyMap<string, number>;
}

/**
 * Reads `data/lexicons/<name>.tsv`, or that file of another folder of `data/`: comments begin with `#`, the first other line names the columns.
 * A name that ends in `?` is that of a column which a line may leave out, with all that follow.
 * Rows come in the file's order; `-` stands for nothing.
 * @throws ClaimgraphError RESOURCE_INVALID where the file is missing, or a line has another number of columns.
 */
export function readLexicon(name: string, folder = 'lexicons'): readonly LexiconRow[] {
  const path = fileURLToPath(new URL(`../../data/${folder}/${name}.tsv`, import.meta.url));
  const [header = '', ...lines] = readText(path)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const names = header.split('\t');
  const needed = names.filter((column) => !column.endsWith('?')).length;
  const columns = new Map(names.map((column, index) => [column.endsWith('?') ? column.slice(0, -1) : column, index]));
  const sound = new Set<string>();
  return lines.map((line) => {
    const tab = line.indexOf('\t');
    const word = tab === -1 ? line : line.slice(0, tab);
    const rest = line.slice(word.length);
    if (sound.has(rest)) return { word, rest, columns };
    const count = line.split('\t').length;
    if (count < needed || count > names.length)
      throw new ClaimgraphError(
        'RESOURCE_INVALID',
        `${path}: expected ${needed} to ${names.length} columns, but got: "${line}"`,
        { path },
      );
    sound.add(rest);
    return { word, rest, columns };
  });
}

/**
 * The words of the rows, in their order, and what the rest of its line says of each. Lines that say the same share one
 * value, and are read once: most do.
 */
export function readWords<T>(
  rows: readonly LexiconRow[],
  value: (row: LexiconRow) => T,
): readonly (readonly [string, T])[] {
  const values = new Map<string, T>();
  return rows.map((row) => {
    let found = values.get(row.rest);
    if (found === undefined) {
      found = value(row);
      values.set(row.rest, found);
    }
    return [row.word, found];
  });
}

/** A cell of a row; '' where it is empty. @throws ClaimgraphError RESOURCE_INVALID for a column that is not there. */
export function cell({ word, rest, columns }: LexiconRow, column: string): string {
  const index = columns.get(column);
  if (index === undefined)
    throw new ClaimgraphError('RESOURCE_INVALID', `A lexicon lacks the column "${column}".`, { column });
  const value = index === 0 ? word : cut(rest, index);
  return value === '-' ? '' : value;
}

/** What stands behind so many tabs; '' where there are fewer. */
function cut(rest: string, tabs: number): string {
  let start = 0;
  for (let passed = 0; passed < tabs; passed++) {
    start = rest.indexOf('\t', start) + 1;
    if (start === 0) return '';
  }
  const end = rest.indexOf('\t', start);
  return end === -1 ? rest.slice(start) : rest.slice(start, end);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ClaimgraphError('RESOURCE_INVALID', `${path} cannot be read: ${(error as Error).message}`, { path });
  }
}
