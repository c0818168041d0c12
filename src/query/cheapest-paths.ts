/**
 * The k cheapest simple paths with a bound on hops: A* over partial paths (Hart, Nilsson and Raphael 1968), whose
 * estimate is the exact cost to the target, from a search that begins there (Dijkstra 1959, with one label for each
 * number of hops that makes a node dearer but nearer). The estimate ignores that a path may not meet a node twice, and
 * stays at or below the true cost where the search from the target was stopped early: the answer is exact either way.
 */
import { compareIds } from '../base/index.js';
import { createHeap } from './heap.js';
import type { Turns } from './turns.js';

/** What the search walks over. */
export interface Terrain {
  /** The nodes one hop away, in any order, each once. */
  neighbors(node: string): Promise<readonly string[]>;
  /** What it costs to pass through the node, beside the hops. A whole number, so that equal costs are equal. */
  toll(node: string): number;
  /** What each hop costs; a whole number above 0. */
  readonly hopCost: number;
}

/** From where to where, and within which bounds. */
export interface PathSearch {
  readonly from: string;
  /** Another node than `from`. */
  readonly to: string;
  readonly maxHops: number;
  readonly k: number;
  /** Expansions at most, in each of the two directions. */
  readonly maxExpanded: number;
}

/** What was found. */
export interface FoundPaths {
  /** Cheapest first, then in order of the nodes; each from `from` to `to`. */
  readonly paths: readonly { readonly nodes: readonly string[]; readonly cost: number }[];
  /** Nodes that were looked at. */
  readonly searched: number;
  /** True where a bound on the work was met before the answer was certain. */
  readonly truncated: boolean;
}

/** Finds them. @throws ClaimgraphError INTERRUPTED. */
export async function cheapestPaths(terrain: Terrain, search: PathSearch, turns: Turns): Promise<FoundPaths> {
  const { from, to, maxHops, k, maxExpanded } = search;
  const rest = await measureFromTarget(terrain, search, turns);
  const searched = new Set<string>([from, to, ...rest.labels.keys()]);
  const heap = createHeap<Partial>(comparePartials);
  const paths: { readonly nodes: readonly string[]; readonly cost: number }[] = [];
  let expanded = 0;

  heap.push({ nodes: [from], cost: 0, estimate: costToTarget(rest, from, maxHops) });
  for (let partial = heap.pop(); partial !== undefined; partial = heap.pop()) {
    if (turns.due()) await turns.rest();
    if (partial.estimate === Number.POSITIVE_INFINITY) break;
    const end = partial.nodes.at(-1) as string;
    if (end === to) {
      paths.push({ nodes: partial.nodes, cost: partial.cost });
      if (paths.length === k) return { paths, searched: searched.size, truncated: false };
      continue;
    }
    const hopsLeft = maxHops - partial.nodes.length;
    if (hopsLeft < 0) continue;
    if (++expanded > maxExpanded || heap.size > MOST_WAITING) {
      return { paths, searched: searched.size, truncated: true };
    }
    for (const node of await terrain.neighbors(end)) {
      searched.add(node);
      if (partial.nodes.includes(node)) continue;
      // The cost holds the tolls of all nodes but the ends: that of `node` is due once the path goes on.
      const cost = partial.cost + terrain.hopCost + (node === to ? 0 : terrain.toll(node));
      const estimate = cost + (node === to ? 0 : costToTarget(rest, node, hopsLeft));
      if (estimate < Number.POSITIVE_INFINITY) heap.push({ nodes: [...partial.nodes, node], cost, estimate });
    }
  }
  return { paths, searched: searched.size, truncated: false };
}

/** Partial paths that may wait to be continued. */
const MOST_WAITING = 500_000;

/** How much dearer than the cheapest path the search from the target looks, in hops: enough for most second paths. */
const MARGIN_IN_HOPS = 3;

interface Partial {
  readonly nodes: readonly string[];
  readonly cost: number;
  /** Of the cheapest path that begins so. */
  readonly estimate: number;
}

/** Ties in the order of the nodes; a path before those that go on from it. */
function comparePartials(a: Partial, b: Partial): number {
  if (a.estimate !== b.estimate) return a.estimate - b.estimate;
  const length = Math.min(a.nodes.length, b.nodes.length);
  for (let index = 0; index < length; index++) {
    const order = compareIds(a.nodes[index] as string, b.nodes[index] as string);
    if (order !== 0) return order;
  }
  return a.nodes.length - b.nodes.length;
}

/** What it costs to reach the target from a node, its own toll left out, in at most so many hops. */
interface Label {
  readonly node: string;
  readonly hops: number;
  readonly cost: number;
}

interface Measured {
  /** Of each node: rising in cost, falling in hops. */
  readonly labels: ReadonlyMap<string, readonly Label[]>;
  /** What is not labelled costs at least this; infinite where everything was measured. */
  readonly atLeast: number;
}

async function measureFromTarget(terrain: Terrain, search: PathSearch, turns: Turns): Promise<Measured> {
  const { from, to, maxHops, maxExpanded } = search;
  const labels = new Map<string, Label[]>();
  const heap = createHeap<Label>((a, b) => a.cost - b.cost || a.hops - b.hops || compareIds(a.node, b.node));
  let most = Number.POSITIVE_INFINITY;
  let expanded = 0;
  heap.push({ node: to, hops: 0, cost: 0 });
  for (let label = heap.pop(); label !== undefined; label = heap.pop()) {
    if (turns.due()) await turns.rest();
    if (label.cost > most || expanded >= maxExpanded || heap.size > MOST_WAITING)
      return { labels, atLeast: label.cost };
    const known = labels.get(label.node);
    // Labels come in order of cost: a later one is of use only if it takes fewer hops.
    const fewest = known?.at(-1);
    if (fewest !== undefined && fewest.hops <= label.hops) continue;
    if (known === undefined) labels.set(label.node, [label]);
    else known.push(label);
    if (label.node === from) {
      most = Math.min(most, label.cost + MARGIN_IN_HOPS * terrain.hopCost);
      continue;
    }
    if (label.hops === maxHops) continue;
    expanded++;
    const toll = label.node === to ? 0 : terrain.toll(label.node);
    for (const node of await terrain.neighbors(label.node)) {
      if (node !== to) heap.push({ node, hops: label.hops + 1, cost: label.cost + toll + terrain.hopCost });
    }
  }
  return { labels, atLeast: Number.POSITIVE_INFINITY };
}

function costToTarget(measured: Measured, node: string, hops: number): number {
  const label = measured.labels.get(node)?.find((candidate) => candidate.hops <= hops);
  return label?.cost ?? measured.atLeast;
}
