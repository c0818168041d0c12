/** Items under keys: one of them by itself, several as a set. Most keys have one, and a set takes the room of twenty. */
export type FewByKey<Key, Item extends object> = Map<Key, Item | Set<Item>>;

/** Adds an item, once; gives how many there are under the key. */
export function addTo<Key, Item extends object>(few: FewByKey<Key, Item>, key: Key, item: Item): number {
  const there = few.get(key);
  if (there instanceof Set) return there.add(item).size;
  if (there === undefined || there === item) {
    few.set(key, item);
    return 1;
  }
  few.set(key, new Set([there, item]));
  return 2;
}

/** Removes an item; gives how many are left under the key. */
export function removeFrom<Key, Item extends object>(few: FewByKey<Key, Item>, key: Key, item: Item): number {
  const there = few.get(key);
  if (there instanceof Set) {
    there.delete(item);
    if (there.size === 0) few.delete(key);
    return there.size;
  }
  if (there === item) few.delete(key);
  return there === undefined || there === item ? 0 : 1;
}

/** Those under the key, in no order. */
export function under<Key, Item extends object>(few: FewByKey<Key, Item>, key: Key): Iterable<Item> {
  const there = few.get(key);
  if (there === undefined) return [];
  return there instanceof Set ? there : [there];
}

/** How many are under the key. */
export function countUnder<Key, Item extends object>(few: FewByKey<Key, Item>, key: Key): number {
  const there = few.get(key);
  if (there === undefined) return 0;
  return there instanceof Set ? there.size : 1;
}
