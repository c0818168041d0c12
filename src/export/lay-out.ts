import { setImmediate as nextTurn } from 'node:timers/promises';
import iterate from 'graphology-layout-forceatlas2/iterate.js';

/** A place on a picture; y grows downwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const NODE_WIDTH = 10;
const ROUNDS = 300;
const ROUNDS_OF_A_TURN = 2;
/** Nodes start on a spiral of this turn, as the seeds of a sunflower stand, so that no two are at one place. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Lays nodes out by their edges with ForceAtlas2 (Jacomy et al. 2014), the same each time, with rests for other work.
 * Its cost grows with the square of the nodes.
 * @param edges pairs of indexes into the nodes
 * @returns a place for each node, from 0 to 1 both ways
 */
export async function layOut(count: number, edges: readonly (readonly [number, number])[]): Promise<readonly Place[]> {
  const nodes = new Float32Array(count * NODE_WIDTH);
  for (let index = 0; index < count; index++) {
    const distance = 10 * Math.sqrt(index + 1);
    const angle = index * GOLDEN_ANGLE;
    // x, y, their changes now and before, mass, convergence, size, fixed.
    nodes.set([distance * Math.cos(angle), distance * Math.sin(angle), 0, 0, 0, 0, 1, 1, 1, 0], index * NODE_WIDTH);
  }
  const apart = edges.filter(([from, to]) => from !== to);
  const links = new Float32Array(apart.length * 3);
  for (const [index, [from, to]] of apart.entries()) {
    links.set([from * NODE_WIDTH, to * NODE_WIDTH, 1], index * 3);
    for (const end of [from, to]) nodes[end * NODE_WIDTH + 6] = (nodes[end * NODE_WIDTH + 6] as number) + 1;
  }
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 12,
    strongGravityMode: true,
    gravity: 0.06,
    slowDown: 1 + Math.log(count + 1),
    barnesHutOptimize: false,
    barnesHutTheta: 0.5,
  };
  for (let round = 0; round < ROUNDS && count > 1; round++) {
    if (round % ROUNDS_OF_A_TURN === 0) await nextTurn();
    iterate(settings, nodes, links);
  }
  return fitted(Array.from({ length: count }, (_, index) => placeOf(nodes, index)));
}

function placeOf(nodes: Float32Array, index: number): Place {
  return { x: nodes[index * NODE_WIDTH] as number, y: nodes[index * NODE_WIDTH + 1] as number };
}

/** The places stretched to the unit square; in its middle where they do not differ. */
function fitted(places: readonly Place[]): readonly Place[] {
  const stretch = (values: readonly number[]): ((value: number) => number) => {
    const least = Math.min(...values);
    const range = Math.max(...values) - least;
    return (value) => (range > 0 ? (value - least) / range : 0.5);
  };
  const across = stretch(places.map(({ x }) => x));
  const down = stretch(places.map(({ y }) => y));
  return places.map(({ x, y }) => ({ x: across(x), y: down(y) }));
}
