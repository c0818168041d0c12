/**
 * The k cheapest simple paths with a bound on hops: A* over partial paths (Hart, Nilsson and Raphael 1968), whose
 * estimate comes from a search that begins at the target (Dijkstra 1959, with one label for each number of hops that
 * makes a node dearer but nearer) and keeps pace with it. Where that search has not come yet, the estimate is what it
 * has come to; and it ignores that a path may not meet a node twice. It is never above the true cost: the answer is exact.
 * Both sides pay a node's toll before they look at its neighbors, so that a hub is opened only where it is needed.
 */
import { createHeap } from './heap.js';
import type { Turns } from './turns.js';

/** What the search walks over. */
export interface Terrain {
  /** The nodes one hop away, in any order, each once. */
  neighbors(node: number): Promise<readonly number[]>;
  /** The order of nodes, which decides between equal costs. */
  compare(a: number, b: number): number;
  /** What it costs to pass through the node, beside the hops. A whole number, so that equal costs are equal. */
  toll(node: number): number;
  /** What each hop costs; a whole number above 0. */
  readonly hopCost: number;
}

/** From where to where, and within which bounds. */
export interface PathSearch {
  readonly from: number;
  /** Another node than `from`. */
  readonly to: number;
  readonly maxHops: number;
  readonly k: number;
  /** Partial paths that may be continued. */
  readonly maxExpanded: number;
  /** Partial paths after which it learns what is out of reach; 64 where it is left out: most searches end before. */
  readonly patience?: number;
}

/** What was found. */
export interface FoundPaths {
  /** Cheapest first, then in order of the nodes; each from `from` to `to`. */
  readonly paths: readonly { readonly nodes: readonly number[]; readonly cost: number }[];
  /** Nodes that were looked at. */
  readonly searched: number;
  /** True where a bound on the work was met before the answer was certain. */
  readonly truncated: boolean;
}

/** Finds them. @throws ClaimgraphError INTERRUPTED. */
export async function cheapestPaths(terrain: Terrain, search: PathSearch, turns: Turns): Promise<FoundPaths> {
  const { from, to, maxHops, k, maxExpanded, patience = 64 } = search;
  const target = startFromTarget(terrain, search);
  const seen = new Set<number>([from, to]);
  const heap = createHeap<Partial>((a, b) => comparePartials(a, b, terrain));
  const paths: { readonly nodes: readonly number[]; readonly cost: number }[] = [];
  const finish = (truncated: boolean): FoundPaths => {
    for (const node of target.seen) seen.add(node);
    return { paths, searched: seen.size, truncated };
  };
  let expanded = 0;

  heap.push({ nodes: [from], cost: 0, estimate: 0 });
  for (let partial = heap.pop(); partial !== undefined; partial = heap.pop()) {
    if (turns.due()) await turns.rest();
    const end = partial.nodes.at(-1)!;
    const hopsLeft = maxHops - partial.nodes.length + 1;
    const estimate = partial.cost + (end === to ? 0 : target.costFrom(end, hopsLeft));
    if (estimate > partial.estimate) {
      // The search from the target has come further since the path was put off.
      if (estimate < Number.POSITIVE_INFINITY) heap.push({ ...partial, estimate });
      continue;
    }
    if (end === to) {
      paths.push({ nodes: partial.nodes, cost: partial.cost });
      if (paths.length === k) return finish(false);
      continue;
    }
    if (hopsLeft === 0) continue;
    if (++expanded > maxExpanded || heap.size > MOST_WAITING) return finish(true);
    await target.expand();
    if (expanded === patience) await target.measureHops(maxExpanded);
    for (const node of await terrain.neighbors(end)) {
      seen.add(node);
      if (partial.nodes.includes(node)) continue;
      const cost = partial.cost + terrain.hopCost + (node === to ? 0 : terrain.toll(node));
      const least = cost + (node === to ? 0 : target.costFrom(node, hopsLeft - 1));
      if (least < Number.POSITIVE_INFINITY) heap.push({ nodes: [...partial.nodes, node], cost, estimate: least });
    }
  }
  return finish(false);
}

