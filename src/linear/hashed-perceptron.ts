import type { AveragedPerceptron } from './averaged-perceptron.js';

/**
 * An averaged perceptron for few labels whose features share `2 ** bits` rows by their low bits, as in Weinberger et
 * al. (2009), "Feature Hashing for Large Scale Multitask Learning": nothing is looked for, and features that fall
 * together learn together. `averagedRows` names the features by their low bits.
 */
export function createHashedPerceptron(labelCount: number, bits: number): AveragedPerceptron {
  const size = 2 ** bits;
  const mask = size - 1;
  const weights = new Float32Array(size * labelCount);
  // What a weight was times when it was changed; the mean follows from it without visiting every weight each time.
  const moments = new Float64Array(size * labelCount);
  let decisions = 0;
  return {
    labelCount,
    addScores(feature, scores) {
      const first = (feature & mask) * labelCount;
      for (let label = 0; label < labelCount; label++)
        scores[label] = (scores[label] as number) + (weights[first + label] as number);
    },
    update(feature, label, change) {
      const at = (feature & mask) * labelCount + label;
      weights[at] = (weights[at] as number) + change;
      moments[at] = (moments[at] as number) + change * decisions;
    },
    countDecision() {
      decisions++;
    },
    *averagedRows() {
      const row = new Float32Array(labelCount);
      for (let feature = 0; feature < size; feature++) {
        let isEmpty = true;
        for (let label = 0; label < labelCount; label++) {
          const at = feature * labelCount + label;
          row[label] = (weights[at] as number) - (moments[at] as number) / Math.max(1, decisions);
          if (row[label] !== 0) isEmpty = false;
        }
        if (!isEmpty) yield [feature, row];
      }
    },
  };
}
