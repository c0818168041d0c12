/**
 * Averaged perceptron, after Collins (2002), "Discriminative Training Methods for Hidden Markov Models". A feature has
 * weights only for the labels that an update named, in a linked list: with two hundred labels, rows would be all zeros.
 */
export interface AveragedPerceptron {
  readonly labelCount: number;
  /** Adds the feature's present weights to the scores of the labels. */
  addScores(feature: number, scores: Float64Array): void;
  /** Adds `change` to the feature's weight of one label. */
  update(feature: number, label: number, change: number): void;
  /** Tells that one more decision was taken: the weights are averaged over all decisions. */
  countDecision(): void;
  /**
   * Every feature with the mean of its weights over all decisions so far, in the order of first update. The row is
   * the same array each time.
   */
  averagedRows(): Iterable<readonly [feature: number, row: Float32Array]>;
}

/** A perceptron whose weights are all zero. */
export function createAveragedPerceptron(labelCount: number): AveragedPerceptron {
  let mask = (1 << 12) - 1;
  // One slot a feature: the feature, and one more than the index of its first entry; zero where the slot is empty.
  let slotFeatures = new Uint32Array(mask + 1);
  let slotEntries = new Int32Array(mask + 1);
  let featureCount = 0;
  // One entry a weight.
  let labels = new Uint8Array(1 << 12);
  let weights = new Float64Array(labels.length);
  // What a weight was times when it was changed; the mean follows from it without visiting every weight each time.
  let moments = new Float64Array(labels.length);
  let following = new Int32Array(labels.length);
  let entryCount = 0;
  let order = new Uint32Array(1 << 11);
  let decisions = 0;

  const findSlot = (feature: number): number => {
    let slot = feature & mask;
    while (slotEntries[slot] !== 0 && slotFeatures[slot] !== feature) slot = (slot + 1) & mask;
    return slot;
  };
  const growSlots = () => {
    const [oldFeatures, oldEntries] = [slotFeatures, slotEntries];
    mask = mask * 2 + 1;
    slotFeatures = new Uint32Array(mask + 1);
    slotEntries = new Int32Array(mask + 1);
    for (let old = 0; old < oldEntries.length; old++) {
      if (oldEntries[old] === 0) continue;
      const slot = findSlot(oldFeatures[old] as number);
      slotFeatures[slot] = oldFeatures[old] as number;
      slotEntries[slot] = oldEntries[old] as number;
    }
    const larger = new Uint32Array((mask + 1) / 2);
    larger.set(order);
    order = larger;
  };
  const growEntries = () => {
    const length = labels.length * 2;
    const [oldLabels, oldWeights, oldMoments, oldFollowing] = [labels, weights, moments, following];
    labels = new Uint8Array(length);
    weights = new Float64Array(length);
    moments = new Float64Array(length);
    following = new Int32Array(length);
    labels.set(oldLabels);
    weights.set(oldWeights);
    moments.set(oldMoments);
    following.set(oldFollowing);
  };

  return {
    labelCount,
    addScores(feature, scores) {
      let entry = slotEntries[findSlot(feature >>> 0)] as number;
      while (entry !== 0) {
        const label = labels[entry - 1] as number;
        scores[label] = (scores[label] as number) + (weights[entry - 1] as number);
        entry = following[entry - 1] as number;
      }
    },
    update(feature, label, change) {
      const key = feature >>> 0;
      let slot = findSlot(key);
      if (slotEntries[slot] === 0) {
        if (featureCount === order.length) {
          growSlots();
          slot = findSlot(key);
        }
        order[featureCount++] = key;
      }
      let entry = slotEntries[slot] as number;
      while (entry !== 0 && labels[entry - 1] !== label) entry = following[entry - 1] as number;
      if (entry === 0) {
        if (entryCount === labels.length) growEntries();
        labels[entryCount] = label;
        following[entryCount] = slotEntries[slot] as number;
        entry = ++entryCount;
        slotFeatures[slot] = key;
        slotEntries[slot] = entry;
      }
      weights[entry - 1] = (weights[entry - 1] as number) + change;
      moments[entry - 1] = (moments[entry - 1] as number) + change * decisions;
    },
    countDecision() {
      decisions++;
    },
    *averagedRows() {
      const row = new Float32Array(labelCount);
      for (let index = 0; index < featureCount; index++) {
        const feature = order[index] as number;
        row.fill(0);
        let entry = slotEntries[findSlot(feature)] as number;
        for (; entry !== 0; entry = following[entry - 1] as number) {
          const mean = (weights[entry - 1] as number) - (moments[entry - 1] as number) / Math.max(1, decisions);
          row[labels[entry - 1] as number] = mean;
        }
        yield [feature, row];
      }
    },
  };
}
