import type { Batches, ExportRows } from './export-rows.js';
import { PIECE_LENGTH } from './write-each.js';

/** What makes a table: a header, and then a row for each item of one list. */
export interface TableSketch<Row> {
  /** With its line end; empty for a format without one. */
  readonly header: string;
  readonly list: (rows: ExportRows) => Batches<Row>;
  /** With its line end. */
  readonly line: (row: Row, rows: ExportRows) => string;
  /** The id by which the list is ordered. */
  readonly idOf: (row: Row) => string;
}

/** Rows of a table, and the id of the last of them. */
export interface TablePart {
  readonly text: string;
  readonly last: string;
}

/** A format that can be taken up behind any of its rows. */
export interface Table {
  readonly header: string;
  /** The rows alone. */
  readonly writeRows: (rows: ExportRows) => AsyncIterable<TablePart>;
  /** The whole table. */
  readonly write: (rows: ExportRows) => AsyncIterable<string>;
}

/** The table of a sketch. */
export function tableOf<Row>({ header, list, line, idOf }: TableSketch<Row>): Table {
  async function* writeRows(rows: ExportRows): AsyncIterable<TablePart> {
    for await (const batch of list(rows)) {
      let text = '';
      let last: Row | null = null;
      for (const row of batch) {
        text += line(row, rows);
        last = row;
        if (text.length < PIECE_LENGTH) continue;
        yield { text, last: idOf(row) };
        [text, last] = ['', null];
      }
      if (last !== null) yield { text, last: idOf(last) };
    }
  }
  return {
    header,
    writeRows,
    async *write(rows) {
      if (header !== '') yield header;
      for await (const { text } of writeRows(rows)) yield text;
    },
  };
}
