import type { Batches } from './export-rows.js';
import { toJson } from './text-forms.js';

/** Writes rows as the items of a JSON array, a line each, without the brackets; a piece for each batch, nothing for an empty list. */
export async function* writeJsonItems<Row>(batches: Batches<Row>, item: (row: Row) => unknown): AsyncIterable<string> {
  let separator = '\n';
  for await (const batch of batches) {
    let text = '';
    for (const row of batch) {
      text += separator + toJson(item(row));
      separator = ',\n';
    }
    yield text;
  }
}
