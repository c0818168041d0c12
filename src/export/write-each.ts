import type { Batches } from './export-rows.js';

/** Code units of a piece of text, about: more would be long on its way to a slow reader. */
export const PIECE_LENGTH = 64 * 1024;

/** Writes each row, one after the other; a piece for each batch, and more where rows are long. */
export async function* writeEach<Row>(batches: Batches<Row>, write: (row: Row) => string): AsyncIterable<string> {
  for await (const batch of batches) {
    let text = '';
    for (const row of batch) {
      text += write(row);
      if (text.length < PIECE_LENGTH) continue;
      yield text;
      text = '';
    }
    if (text !== '') yield text;
  }
}
