/**
 * Weights while they are learned: for each feature a row of one number a label. Rows lie one after the other in
 * `values`, which is another array after it had to grow: read it anew after `insert`.
 */
export interface TrainingWeights {
  readonly labelCount: number;
  /** How many features have a row. */
  readonly size: number;
  readonly values: Float32Array;
  /** Offset of the feature's row in `values`; -1 where it has none. */
  row(feature: number): number;
  /** Offset of the feature's row in `values`; a row of zeros is made where it had none. */
  insert(feature: number): number;
  /** Every feature with its row, in the order of insertion. The row is a view that holds until the next `insert`. */
  rows(): Iterable<readonly [feature: number, row: Float32Array]>;
}

/** Weights without a feature. Open addressing with linear probing in typed arrays, at most half full. */
export function createWeights(labelCount: number): TrainingWeights {
  let mask = (1 << 12) - 1;
  let slots = new Int32Array(mask + 1);
  let features = new Uint32Array(1 << 11);
  let values = new Float32Array(features.length * labelCount);
  let size = 0;

  /** The slot that holds the feature, or the empty one that it would go to. */
  const findSlot = (feature: number): number => {
    let slot = feature & mask;
    for (let held = slots[slot] as number; held !== 0; held = slots[slot] as number) {
      if (features[held - 1] === feature) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = () => {
    mask = mask * 2 + 1;
    slots = new Int32Array(mask + 1);
    features = copyInto(new Uint32Array((mask + 1) / 2), features);
    values = copyInto(new Float32Array(features.length * labelCount), values);
    for (let index = 0; index < size; index++) slots[findSlot(features[index] as number)] = index + 1;
  };

  return {
    labelCount,
    get size() {
      return size;
    },
    get values() {
      return values;
    },
    row(feature) {
      const held = slots[findSlot(feature >>> 0)] as number;
      return held === 0 ? -1 : (held - 1) * labelCount;
    },
    insert(feature) {
      const key = feature >>> 0;
      const held = slots[findSlot(key)] as number;
      if (held !== 0) return (held - 1) * labelCount;
      if (size === features.length) grow();
      features[size] = key;
      slots[findSlot(key)] = ++size;
      return (size - 1) * labelCount;
    },
    *rows() {
      for (let index = 0; index < size; index++)
        yield [features[index] as number, values.subarray(index * labelCount, (index + 1) * labelCount)];
    },
  };
}

function copyInto<T extends Uint32Array | Float32Array>(larger: T, smaller: T): T {
  larger.set(smaller);
  return larger;
}
