import { toJson } from './text-forms.js';

/** Writes rows as the items of a JSON array, a line each, without the brackets; nothing for an empty list. */
export async function* writeJsonItems<Row>(
  list: AsyncIterable<Row>,
  item: (row: Row) => unknown,
): AsyncIterable<string> {
  let separator = '\n';
  for await (const row of list) {
    yield separator + toJson(item(row));
    separator = ',\n';
  }
}
