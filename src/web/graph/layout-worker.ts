import iterate from 'graphology-layout-forceatlas2/iterate.js';

/**
 * ForceAtlas2 (Jacomy et al. 2014) away from the page's own thread. The package makes its worker from a Blob, which a
 * strict Content-Security-Policy refuses; this one is a file.
 */
export interface LayoutTask {
  /** Ten numbers a node, as the package lays them out: x, y, …, mass, convergence, size, fixed. */
  readonly nodes: Float32Array;
  /** Three numbers an edge: source and target as offsets into `nodes`, weight. */
  readonly edges: Float32Array;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly rounds: number;
  /** How long it goes on before it tells how far it is, in milliseconds. */
  readonly pause: number;
}

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  const { nodes, edges, settings, rounds, pause } = data;
  let done = 0;
  const work = (): void => {
    const end = performance.now() + pause;
    do {
      iterate(settings, nodes, edges);
      done++;
    } while (done < rounds && performance.now() < end);
    postMessage({ nodes, over: done >= rounds });
    if (done < rounds) setTimeout(work, 0);
  };
  work();
});
