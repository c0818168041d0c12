import { columnsOf, cutToColumns, printable } from './printable.js';

/** A column of a table for people. */
export interface Column {
  readonly heading: string;
  /** Numbers stand to the right. */
  readonly align?: 'LEFT' | 'RIGHT';
  /** Never cut, for it is copied: an id. Such lines may be wider. */
  readonly whole?: boolean;
}

/**
 * Lays rows out in columns under headings, one line a row, no line wider than `width`; cells are made printable.
 * Where it does not fit, the widest columns are cut that may be. An empty table has its headings alone.
 */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string {
  const cells = rows.map((row) => columns.map((_, index) => printable(row[index] ?? '')));
  const widths = columns.map((column, index) =>
    cells.reduce((widest, row) => Math.max(widest, columnsOf(row[index]!)), columnsOf(column.heading)),
  );
  const whole = widths.reduce((sum, each, index) => sum + (columns[index]!.whole === true ? each + 2 : 0), 0);
  // Beside a long id the other columns keep two thirds of the line, and the line breaks.
  narrow(widths, columns, Math.max(width - whole, Math.floor((width * 2) / 3)) - 2 * (columns.length - 1));
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

const NARROWEST = 8;

/** Takes from the widest of the columns that may be cut, until they fit or are all at their narrowest. */
function narrow(widths: number[], columns: readonly Column[], room: number): void {
  for (;;) {
    const excess = widths.reduce((sum, each, index) => sum + (columns[index]!.whole === true ? 0 : each), 0) - room;
    const cuttable = widths.flatMap((each, index) =>
      columns[index]!.whole === true || each <= NARROWEST ? [] : [index],
    );
    if (excess <= 0 || cuttable.length === 0) return;
    const widest = cuttable.reduce((a, b) => (widths[b]! > widths[a]! ? b : a));
    // Down to the next narrower column, or just as far as needed, so that a wide cell takes few rounds.
    const next = Math.max(
      NARROWEST,
      ...cuttable.map((index) => widths[index]!).filter((each) => each < widths[widest]!),
    );
    widths[widest] = Math.max(widths[widest]! - excess, Math.min(next, widths[widest]! - 1));
  }
}
