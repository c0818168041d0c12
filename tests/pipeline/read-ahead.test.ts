import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAhead } from '../../src/pipeline/read-ahead.js';

async function* from(weights: readonly number[], given: number[] = []): AsyncGenerator<number> {
  for (const weight of weights) {
    given.push(weight);
    yield weight;
  }
}

const weigh = (weight: number): number => weight;

describe('what is read ahead', () => {
  it('comes whole and in order, and stays within its bounds', async () => {
    const bounds = fc.record({ most: fc.integer({ min: 1, max: 5 }), heaviest: fc.integer({ min: 0, max: 30 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 }), bounds, async (weights, bound) => {
        const given: number[] = [];
        const taken: number[] = [];
        for await (const weight of readAhead(from(weights, given), { ...bound, weigh })) {
          taken.push(weight);
          await new Promise((resolve) => setImmediate(resolve));
          const ahead = given.slice(taken.length);
          // The last one is asked for before its weight is known.
          expect(ahead.length).toBeLessThanOrEqual(bound.most);
          expect(ahead.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(bound.heaviest);
        }
        expect(taken).toEqual(weights);
      }),
      { numRuns: 50 },
    );
  });

  it('gives what was there before the source failed, and then the failure', async () => {
    async function* failing() {
      yield 1;
      throw new Error('no more');
    }
    const ahead = readAhead(failing(), { most: 3, heaviest: 3, weigh });
    expect((await ahead.next()).value).toBe(1);
    await expect(ahead.next()).rejects.toThrow('no more');
  });

  it('ends the source where no more is taken', async () => {
    let ended = false;
    async function* endless() {
      try {
        for (;;) yield 1;
      } finally {
        ended = true;
      }
    }
    for await (const _ of readAhead(endless(), { most: 2, heaviest: 100, weigh })) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toBe(true);
  });
});
