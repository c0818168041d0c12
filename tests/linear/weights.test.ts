import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAveragedPerceptron, createWeights } from '../../src/linear/index.js';

const features = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 300 });

describe('createWeights', () => {
  it('keeps one row a feature while it grows', () => {
    fc.assert(
      fc.property(features, (inserted) => {
        const weights = createWeights(3);
        const expected = new Map<number, number>();
        for (const feature of inserted) {
          const row = weights.insert(feature);
          weights.values[row + 1] = (weights.values[row + 1] as number) + 1;
          expected.set(feature, (expected.get(feature) ?? 0) + 1);
        }
        for (let filler = 0; filler < 5_000; filler++) weights.insert(filler * 7919);
        for (const [feature, count] of expected) expect(weights.values[weights.row(feature) + 1]).toBe(count);
        const rows = new Map([...weights.rows()].map(([feature, row]) => [feature, row[1]]));
        expect(rows.size).toBe(weights.size);
        for (const [feature, count] of expected) expect(rows.get(feature)).toBe(count);
      }),
      { numRuns: 20 },
    );
  });

  it('says -1 of a feature that it does not hold', () => {
    expect(createWeights(2).row(5)).toBe(-1);
  });
});

describe('createAveragedPerceptron', () => {
  it('averages its weights over all decisions', () => {
    const perceptron = createAveragedPerceptron(2);
    perceptron.update(9, 1, 1);
    perceptron.countDecision();
    perceptron.countDecision();
    perceptron.update(9, 1, 2);
    perceptron.countDecision();
    perceptron.countDecision();
    // 1 for two decisions, 3 for two.
    expect([...perceptron.averagedRows()]).toEqual([[9, Float32Array.of(0, 2)]]);
    const scores = new Float64Array(2);
    perceptron.addScores(9, scores);
    expect([...scores]).toEqual([0, 3]);
  });

  it('keeps its weights while it grows', () => {
    const perceptron = createAveragedPerceptron(256);
    for (let feature = 0; feature < 10_000; feature++) perceptron.update(feature * 31, feature % 256, feature);
    for (const feature of [0, 1, 4_999, 9_999]) {
      const scores = new Float64Array(256);
      perceptron.addScores(feature * 31, scores);
      expect(scores[feature % 256]).toBe(feature);
    }
  });
});
