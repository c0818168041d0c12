/** A stream of numbers in [0, 1) that depends on the seed alone: mulberry32 (Tommy Ettinger, public domain). */
export type Random = () => number;

/** Starts a stream; the seed is taken modulo 2^32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the items, each as likely as the others; there must be at least one. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** One of the items, early ones far likelier than late ones, as names in news are; there must be at least one. */
export function pickFrequent<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(items.length ** random()) - 1]!;
}

/** A whole number from `least` to `most`, both included. */
export function pickNumber(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** The items in an order of which each is as likely as the others (Fisher and Yates). */
export function shuffle<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
