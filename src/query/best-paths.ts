/** A whole path and what it costs. */
export interface FoundPath {
  readonly nodes: readonly number[];
  readonly cost: number;
}

/** The cheapest whole paths that were met, at most k, each a different one. */
export interface BestPaths {
  /** Takes a path, unless it was met before or there are k better ones. */
  offer(path: FoundPath): void;
  /** Cheapest first, then in order of the nodes. */
  all(): readonly FoundPath[];
  /** The greatest of their costs; infinite while there are fewer than k. */
  dearest(): number;
}

/** No paths yet. `compareNodes` decides between those that cost the same. */
export function createBestPaths(k: number, compareNodes: (a: number, b: number) => number): BestPaths {
  let best: readonly FoundPath[] = [];
  const compare = (a: FoundPath, b: FoundPath): number => {
    if (a.cost !== b.cost) return a.cost - b.cost;
    const length = Math.min(a.nodes.length, b.nodes.length);
    for (let index = 0; index < length; index++) {
      const order = compareNodes(a.nodes[index]!, b.nodes[index]!);
      if (order !== 0) return order;
    }
    return a.nodes.length - b.nodes.length;
  };
  const dearest = (): number => (best.length < k ? Number.POSITIVE_INFINITY : best[k - 1]!.cost);
  return {
    dearest,
    all: () => best,
    offer: (path) => {
      if (path.cost > dearest() || best.some((other) => compare(path, other) === 0)) return;
      best = [...best, path].sort(compare).slice(0, k);
    },
  };
}
