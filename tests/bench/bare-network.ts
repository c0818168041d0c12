import type { GraphReading } from '../../src/graph/index.js';

/** Who is joined with whom, in lists of numbers: no relation, no claim, no evidence. */
export interface BareNetwork {
  readonly neighbors: readonly (readonly number[])[];
  numberOf(id: string): number;
}

/** The bare network of a graph. */
export function readBareNetwork(graph: GraphReading): BareNetwork {
  const ids = [...graph.entities()].map(({ id }) => id);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const byLink = new Map(ids.map((id, number) => [graph.links.numberOf(id), number]));
  const neighbors = ids.map((id) => {
    const found = new Set<number>();
    const start = graph.links.numberOf(id);
    if (start !== null) graph.links.each(start, ({ other }) => found.add(byLink.get(other) ?? 0));
    return [...found];
  });
  return { neighbors, numberOf: (id) => numbers.get(id) ?? 0 };
}

/** Hops of a shortest path, by a search from both ends in turn; null where there is none. */
export function findBarePath({ neighbors }: BareNetwork, from: number, to: number): number | null {
  const sides = [new Map([[from, 0]]), new Map([[to, 0]])] as const;
  let frontiers: [readonly number[], readonly number[]] = [[from], [to]];
  for (let hops = 1; frontiers.every((frontier) => frontier.length > 0); hops++) {
    const side = frontiers[0].length <= frontiers[1].length ? 0 : 1;
    const [own, other] = [sides[side], sides[1 - side]!];
    const next: number[] = [];
    for (const node of frontiers[side]) {
      for (const neighbor of neighbors[node] ?? []) {
        if (other.has(neighbor)) return hops;
        if (own.has(neighbor)) continue;
        own.set(neighbor, hops);
        next.push(neighbor);
      }
    }
    frontiers = side === 0 ? [next, frontiers[1]] : [frontiers[0], next];
  }
  return null;
}

/** The nodes within two hops, nearest first, at most so many. */
export function findBareNeighborhood({ neighbors }: BareNetwork, from: number, limit: number): readonly number[] {
  const found = new Map([[from, 0]]);
  for (const [node, distance] of found) {
    if (distance === 2) break;
    for (const neighbor of neighbors[node] ?? []) {
      if (found.size === limit) return [...found.keys()];
      if (!found.has(neighbor)) found.set(neighbor, distance + 1);
    }
  }
  return [...found.keys()];
}
