import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPage, type Page, type PageRequest, startPage } from '../../src/query/pages.js';
import { sortInTurns } from '../../src/query/sort-in-turns.js';
import { startTurns } from '../../src/query/turns.js';

const list = { kind: 'numbers', order: 'SIZE', keyOf: (item: number) => [item] };
const anySize = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null });

function readAll(items: readonly number[], request: PageRequest): Page<number> {
  const draft = startPage(list, request);
  for (const item of items) draft.add(item);
  return draft.finish();
}

describe('a page cut out of a list in order', () => {
  it('is what a walk over the whole list finds', () => {
    const items = fc.uniqueArray(fc.nat(40)).map((numbers) => numbers.sort((a, b) => a - b));
    const anyPlace = fc.option(fc.nat(40), { nil: null });
    fc.assert(
      fc.property(items, fc.tuple(anySize, fc.boolean(), anyPlace, anyPlace), (given, [size, backward, a, b]) => {
        const cursorOf = (place: number | null): string | null =>
          place === null ? null : (readAll([place], {}).edges[0]?.cursor ?? null);
        const sizes = size === null ? {} : backward ? { last: size } : { first: size };
        const request = { ...sizes, after: cursorOf(a), before: cursorOf(b) };
        const ordered = { ...list, length: given.length, at: (index: number) => given[index]! };
        expect(cutPage(ordered, request)).toEqual(readAll(given, request));
      }),
      { numRuns: 500 },
    );
  });
});

describe('sortInTurns', () => {
  it('sorts any number of items', async () => {
    const items = Array.from({ length: 10_000 }, (_, index) => Math.imul(index, 0x9e3779b1) >>> 0);
    const sorted = await sortInTurns(items, (a, b) => a - b, startTurns(null));
    expect(sorted).toEqual([...items].sort((a, b) => a - b));
    expect(await sortInTurns([], (a: number, b: number) => a - b, startTurns(null))).toEqual([]);
  });
});
