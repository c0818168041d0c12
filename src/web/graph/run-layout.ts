import type { LayoutTask } from './layout-worker.js';

/** Where a node is, how large it is drawn, and whether it has to stay. */
export interface LayoutNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fixed: boolean;
}

const NODE_WIDTH = 10;

/**
 * Lays nodes out by their edges, in a worker.
 * @param edges pairs of indexes into the nodes
 * @param onMove gets positions, in the order of the nodes, some thirty times a second, less often where there are many, until the layout is over
 * @returns what stops it
 */
export function runLayout(
  nodes: readonly LayoutNode[],
  edges: readonly (readonly [number, number])[],
  onMove: (positions: (index: number) => { readonly x: number; readonly y: number }, over: boolean) => void,
): () => void {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<{ readonly nodes: Float32Array; readonly over: boolean }>) => {
    const at = data.nodes;
    onMove((index) => ({ x: at[index * NODE_WIDTH]!, y: at[index * NODE_WIDTH + 1]! }), data.over);
    if (data.over) worker.terminate();
  };
  worker.postMessage(layoutTask(nodes, edges));
  return () => worker.terminate();
}

function layoutTask(nodes: readonly LayoutNode[], edges: readonly (readonly [number, number])[]): LayoutTask {
  const matrix = new Float32Array(nodes.length * NODE_WIDTH);
  nodes.forEach(({ x, y, size, fixed }, index) => {
    matrix.set([x, y, 0, 0, 0, 0, 1, 1, size, fixed ? 1 : 0], index * NODE_WIDTH);
  });
  const links = new Float32Array(edges.length * 3);
  edges.forEach(([from, to], index) => {
    links.set([from * NODE_WIDTH, to * NODE_WIDTH, 1], index * 3);
    matrix[from * NODE_WIDTH + 6]! += 1;
    matrix[to * NODE_WIDTH + 6]! += 1;
  });
  const large = nodes.length > 1000;
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: large ? 4 : 12,
    strongGravityMode: true,
    gravity: large ? 0.02 : 0.06,
    slowDown: 1 + Math.log(nodes.length + 1),
    barnesHutOptimize: nodes.length > 600,
    barnesHutTheta: 0.6,
  };
  return { nodes: matrix, edges: links, settings, rounds: large ? 200 : 400, pause: large ? 1500 : 30 };
}
