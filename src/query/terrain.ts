/** What the search walks over. */
export interface Terrain {
  /** Every node is below it. */
  readonly size: number;
  /** The nodes one hop away, in any order, each once; at once where that is no long work. */
  neighbors(node: number): Promise<readonly number[]> | readonly number[];
  /** About how much it is to look at them. */
  degree(node: number): number;
  /** What it costs to pass through the node, beside the hops. A whole number, so that equal costs are equal. */
  toll(node: number): number;
  /** The order of nodes, which decides between paths of equal costs. */
  compare(a: number, b: number): number;
  /** A whole number of 32 bits that follows from what the node is: a quick order of its own, mostly without ties. */
  hash(node: number): number;
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

/** Nodes that were looked at. */
export interface SeenNodes {
  readonly count: number;
  add(node: number): void;
}

/** No nodes. */
export function createSeenNodes({ size }: Terrain): SeenNodes {
  const isSeen = new Uint8Array(size);
  let count = 0;
  return {
    get count() {
      return count;
    },
    add: (node) => {
      if (isSeen[node] === 1) return;
      isSeen[node] = 1;
      count++;
    },
  };
}
