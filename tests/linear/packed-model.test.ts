import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { packModel, unpackModel } from '../../src/linear/index.js';

type Row = readonly [number, Float32Array];

const model = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 6 }).chain((labels) => {
  const weight = fc.oneof(fc.constant(0), fc.float({ min: -8, max: 8, noNaN: true }));
  const row = fc.tuple(
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.array(weight, { minLength: labels.length, maxLength: labels.length }),
  );
  return fc.record({
    labels: fc.constant(labels.map((label) => label.replace(/\p{Surrogate}/gu, ''))),
    rows: fc
      .uniqueArray(row, { selector: ([feature]) => feature, maxLength: 40 })
      .map((rows) => rows.map(([feature, weights]): Row => [feature, Float32Array.from(weights)])),
  });
});

function codeOf(bytes: Uint8Array): string {
  try {
    unpackModel(bytes, 'weights.bin');
  } catch (error) {
    if (error instanceof ClaimgraphError) return error.code;
    throw error;
  }
  return 'sound';
}

describe('a packed model', () => {
  it('gives back labels and weights, within what its quanta allow', () => {
    fc.assert(
      fc.property(model, ({ labels, rows }) => {
        const unpacked = unpackModel(packModel({ labels, rows, threshold: 0 }), 'weights.bin');
        expect(unpacked.labels).toEqual(labels);
        const largest = Math.max(0, ...rows.flatMap(([, row]) => Array.from(row, Math.abs)));
        for (const [feature, row] of rows) {
          const scores = new Int32Array(labels.length + 1);
          unpacked.addScores(feature, scores, 1);
          expect(scores[0]).toBe(0);
          row.forEach((weight, label) => {
            const got = (scores[label + 1] as number) * unpacked.scale;
            expect(unpacked.weight(feature, label)).toBe(scores[label + 1]);
            // Between two quanta lies at most 2/127 of the largest weight, and the even split is its middle.
            expect(Math.abs(got - weight)).toBeLessThanOrEqual(largest / 120 + 1e-6);
          });
        }
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(model, ({ labels, rows }) => {
        const backwards = packModel({ labels, rows: [...rows].reverse(), threshold: 0 });
        expect(backwards).toEqual(packModel({ labels, rows, threshold: 0 }));
      }),
    );
  });

  it('refuses every change of a byte, every cut and every addition with RESOURCE_INVALID', () => {
    fc.assert(
      fc.property(model, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ labels, rows }, at, change) => {
        const bytes = packModel({ labels, rows, threshold: 0 });
        const changed = bytes.slice();
        const index = at % bytes.length;
        changed[index] = (changed[index] as number) ^ change;
        expect(codeOf(changed)).toBe('RESOURCE_INVALID');
        expect(codeOf(bytes.slice(0, index))).toBe('RESOURCE_INVALID');
        expect(codeOf(Uint8Array.from([...bytes, 0]))).toBe('RESOURCE_INVALID');
        expect(codeOf(bytes)).toBe('sound');
      }),
    );
  });

  it('leaves out features that are all smaller than the threshold', () => {
    const rows: Row[] = [
      [7, Float32Array.of(0.5, -2)],
      [8, Float32Array.of(0.9, 0.9)],
    ];
    const unpacked = unpackModel(packModel({ labels: ['A', 'B'], rows, threshold: 1 }), 'weights.bin');
    expect(unpacked.featureCount).toBe(1);
    expect(unpacked.weight(8, 0)).toBe(0);
    expect(unpacked.weight(7, 0)).toBeGreaterThan(0);
  });

  it('leaves out single weights that are smaller than the least', () => {
    const rows: Row[] = [[7, Float32Array.of(0.5, -2)]];
    const packed = packModel({ labels: ['A', 'B'], rows, threshold: 0, leastWeight: 1 });
    const unpacked = unpackModel(packed, 'weights.bin');
    expect(unpacked.weight(7, 0)).toBe(0);
    expect(unpacked.weight(7, 1)).toBeLessThan(0);
  });

  it('refuses to be made of what it cannot hold', () => {
    const refuse = (labels: readonly string[], rows: readonly Row[]) =>
      expect(() => packModel({ labels, rows, threshold: 0 })).toThrow(ClaimgraphError);
    refuse([], []);
    refuse(Array(257).fill('A'), []);
    refuse(['A'], [[1, Float32Array.of(1, 2)]]);
    refuse(['A'], [[1, Float32Array.of(Number.NaN)]]);
    refuse(
      ['A'],
      [
        [1, Float32Array.of(1)],
        [1, Float32Array.of(2)],
      ],
    );
  });
});
