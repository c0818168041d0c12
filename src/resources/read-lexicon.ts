import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ClaimgraphError } from '../base/index.js';

/** One line of a lexicon, by the names of its columns; every column is there. */
export type LexiconRow = ReadonlyMap<string, string>;

/**
 * Reads `data/lexicons/<name>.tsv`: comments begin with `#`, the first other line names the columns.
 * Rows come in the file's order; `-` stands for nothing and is given as ''.
 * @throws ClaimgraphError RESOURCE_INVALID where the file is missing, or a line has another number of columns.
 */
export function readLexicon(name: string): readonly LexiconRow[] {
  const path = fileURLToPath(new URL(`../../data/lexicons/${name}.tsv`, import.meta.url));
  const [header, ...lines] = readText(path)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const columns = (header ?? '').split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) {
      throw new ClaimgraphError('RESOURCE_INVALID', `${path}: expected ${columns.length} columns, but got: "${line}"`, {
        path,
      });
    }
    return new Map(columns.map((column, index) => [column, cells[index] === '-' ? '' : (cells[index] as string)]));
  });
}

/** A cell of a row; '' where it is empty. @throws ClaimgraphError RESOURCE_INVALID for a column that is not there. */
export function cell(row: LexiconRow, column: string): string {
  const value = row.get(column);
  if (value === undefined) {
    throw new ClaimgraphError('RESOURCE_INVALID', `A lexicon lacks the column "${column}".`, { column });
  }
  return value;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ClaimgraphError('RESOURCE_INVALID', `${path} cannot be read: ${(error as Error).message}`, { path });
  }
}
