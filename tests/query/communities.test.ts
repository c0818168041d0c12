import { createRequire } from 'node:module';
import fc from 'fast-check';
import { UndirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { communities, ranking } from '../../src/query/index.js';
import { louvain } from '../../src/query/louvain.js';
import type { Network } from '../../src/query/network.js';
import { startTurns } from '../../src/query/turns.js';
import { buildKnowledge } from '../support/build-knowledge.js';

const CAMPS = ['Ann Lee', 'Bo Ray', 'Cy Poe', 'Di Voss', 'Eve Orr', 'Fay Kim'] as const;
/** Two camps of three who all attack each other, and one claim between the camps. */
const KNOWLEDGE = buildKnowledge([
  {
    id: 'a',
    claims: [
      ...[0, 3].flatMap((first) =>
        [
          [0, 1],
          [1, 2],
          [0, 2],
        ].map(([a, b]) => ({
          subject: CAMPS[first + (a ?? 0)] ?? '',
          relation: 'ATTACK' as const,
          object: CAMPS[first + (b ?? 0)] ?? '',
        })),
      ),
      { subject: 'Cy Poe', relation: 'CONSULT', object: 'Di Voss' },
    ],
  },
]);

async function namesOf(keys: readonly string[]): Promise<readonly string[]> {
  const { graph } = await KNOWLEDGE;
  return keys.map((key) => graph.entity(key)?.name ?? '');
}

async function rank(by: string, where?: unknown): Promise<readonly string[]> {
  const page = await ranking(await KNOWLEDGE, { by, where });
  const names = await namesOf(page.edges.map(({ node }) => node.entity));
  return page.edges.map(({ node }, index) => `${node.rank} ${names[index]} ${node.score.toFixed(3)}`);
}

describe('communities', () => {
  it('are groups that are connected more among themselves, best connected first', async () => {
    const page = await communities(await KNOWLEDGE, {});
    const groups = await Promise.all(page.edges.map(({ node }) => namesOf(node.entities)));
    expect(groups.map((group) => [...group].sort())).toEqual([
      ['Ann Lee', 'Bo Ray', 'Cy Poe'],
      ['Di Voss', 'Eve Orr', 'Fay Kim'],
    ]);
    expect(page.edges[0]?.node).toMatchObject({ connectionsInside: 3, connectionsOutside: 1 });
    expect(page.modularity).toBeCloseTo(6 / 7 - 2 * (7 / 14) ** 2, 9);
  });

  it('are of the part of the graph that a filter chooses', async () => {
    const page = await communities(await KNOWLEDGE, { where: { relation: { eq: 'CONSULT' } } });
    expect(page.totalCount).toBe(1);
    expect(await namesOf(page.edges[0]?.node.entities ?? [])).toEqual(['Cy Poe', 'Di Voss']);
    const none = await communities(await buildKnowledge(), {});
    expect([none.totalCount, none.modularity]).toEqual([0, 0]);
  });

  it('refuse a resolution that makes no sense', async () => {
    for (const resolution of [0, -1, 11, Number.NaN]) {
      await expect(communities(await KNOWLEDGE, { resolution })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    }
  });
});

describe('ranking', () => {
  it('counts connections, walks and ways between others', async () => {
    expect(await rank('DEGREE')).toEqual([
      '1 Cy Poe 3.000',
      '1 Di Voss 3.000',
      '3 Ann Lee 2.000',
      '3 Bo Ray 2.000',
      '3 Eve Orr 2.000',
      '3 Fay Kim 2.000',
    ]);
    // The two at the ends of the bridge: 6 of the 10 pairs of others meet there, both ways.
    expect((await rank('BETWEENNESS')).slice(0, 3)).toEqual(['1 Cy Poe 0.600', '1 Di Voss 0.600', '3 Ann Lee 0.000']);
    const walks = await rank('PAGERANK');
    expect(walks.slice(0, 2).map((row) => row.slice(0, 8))).toEqual(['1 Cy Poe', '1 Di Vos']);
  });

  it('is of the part of the graph that a filter chooses', async () => {
    expect(await rank('DEGREE', { relation: { eq: 'CONSULT' } })).toEqual(['1 Cy Poe 1.000', '1 Di Voss 1.000']);
    await expect(rank('FAME')).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});

/** The part of the peer that is used. */
interface Peer {
  detailed(graph: UndirectedGraph, options: { getEdgeWeight: string }): { modularity: number };
}

describe('the division into communities', () => {
  it('is about as good as that of graphology, and reckons its own modularity right', async () => {
    const peer = createRequire(import.meta.url)('graphology-communities-louvain') as Peer;
    const pair = fc.tuple(fc.nat(29), fc.nat(29), fc.integer({ min: 1, max: 5 }));
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 5, maxLength: 120 }), async (pairs) => {
        const graph = new UndirectedGraph();
        for (const [from, to, weight] of pairs) {
          if (from === to || graph.hasEdge(from, to)) continue;
          graph.mergeUndirectedEdge(from, to, { weight });
        }
        fc.pre(graph.size > 0);
        const network = networkOf(graph);
        const { communityOf, modularity } = await louvain(network, 1, startTurns(null));
        expect(modularity).toBeCloseTo(naiveModularity(network, communityOf), 9);
        expect(modularity).toBeGreaterThan(0.8 * peer.detailed(graph, { getEdgeWeight: 'weight' }).modularity - 0.05);
      }),
      { numRuns: 60 },
    );
  });
});

function networkOf(graph: UndirectedGraph): Network {
  const entities = graph.nodes();
  const numbers = new Map(entities.map((node, number) => [node, number]));
  const links = entities.map((node) =>
    graph.mapEdges(node, (_edge, attributes, source, target) => ({
      to: numbers.get(source === node ? target : source) ?? 0,
      weight: Number(attributes.weight),
    })),
  );
  const offsets = new Uint32Array(entities.length + 1);
  for (const [node, list] of links.entries()) offsets[node + 1] = (offsets[node] ?? 0) + list.length;
  return {
    entities,
    offsets,
    targets: Uint32Array.from(links.flat(), ({ to }) => to),
    weights: Float64Array.from(links.flat(), ({ weight }) => weight),
  };
}

/** By its definition: over all pairs of nodes of one community, their weight less what chance would give. */
function naiveModularity({ entities, offsets, targets, weights }: Network, communityOf: Uint32Array): number {
  const matrix = entities.map(() => new Float64Array(entities.length));
  for (const [node, row] of matrix.entries()) {
    for (let link = offsets[node] ?? 0; link < (offsets[node + 1] ?? 0); link++) {
      row[targets[link] ?? 0] = weights[link] ?? 0;
    }
  }
  const strengths = matrix.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  const total = strengths.reduce((sum, strength) => sum + strength, 0);
  let modularity = 0;
  for (const [a, row] of matrix.entries()) {
    for (const [b, weight] of row.entries()) {
      if (communityOf[a] !== communityOf[b]) continue;
      modularity += weight / total - ((strengths[a] ?? 0) * (strengths[b] ?? 0)) / total ** 2;
    }
  }
  return modularity;
}
