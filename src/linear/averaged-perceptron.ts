/**
 * Averaged perceptron, after Collins (2002), "Discriminative Training Methods for Hidden Markov Models". A feature has
 * weights only for the labels that an update named: with two hundred labels, full rows would be all zeros.
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
  // One slot a feature: the feature, and where its row begins; zero where the slot is empty.
  let slots = new Int32Array((mask + 1) * 2);
  let order = new Int32Array(1 << 11);
  let featureCount = 0;
  // A row is its length and its room, then a label and a weight each, next to one another for the memory's sake.
  let cells = new Int32Array(1 << 14);
  let weights = new Float32Array(cells.buffer);
  // What a weight was times when it was changed; the mean follows from it without visiting every weight each time.
  let moments = new Float64Array(cells.length);
  let cellCount = 2;
  let decisions = 0;

  const findSlot = (key: number): number => {
    let slot = key & mask;
    while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const growSlots = () => {
    const old = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * 2);
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      const slot = findSlot(old[at] as number);
      slots[slot * 2] = old[at] as number;
      slots[slot * 2 + 1] = old[at + 1] as number;
    }
    const larger = new Int32Array((mask + 1) / 2);
    larger.set(order);
    order = larger;
  };
  /** Makes a row with room for some weights, with what is in the row at `old`. */
  const makeRow = (room: number, old: number): number => {
    const first = cellCount;
    cellCount += 2 + room * 2;
    if (cellCount > cells.length) {
      const [oldCells, oldMoments] = [cells, moments];
      cells = new Int32Array(Math.max(cells.length * 2, cellCount));
      weights = new Float32Array(cells.buffer);
      moments = new Float64Array(cells.length);
      cells.set(oldCells);
      moments.set(oldMoments);
    }
    if (old !== 0) {
      const end = old + 2 + (cells[old] as number) * 2;
      cells.copyWithin(first, old, end);
      moments.copyWithin(first, old, end);
    }
    cells[first + 1] = room;
    return first;
  };

  return {
    labelCount,
    addScores(feature, scores) {
      const row = slots[findSlot(feature | 0) * 2 + 1] as number;
      const end = row + 2 + (cells[row] as number) * 2;
      for (let at = row + 2; at < end; at += 2) {
        const label = cells[at] as number;
        scores[label] = (scores[label] as number) + (weights[at + 1] as number);
      }
    },
    update(feature, label, change) {
      const key = feature | 0;
      let slot = findSlot(key);
      let row = slots[slot * 2 + 1] as number;
      if (row === 0) {
        if (featureCount === order.length) {
          growSlots();
          slot = findSlot(key);
        }
        order[featureCount++] = key;
        row = makeRow(2, 0);
        slots[slot * 2] = key;
        slots[slot * 2 + 1] = row;
      }
      const count = cells[row] as number;
      let at = row + 2;
      const end = at + count * 2;
      while (at < end && cells[at] !== label) at += 2;
      if (at === end) {
        if (count === cells[row + 1]) {
          row = makeRow(count * 2, row);
          slots[slot * 2 + 1] = row;
          at = row + 2 + count * 2;
        }
        cells[at] = label;
        cells[row] = count + 1;
      }
      weights[at + 1] = (weights[at + 1] as number) + change;
      moments[at + 1] = (moments[at + 1] as number) + change * decisions;
    },
    countDecision() {
      decisions++;
    },
    *averagedRows() {
      const means = new Float32Array(labelCount);
      for (let index = 0; index < featureCount; index++) {
        const key = order[index] as number;
        means.fill(0);
        const row = slots[findSlot(key) * 2 + 1] as number;
        const end = row + 2 + (cells[row] as number) * 2;
        for (let at = row + 2; at < end; at += 2)
          means[cells[at] as number] =
            (weights[at + 1] as number) - (moments[at + 1] as number) / Math.max(1, decisions);
        yield [key >>> 0, means];
      }
    },
  };
}
