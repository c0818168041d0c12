/**
 * The half of a search for paths that begins at the target: Dijkstra's, with one label for each number of hops that makes
 * a node dearer but nearer. A node's toll is paid before its neighbors are looked at, so that a hub is opened only where it
 * is needed; but that it was reached, and what the way to it costs without its toll, is known as soon as a neighbor of it
 * is opened: mostly enough to lead a path over the hub, or to know that none is cheap enough, without opening it at all.
 */
import type { BestPaths, FoundPath } from './best-paths.js';
import { createHeap } from './heap.js';
import type { PathSearch, SeenNodes, Terrain } from './terrain.js';

/** What is known of the ways to the target. */
export interface TargetSearch {
  /** Opens one node more, where there is one. */
  expand(): Promise<void>;
  /** What it has looked at, with what it would look at next; infinite where there is nothing. */
  nextWork(): number;
  /** How much it would look at next; 0 where there is nothing. */
  nextDegree(): number;
  /**
   * Learns which nodes lie within half of the hops from the target, and from where the paths begin, however dear, so that
   * paths that cannot end in time are given up; nothing is learned where that would open more nodes than `most`.
   */
  measureHops(most: number): Promise<void>;
  /** At most the cost from the node to the target in so many hops, the node's toll left out; infinite where there is no way. */
  costFrom(node: number, hops: number): number;
  /** The rest of a simple path in so many hops, with what it costs; null where none is known. */
  restFrom(nodes: readonly number[], hops: number): FoundPath | null;
}

/** Begins at the target; `met` tells what is too dear to be of use, `seen` is told what is looked at. */
export function searchFromTarget(
  terrain: Terrain,
  { from, to, maxHops }: PathSearch,
  { met, seen }: { readonly met: BestPaths; readonly seen: SeenNodes },
): TargetSearch {
  /** Of each node those that were found, cheapest first, each with fewer hops than the one before. */
  const labels = new Map<number, Label[]>();
  const heap = createHeap<Label>(
    (a, b) => a.reached - b.reached || a.hops - b.hops || a.hash - b.hash || terrain.compare(a.node, b.node),
  );
  const half = Math.floor(maxHops / 2);
  let work = 0;
  let hopsTo: Uint8Array | null = null;
  let hopsFrom: Uint8Array | null = null;
  /** What has no label yet is at least one hop behind this one, which is opened next; null where nothing is left. */
  let next: Label | null = { node: to, hops: 0, cost: 0, reached: 0, hash: 0, next: null };
  seen.add(to);

  /** Labels are found in order of cost, so that a later one of a node must take fewer hops. */
  const addLabel = (node: number, behind: Label): void => {
    const [hops, cost] = [behind.hops + 1, behind.reached + terrain.hopCost];
    const known = labels.get(node);
    if (known !== undefined && known.at(-1)!.hops <= hops) return;
    // A path has to come here in the hops that are left, and at what is left of the cost.
    if (hopsFrom !== null && maxHops - hops <= half && hopsFrom[node]! > maxHops - hops) return;
    const reached = cost + (node === from ? 0 : terrain.toll(node));
    if (node !== from && reached + terrain.hopCost > met.dearest()) return;
    const label: Label = { node, hops, cost, reached, hash: terrain.hash(node), next: behind };
    if (known === undefined) labels.set(node, [label]);
    else known.push(label);
    // No path goes through its own start, nor on beyond the bound.
    if (node !== from && hops < maxHops) heap.push(label);
  };
  const labelOf = (node: number, hops: number): Label | undefined =>
    labels.get(node)?.find((candidate) => candidate.hops <= hops);

  /** Hops from a node to those within half of all; null where more than `most` nodes would be opened. */
  const measure = async (start: number, most: number): Promise<Uint8Array | null> => {
    const hops = new Uint8Array(terrain.size).fill(UNKNOWN);
    hops[start] = 0;
    let ring: readonly number[] = [start];
    let opened = 0;
    for (let distance = 1; distance <= half; distance++) {
      const further: number[] = [];
      opened += ring.length;
      if (opened > most) return null;
      for (const node of ring) {
        const found = terrain.neighbors(node);
        for (const other of found instanceof Promise ? await found : found) {
          if (hops[other] !== UNKNOWN) continue;
          hops[other] = distance;
          seen.add(other);
          further.push(other);
        }
      }
      ring = further;
    }
    return hops;
  };

  return {
    nextDegree: () => (next === null ? 0 : terrain.degree(next.node)),
    nextWork: () => (next === null ? Number.POSITIVE_INFINITY : work + terrain.degree(next.node)),
    async expand() {
      if (next === null) return;
      work += terrain.degree(next.node);
      const found = terrain.neighbors(next.node);
      for (const node of found instanceof Promise ? await found : found) {
        seen.add(node);
        if (node !== to) addLabel(node, next);
      }
      next = heap.pop() ?? null;
    },
    async measureHops(most) {
      hopsTo = await measure(to, most);
      hopsFrom = await measure(from, most);
    },
    costFrom(node, hops) {
      if (node === to) return 0;
      if (hops === 0 || (hopsTo !== null && hops <= half && hopsTo[node]! > hops)) return Number.POSITIVE_INFINITY;
      const beyond = next === null ? Number.POSITIVE_INFINITY : next.reached + terrain.hopCost;
      return Math.min(labelOf(node, hops)?.cost ?? beyond, beyond);
    },
    restFrom(nodes, hops) {
      const last = nodes.at(-1)!;
      if (last === to) return { nodes: [], cost: 0 };
      const label = labelOf(last, hops);
      if (label === undefined) return null;
      const rest: number[] = [];
      for (let behind = label.next; behind !== null; behind = behind.next) {
        if (nodes.includes(behind.node)) return null;
        rest.push(behind.node);
      }
      return { nodes: rest, cost: label.cost };
    },
  };
}

/** More hops than any path has. */
const UNKNOWN = 255;

/** A way to the target from a node in that many hops. */
interface Label {
  readonly node: number;
  readonly hops: number;
  /** What it costs without the node's toll, and with it. */
  readonly cost: number;
  readonly reached: number;
  /** The node's: a quick order of its own. */
  readonly hash: number;
  /** One hop nearer to the target; null at the target. */
  readonly next: Label | null;
}
