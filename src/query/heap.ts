/** A queue that gives the least of what it holds. */
export interface Heap<Item> {
  readonly size: number;
  push(item: Item): void;
  /** Undefined where it is empty. */
  pop(): Item | undefined;
}

/** An empty binary heap in the order of `compare`. */
export function createHeap<Item>(compare: (a: Item, b: Item) => number): Heap<Item> {
  const items: Item[] = [];
  return {
    get size() {
      return items.length;
    },
    push(item) {
      let index = items.length;
      items.push(item);
      while (index > 0) {
        const parent = (index - 1) >> 1;
        const above = items[parent] as Item;
        if (compare(above, item) <= 0) break;
        items[index] = above;
        index = parent;
      }
      items[index] = item;
    },
    pop() {
      const least = items[0];
      const last = items.pop();
      if (items.length === 0 || last === undefined) return least;
      let index = 0;
      for (;;) {
        let child = 2 * index + 1;
        if (child >= items.length) break;
        if (child + 1 < items.length && compare(items[child + 1] as Item, items[child] as Item) < 0) child++;
        if (compare(items[child] as Item, last) >= 0) break;
        items[index] = items[child] as Item;
        index = child;
      }
      items[index] = last;
      return least;
    },
  };
}
