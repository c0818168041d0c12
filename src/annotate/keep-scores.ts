import type { LinearModel } from '../linear/index.js';
import { createFeatureRow, type FeatureRow } from './name-features.js';
import { NAME_LABELS } from './name-labels.js';

/** Sums of weights by label, NAME_LABELS numbers a slot; slot 0 is no sum. */
export interface KeptScores {
  /** Read it anew after `keep`: it is another array after it had to grow. */
  readonly sums: Int32Array;
  /** Empties the row, for features to be written into it. */
  open(): FeatureRow;
  /** Sums the weights of the features in the row, and gives the slot. */
  keep(): number;
  /** Adds the weights of the features in the row to `scores[offset + label]`. */
  addRow(scores: Int32Array, offset: number): void;
  /** Forgets all slots from this one on. */
  forget(from: number): void;
  /** The slot that `keep` will give. */
  readonly next: number;
}

/** No sums yet. */
export function createKeptScores(model: LinearModel): KeptScores {
  const row = createFeatureRow();
  let sums = new Int32Array(NAME_LABELS << 10);
  let next = 1;
  const addRow = (scores: Int32Array, offset: number) => {
    for (let index = 0; index < row.count; index++) model.addScores(row.features[index] as number, scores, offset);
  };
  return {
    get sums() {
      return sums;
    },
    get next() {
      return next;
    },
    open() {
      row.count = 0;
      return row;
    },
    keep() {
      const slot = next++;
      if (next * NAME_LABELS > sums.length) {
        const larger = new Int32Array(sums.length * 2);
        larger.set(sums);
        sums = larger;
      }
      addRow(sums, slot * NAME_LABELS);
      return slot;
    },
    addRow,
    forget(from) {
      sums.fill(0, from * NAME_LABELS, next * NAME_LABELS);
      next = from;
    },
  };
}
