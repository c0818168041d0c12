import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ClaimgraphError } from '../base/index.js';

/** One line of a lexicon: its cells, and the place of each column among them. */
export interface LexiconRow {
  readonly cells: readonly string[];
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
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length < needed || cells.length > names.length)
      throw new ClaimgraphError(
        'RESOURCE_INVALID',
        `${path}: expected ${needed} to ${names.length} columns, but got: "${line}"`,
        { path },
      );
    return { cells, columns };
  });
}

/** A cell of a row; '' where it is empty. @throws ClaimgraphError RESOURCE_INVALID for a column that is not there. */
export function cell({ cells, columns }: LexiconRow, column: string): string {
  const index = columns.get(column);
  if (index === undefined)
    throw new ClaimgraphError('RESOURCE_INVALID', `A lexicon lacks the column "${column}".`, { column });
  const value = cells[index] ?? '';
  return value === '-' ? '' : value;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ClaimgraphError('RESOURCE_INVALID', `${path} cannot be read: ${(error as Error).message}`, { path });
  }
}
