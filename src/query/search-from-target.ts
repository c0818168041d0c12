/**
 * The half of a search for paths that begins at the target: Dijkstra's, with one label for each number of hops that makes
 * a node dearer but nearer. Both halves pay a node's toll before they look at its neighbors, so that a hub is opened only
 * where it is needed.
 */
import type { BestPaths } from './best-paths.js';
import { createHeap } from './heap.js';
import { compareQuickly, type PathSearch, type Terrain } from './terrain.js';

/** What is known of the ways to the target. */
export interface TargetSearch {
  /** Opens one node more, where there is one. */
  expand(): Promise<void>;
  /** What it has looked at, with what it would look at next; infinite where there is nothing. */
  nextWork(): number;
  /**
   * Learns which nodes lie within half of the hops from the target, however dear, so that paths that cannot end in time
   * are given up; nothing is learned where that would open more nodes than `most`.
   */
  measureHops(most: number): Promise<void>;
  /** At most the cost from the node to the target in so many hops, the node's toll left out; infinite where there is no way. */
  costFrom(node: number, hops: number): number;
  /** The rest of a simple path, which costs just that much: nothing at the target, null where no such path is known. */
  restFrom(nodes: readonly number[], hops: number): readonly number[] | null;
  /** Nodes that were looked at. */
  readonly seen: ReadonlySet<number>;
}

/** Begins at the target; `met` tells what is too dear to be of use. */
export function searchFromTarget(terrain: Terrain, { from, to, maxHops }: PathSearch, met: BestPaths): TargetSearch {
  const labels = new Map<number, Label[]>();
  const seen = new Set<number>([to]);
  const heap = createHeap<Label>(
    (a, b) => a.cost - b.cost || a.hops - b.hops || compareQuickly(a.node, b.node, terrain),
  );
  const tollOf = (node: number): number => (node === from || node === to ? 0 : terrain.toll(node));
  const half = Math.floor(maxHops / 2);
  let work = 0;
  let hopsTo: ReadonlyMap<number, number> | null = null;
  heap.push({ node: to, hops: 0, cost: 0, next: null });
  /** What has no label yet costs at least `reached`, toll included; it is opened next. */
  let next = takeLabel();
  let reached = next?.cost ?? Number.POSITIVE_INFINITY;

  /** The next label that is of use; labels come in order of cost, so that a later one must take fewer hops. */
  function takeLabel(): Label | null {
    for (let label = heap.pop(); label !== undefined; label = heap.pop()) {
      const known = labels.get(label.node);
      const fewest = known?.at(-1);
      if (fewest !== undefined && fewest.hops <= label.hops) continue;
      if (known === undefined) labels.set(label.node, [label]);
      else known.push(label);
      // No path goes through its own start, nor on beyond the bound.
      if (label.node !== from && label.hops < maxHops) return label;
    }
    return null;
  }
  const labelOf = (node: number, hops: number): Label | undefined =>
    labels.get(node)?.find((candidate) => candidate.hops <= hops);

  return {
    seen,
    nextWork: () => (next === null ? Number.POSITIVE_INFINITY : work + terrain.degree(next.node)),
    async expand() {
      if (next === null) return;
      work += terrain.degree(next.node);
      for (const node of await terrain.neighbors(next.node)) {
        seen.add(node);
        if (node === to) continue;
        const cost = next.cost + terrain.hopCost + tollOf(node);
        if (cost <= met.dearest()) heap.push({ node, hops: next.hops + 1, cost, next });
      }
      next = takeLabel();
      reached = next?.cost ?? Number.POSITIVE_INFINITY;
    },
    async measureHops(most) {
      const found = new Map([[to, 0]]);
      let opened = 0;
      // A map is walked in the order of its entries, those that are added on the way included.
      for (const [node, hops] of found) {
        if (hops === half) break;
        if (++opened > most) return;
        for (const other of await terrain.neighbors(node)) if (!found.has(other)) found.set(other, hops + 1);
      }
      for (const node of found.keys()) seen.add(node);
      hopsTo = found;
    },
    costFrom(node, hops) {
      if (node === to) return 0;
      if (hopsTo !== null && hops <= half && (hopsTo.get(node) ?? maxHops + 1) > hops) return Number.POSITIVE_INFINITY;
      return Math.max(0, (labelOf(node, hops)?.cost ?? reached) - tollOf(node));
    },
    restFrom(nodes, hops) {
      const last = nodes.at(-1)!;
      if (last === to) return [];
      const rest: number[] = [];
      for (let label = labelOf(last, hops)?.next ?? null; label !== null; label = label.next) {
        if (nodes.includes(label.node)) return null;
        rest.push(label.node);
      }
      return rest.length === 0 ? null : rest;
    },
  };
}

/** What it costs to reach the target from a node, its own toll included, in that many hops. */
interface Label {
  readonly node: number;
  readonly hops: number;
  readonly cost: number;
  /** One hop nearer to the target; null at the target. */
  readonly next: Label | null;
}
