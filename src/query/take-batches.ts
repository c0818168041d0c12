import type { Turns } from './turns.js';

/** Where a list that breaks off is taken up again. */
export interface Continuation {
  /** The list begins behind the item of this id, whether or not that is still there; at its beginning where it is null. */
  readonly after?: string | null | undefined;
}

/** Items that whoever asks for many at a time gets in one list, or claims, where items have claims. */
const BATCH = 64;

/**
 * The items in lists of up to 64, none of them empty, with turns for others between; null stands for one that was not
 * chosen. Where items differ in size, those of a list add up to 64 at most, and a larger one is alone.
 */
export async function* takeBatches<Item>(
  items: Iterable<Item | null>,
  turns: Turns,
  sizeOf: (item: Item) => number = () => 1,
): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  let total = 0;
  for (const item of items) {
    if (turns.due()) await turns.rest();
    if (item === null) continue;
    const size = sizeOf(item);
    if (total + size > BATCH && batch.length > 0) {
      yield batch;
      batch = [];
      total = 0;
    }
    batch.push(item);
    total += size;
  }
  if (batch.length > 0) yield batch;
}

/** The items, with null in the place of each that the test does not choose. */
export function* chosenOf<Item>(items: Iterable<Item>, test: (item: Item) => boolean): Generator<Item | null> {
  for (const item of items) yield test(item) ? item : null;
}
