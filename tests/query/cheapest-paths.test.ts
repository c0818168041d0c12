import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestPaths, type FoundPaths } from '../../src/query/cheapest-paths.js';
import type { Terrain } from '../../src/query/terrain.js';
import { startTurns } from '../../src/query/turns.js';

interface Case {
  readonly size: number;
  readonly edges: readonly (readonly [number, number])[];
  readonly tolls: readonly number[];
  readonly maxHops: number;
  readonly k: number;
}

const anyCase: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 8 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 24, size: 'max' }),
    tolls: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: size, maxLength: size }),
    maxHops: fc.integer({ min: 1, max: 6 }),
    k: fc.integer({ min: 1, max: 10 }),
  }),
);

function terrainOf({ size, edges, tolls }: Case): Terrain {
  return {
    size,
    hopCost: 10,
    toll: (node) => tolls[node] ?? 0,
    degree: () => 3,
    compare: (a, b) => a - b,
    hash: (node) => (node * 5) % 3,
    neighbors: async (node) => {
      const found = new Set<number>();
      for (const [a, b] of edges) {
        if (a === b) continue;
        if (a === node) found.add(b);
        if (b === node) found.add(a);
      }
      return [...found];
    },
  };
}

/** Every simple path, by trying all. */
async function enumerate(given: Case): Promise<{ nodes: number[]; cost: number }[]> {
  const terrain = terrainOf(given);
  const found: { nodes: number[]; cost: number }[] = [];
  const walk = async (nodes: number[], cost: number): Promise<void> => {
    const end = nodes.at(-1)!;
    if (end === 1) {
      found.push({ nodes, cost });
      return;
    }
    if (nodes.length > given.maxHops) return;
    for (const node of await terrain.neighbors(end)) {
      if (!nodes.includes(node)) await walk([...nodes, node], cost + 10 + (node === 1 ? 0 : terrain.toll(node)));
    }
  };
  await walk([0], 0);
  return found.sort((a, b) => a.cost - b.cost || (a.nodes.join() < b.nodes.join() ? -1 : 1));
}

/** In the order of all; of those that cost as much as the last one, any. */
function expectCheapest({ paths }: FoundPaths, all: readonly { nodes: number[]; cost: number }[], k: number): void {
  expect(paths.map(({ cost }) => cost)).toEqual(all.slice(0, k).map(({ cost }) => cost));
  const places = paths.map(({ nodes }) => all.findIndex((path) => path.nodes.join() === nodes.join()));
  expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
}

describe('cheapestPaths', () => {
  it('finds paths as cheap as an enumeration of all simple paths does', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, fc.integer({ min: 1, max: 9 }), async (given, patience) => {
        const all = await enumerate(given);
        most = Math.max(most, all.length);
        const search = { from: 0, to: 1, maxHops: given.maxHops, k: given.k, maxExpanded: 100_000, patience };
        const found = await cheapestPaths(terrainOf(given), search, startTurns(null));
        expect(found.truncated).toBe(false);
        expectCheapest(found, all, given.k);
      }),
      { numRuns: 1000 },
    );
    expect(most).toBeGreaterThan(10);
  });

  it('finds the same paths in whatever order nodes have their neighbors', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (given) => {
        const search = { from: 0, to: 1, maxHops: given.maxHops, k: given.k, maxExpanded: 100_000 };
        const turned = { ...given, edges: [...given.edges].reverse() };
        const found = await cheapestPaths(terrainOf(given), search, startTurns(null));
        expect((await cheapestPaths(terrainOf(turned), search, startTurns(null))).paths).toEqual(found.paths);
      }),
      { numRuns: 300 },
    );
  });

  it('still gives true paths, and says so, where the work was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, fc.integer({ min: 1, max: 5 }), async (given, maxExpanded) => {
        const all = await enumerate(given);
        const search = { from: 0, to: 1, maxHops: given.maxHops, k: given.k, maxExpanded };
        const found = await cheapestPaths(terrainOf(given), search, startTurns(null));
        if (found.truncated) for (const path of found.paths) expect(all).toContainEqual(path);
        else expectCheapest(found, all, given.k);
      }),
      { numRuns: 500 },
    );
  });
});