/** Partial paths that may wait to be continued. */
const MOST_WAITING = 500_000;

interface Partial {
  readonly nodes: readonly number[];
  /** Tolls of all nodes but the path's own ends included. */
  readonly cost: number;
  /** At most the cost of the cheapest path that begins so. */
  readonly estimate: number;
}

/** Ties in the order of the nodes; a path before those that go on from it. */
function comparePartials(a: Partial, b: Partial, terrain: Terrain): number {
  if (a.estimate !== b.estimate) return a.estimate - b.estimate;
  const length = Math.min(a.nodes.length, b.nodes.length);
  for (let index = 0; index < length; index++) {
    const order = terrain.compare(a.nodes[index]!, b.nodes[index]!);
    if (order !== 0) return order;
  }
  return a.nodes.length - b.nodes.length;
}

/** What it costs to reach the target from a node, its own toll included, in that many hops. */
interface Label {
  readonly node: number;
  readonly hops: number;
  readonly cost: number;
}

/** The search that begins at the target. */
interface TargetSearch {
  /** Opens one node more, where there is one. */
  expand(): Promise<void>;
  /**
   * Learns which nodes lie within half of the hops from the target, however dear, so that paths that cannot end in time
   * are given up; nothing is learned where that would open more nodes than `most`.
   */
  measureHops(most: number): Promise<void>;
  /** At most the cost from the node to the target in so many hops, the node's toll left out; infinite where there is no way. */
  costFrom(node: number, hops: number): number;
  /** Nodes that were looked at. */
  readonly seen: ReadonlySet<number>;
}

function startFromTarget(terrain: Terrain, { from, to, maxHops }: PathSearch): TargetSearch {
  const labels = new Map<number, Label[]>();
  const seen = new Set<number>([to]);
  const heap = createHeap<Label>((a, b) => a.cost - b.cost || a.hops - b.hops || terrain.compare(a.node, b.node));
  const tollOf = (node: number): number => (node === from || node === to ? 0 : terrain.toll(node));
  /** What has no label yet costs at least this, toll included. */
  let reached = 0;
  let hopsTo: ReadonlyMap<number, number> | null = null;
  const half = Math.floor(maxHops / 2);
  heap.push({ node: to, hops: 0, cost: 0 });

  /** The next label that is of use; labels come in order of cost, so that a later one must take fewer hops. */
  function takeLabel(): Label | null {
    for (let label = heap.pop(); label !== undefined; label = heap.pop()) {
      reached = label.cost;
      const known = labels.get(label.node);
      const fewest = known?.at(-1);
      if (fewest !== undefined && fewest.hops <= label.hops) continue;
      if (known === undefined) labels.set(label.node, [label]);
      else known.push(label);
      // No path goes through its own start, nor on beyond the bound.
      if (label.node !== from && label.hops < maxHops) return label;
    }
    reached = Number.POSITIVE_INFINITY;
    return null;
  }

  return {
    seen,
    async expand() {
      const label = takeLabel();
      if (label === null) return;
      for (const node of await terrain.neighbors(label.node)) {
        seen.add(node);
        if (node === to) continue;
        heap.push({ node, hops: label.hops + 1, cost: label.cost + terrain.hopCost + tollOf(node) });
      }
    },
    async measureHops(most) {
      const found = new Map([[to, 0]]);
      let opened = 0;
      // A map is walked in the order of its entries, those that are added on the way included.
      for (const [node, hops] of found) {
        if (hops === half) break;
        if (++opened > most) return;
        for (const next of await terrain.neighbors(node)) if (!found.has(next)) found.set(next, hops + 1);
      }
      for (const node of found.keys()) seen.add(node);
      hopsTo = found;
    },
    costFrom(node, hops) {
      if (hopsTo !== null && hops <= half && (hopsTo.get(node) ?? maxHops + 1) > hops) return Number.POSITIVE_INFINITY;
      const label = labels.get(node)?.find((candidate) => candidate.hops <= hops);
      return Math.max(0, (label?.cost ?? reached) - tollOf(node));
    },
  };
}
