/**
 * The k cheapest simple paths with a bound on hops: A* over partial paths (Hart, Nilsson and Raphael 1968), whose
 * estimate comes from a search that begins at the target (Dijkstra 1959, see `search-from-target.ts`) and keeps pace with
 * it by the relationships that both looked at. Where the two meet, they give whole paths before these are proven; the
 * search ends when nothing that waits can be cheaper, mostly before a hub in the middle is ever opened. The costs are exact.
 */
import { createBestPaths, type FoundPath } from './best-paths.js';
import { createHeap } from './heap.js';
import { searchFromTarget } from './search-from-target.js';
import { createSeenNodes, type PathSearch, type Terrain } from './terrain.js';
import type { Turns } from './turns.js';

/** What was found. */
export interface FoundPaths {
  /**
   * Cheapest first, then in order of the nodes; each from `from` to `to`. Of several that cost as much as the last one,
   * always the same are given, whatever the order in which nodes have their neighbors.
   */
  readonly paths: readonly FoundPath[];
  /** Nodes that were looked at. */
  readonly searched: number;
  /** True where a bound on the work was met before the answer was certain. */
  readonly truncated: boolean;
}

/** Finds them. @throws ClaimgraphError INTERRUPTED. */
export async function cheapestPaths(terrain: Terrain, search: PathSearch, turns: Turns): Promise<FoundPaths> {
  const { from, to, maxHops, k, maxExpanded, patience = 64 } = search;
  const met = createBestPaths(k, terrain.compare);
  const seen = createSeenNodes(terrain);
  const target = searchFromTarget(terrain, search, { met, seen });
  const heap = createHeap<Partial>((a, b) => comparePartials(a, b, terrain));
  const isNeedless = k === 1 ? createDominance() : () => false;
  let expanded = 0;
  let work = 0;
  let measured = false;
  const finish = (truncated: boolean): FoundPaths => ({ paths: met.all(), searched: seen.count, truncated });
  /** Takes the whole path that begins so and goes on by what is known from the target. */
  const meet = (nodes: readonly number[], cost: number, hopsLeft: number): void => {
    const rest = target.restFrom(nodes, hopsLeft);
    if (rest !== null) met.offer({ nodes: [...nodes, ...rest.nodes], cost: cost + rest.cost });
  };
  /** Learns what is out of reach before a hub is opened, and where nothing else bounds the search. */
  const measureBefore = async (degree: number): Promise<void> => {
    const isBounded = expanded < patience || met.dearest() < Number.POSITIVE_INFINITY;
    if (measured || (isBounded && degree < HUB)) return;
    measured = true;
    await target.measureHops(maxExpanded);
  };

  seen.add(from);
  heap.push({ nodes: [from], cost: 0, estimate: 0, hash: 0 });
  for (let partial = heap.pop(); partial !== undefined; partial = heap.pop()) {
    if (turns.due()) await turns.rest();
    const end = partial.nodes.at(-1)!;
    const hopsLeft = maxHops - partial.nodes.length + 1;
    // The search from the target may have come to the end of the path since it was put off.
    meet(partial.nodes, partial.cost, hopsLeft);
    const estimate = partial.cost + target.costFrom(end, hopsLeft);
    if (partial.estimate >= met.dearest()) return finish(false);
    if (estimate > partial.estimate) {
      if (estimate < met.dearest()) heap.push({ ...partial, estimate });
      continue;
    }
    if (hopsLeft === 0) continue;
    // The search that has done less goes on first: what it learns may spare the other one a hub.
    if (target.nextWork() <= work + terrain.degree(end)) {
      await measureBefore(target.nextDegree());
      await target.expand();
      heap.push(partial);
      continue;
    }
    if (isNeedless(end, hopsLeft, partial.cost)) continue;
    if (++expanded > maxExpanded || heap.size > MOST_WAITING) return finish(true);
    await measureBefore(terrain.degree(end));
    work += terrain.degree(end);
    const found = terrain.neighbors(end);
    for (const node of found instanceof Promise ? await found : found) {
      seen.add(node);
      if (partial.nodes.includes(node)) continue;
      const cost = partial.cost + terrain.hopCost + (node === to ? 0 : terrain.toll(node));
      const least = cost + target.costFrom(node, hopsLeft - 1);
      if (least > met.dearest() || least === Number.POSITIVE_INFINITY) continue;
      const nodes = [...partial.nodes, node];
      meet(nodes, cost, hopsLeft - 1);
      const hash = Math.imul(partial.hash, 31) + terrain.hash(node);
      if (node !== to) heap.push({ nodes, cost, estimate: least, hash: hash | 0 });
    }
  }
  return finish(false);
}

/** A node with so many neighbors is not opened before it is known which of them are out of reach. */
const HUB = 1000;

/** Partial paths that may wait to be continued. */
const MOST_WAITING = 500_000;

interface Partial {
  readonly nodes: readonly number[];
  /** Tolls of all nodes but the path's own ends included. */
  readonly cost: number;
  /** At most the cost of the cheapest path that begins so. */
  readonly estimate: number;
  /** Follows from the nodes. */
  readonly hash: number;
}

/** Ties: what has come further first, then in an order that follows from the nodes. */
function comparePartials(a: Partial, b: Partial, terrain: Terrain): number {
  if (a.estimate !== b.estimate) return a.estimate - b.estimate;
  if (a.nodes.length !== b.nodes.length) return b.nodes.length - a.nodes.length;
  if (a.hash !== b.hash) return a.hash - b.hash;
  for (let index = 0; index < a.nodes.length; index++) {
    const order = terrain.compare(a.nodes[index]!, b.nodes[index]!);
    if (order !== 0) return order;
  }
  return 0;
}

/** True for a way to a node that is no better, in cost and hops, than one that was gone on from: one path needs but one of them. */
function createDominance(): (node: number, hopsLeft: number, cost: number) => boolean {
  const ways = new Map<number, { readonly hopsLeft: number; readonly cost: number }[]>();
  return (node, hopsLeft, cost) => {
    const known = ways.get(node);
    if (known === undefined) ways.set(node, [{ hopsLeft, cost }]);
    else if (known.some((way) => way.hopsLeft >= hopsLeft && way.cost <= cost)) return true;
    else known.push({ hopsLeft, cost });
    return false;
  };
}
