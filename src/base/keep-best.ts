/** Keeps the items that come first in an order, however many are offered. */
export interface Kept<Item> {
  offer(item: Item): void;
  /** At most `limit`, in the order. */
  best(): readonly Item[];
  /** How many were offered. */
  readonly offered: number;
}

/** Memory is that of twice `limit` items. The order must tell any two items apart. */
export function keepBest<Item>(limit: number, compare: (a: Item, b: Item) => number): Kept<Item> {
  let kept: Item[] = [];
  let offered = 0;
  /** What is not before it can be none of the best. */
  let last: Item | null = null;
  const cut = (): void => {
    kept = kept.sort(compare).slice(0, limit);
    last = kept.length === limit ? (kept.at(-1) ?? null) : null;
  };
  return {
    offer(item) {
      offered++;
      if (last !== null && compare(item, last) >= 0) return;
      if (kept.push(item) > 2 * limit) cut();
    },
    best() {
      cut();
      return kept;
    },
    get offered() {
      return offered;
    },
  };
}
