/** Where features are found. */
export interface FeatureSlots {
  /**
   * Where the feature's entries begin, plus one, and in the low eight bits how many they are, less one; 0 for a feature
   * that is not there.
   */
  find(feature: number): number;
}

/**
 * Open addressing with linear probing, at most half full. A slot holds the feature and what `find` gives, so that a
 * feature that is there costs two reads of distant memory, its entries included; most that are not there are told by a
 * filter that is small enough for the cache.
 */
export function createSlots(features: Uint32Array, firsts: Uint32Array): FeatureSlots {
  let capacity = 16;
  while (capacity < features.length * 2) capacity *= 2;
  const mask = capacity - 1;
  const filter = new Int32Array(capacity / 8);
  const shift = Math.clz32(capacity * 4 - 1);
  const slots = new Int32Array(capacity * 2);
  for (let index = 0; index < features.length; index++) {
    const feature = features[index] as number;
    const first = firsts[index] as number;
    let slot = feature & mask;
    while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot * 2] = feature;
    slots[slot * 2 + 1] = ((first + 1) << 8) | ((firsts[index + 1] as number) - first - 1);
    const bit = feature >>> shift;
    filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return {
    find(feature) {
      const bit = feature >>> shift;
      if ((((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) return 0;
      const key = feature | 0;
      let slot = key & mask;
      while (slots[slot * 2] !== key && slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      return slots[slot * 2 + 1] as number;
    },
  };
}
