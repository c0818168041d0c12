import { columnsOf, cutToColumns, printable } from './printable.js';

/** A column of a table for people. */
export interface Column {
  readonly heading: string;
  /** Numbers stand to the right. */
  readonly align?: 'LEFT' | 'RIGHT';
}

/**
 * Lays rows out in columns under headings, one line a row, no line wider than `width`; cells are made printable.
 * Where it does not fit, the widest columns are cut. An empty table has its headings alone.
 */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const cells = rows.map((row) => columns.map((_, index) => printable(row[index] ?? '')));
  const widths = columns.map((column, index) =>
    cells.reduce((widest, row) => Math.max(widest, columnsOf(row[index]!)), columnsOf(column.heading)),
  );
  const room = Math.max(width - 2 * (columns.length - 1), 4 * columns.length);
  while (widths.reduce((sum, each) => sum + each, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    // To the next narrower column, or just as far as needed, so that a long table takes few rounds.
    const excess = widths.reduce((sum, each) => sum + each, 0) - room;
    const next = Math.max(4, ...widths.filter((each) => each < widths[widest]!));
    widths[widest] = Math.max(widths[widest]! - excess, Math.min(next, widths[widest]! - 1));
  }
  const line = (values: readonly string[]): string =>
    values
      .map((value, index) => {
        const cut = cutToColumns(value, widths[index]!);
        const space = ' '.repeat(Math.max(0, widths[index]! - columnsOf(cut)));
        return columns[index]!.align === 'RIGHT' ? space + cut : cut + space;
      })
      .join('  ')
      .trimEnd();
  return [line(columns.map((column) => column.heading)), ...cells.map(line)].map((each) => `${each}\n`).join('');
}
