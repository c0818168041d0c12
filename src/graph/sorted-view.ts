import { compareIds } from '../base/index.js';

/** Items in ascending order of their ids, sorted when they are asked for: a change costs no more than a mark. */
export interface SortedView<T> {
  /** Says that the item came, went, or has another id now. */
  mark(item: T): void;
  /** Ascending by id. The list is never changed afterwards. */
  read(): readonly T[];
}

/** A view of no items. `idOf` gives null for an item that is gone; ids are distinct. */
export function createSortedView<T>(idOf: (item: T) => string | null): SortedView<T> {
  let items: readonly T[] = [];
  let ids: readonly string[] = [];
  const marked = new Set<T>();

  const merge = (): void => {
    const fresh: { readonly id: string; readonly item: T }[] = [];
    for (const item of marked) {
      const id = idOf(item);
      if (id !== null) fresh.push({ id, item });
    }
    fresh.sort((a, b) => compareIds(a.id, b.id));
    const mergedItems: T[] = [];
    const mergedIds: string[] = [];
    let next = 0;
    const takeFresh = (row: { readonly id: string; readonly item: T }): void => {
      mergedItems.push(row.item);
      mergedIds.push(row.id);
      next++;
    };
    for (const [index, item] of items.entries()) {
      if (marked.has(item)) continue;
      const id = ids[index] ?? '';
      for (let row = fresh[next]; row !== undefined && compareIds(row.id, id) < 0; row = fresh[next]) takeFresh(row);
      mergedItems.push(item);
      mergedIds.push(id);
    }
    for (let row = fresh[next]; row !== undefined; row = fresh[next]) takeFresh(row);
    items = mergedItems;
    ids = mergedIds;
    marked.clear();
  };

  return {
    mark: (item) => {
      marked.add(item);
      // Where nobody reads, what comes and goes must not pile up.
      if (marked.size > MOST_MARKED && marked.size > 2 * items.length) merge();
    },
    read: () => {
      if (marked.size > 0) merge();
      return items;
    },
  };
}

const MOST_MARKED = 1000;
