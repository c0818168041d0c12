import type { Network } from './network.js';
import type { Turns } from './turns.js';

/** How many links each entity has, by its number. */
export function degrees({ entities, offsets }: Network): Float64Array {
  return Float64Array.from(entities, (_, number) => (offsets[number + 1] ?? 0) - (offsets[number] ?? 0));
}

const DAMPING = 0.85;
const MOST_ROUNDS = 100;
const TOLERANCE = 1e-9;

/**
 * PageRank (Brin and Page 1998) over links in both directions, each as strong as its claims: the share of its time that a
 * walker spends at each entity who follows links, and one time in seven begins anew anywhere. Sums up to 1.
 */
export async function pageRank({ entities, offsets, targets, weights }: Network, turns: Turns): Promise<Float64Array> {
  const count = entities.length;
  const strengths = new Float64Array(count);
  for (let node = 0; node < count; node++) {
    for (let link = offsets[node]!; link < offsets[node + 1]!; link++) strengths[node]! += weights[link]!;
  }
  let ranks = new Float64Array(count).fill(1 / count);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = new Float64Array(count).fill((1 - DAMPING) / count);
    for (let node = 0; node < count; node++) {
      if (turns.due()) await turns.rest();
      const share = (DAMPING * ranks[node]!) / strengths[node]!;
      for (let link = offsets[node]!; link < offsets[node + 1]!; link++)
        next[targets[link]!]! += share * weights[link]!;
    }
    let change = 0;
    for (let node = 0; node < count; node++) change += Math.abs(next[node]! - ranks[node]!);
    ranks = next;
    if (change < TOLERANCE) break;
  }
  return ranks;
}

/** Entities from which shortest paths are counted, at most. */
const MOST_PIVOTS = 256;

/**
 * Betweenness (Brandes 2001): the share of shortest paths between two others that lead through each entity, 0 to 1. In
 * networks of more than 256 entities it is estimated from the paths of 256 of them, spread evenly over the order of ids
 * (Brandes and Pich 2007), so that the same network always gives the same estimate.
 */
export async function betweenness(network: Network, turns: Turns): Promise<Float64Array> {
  const count = network.entities.length;
  const pivots = Math.min(count, MOST_PIVOTS);
  const scores = new Float64Array(count);
  for (let pivot = 0; pivot < pivots; pivot++) {
    const source = Math.floor((pivot * count) / pivots);
    await addDependencies(network, { source, scores, turns });
  }
  const pairs = (count - 1) * (count - 2);
  const scale = pairs > 0 ? count / pivots / pairs : 0;
  return scores.map((score) => score * scale);
}

/** Adds how much the shortest paths from one entity depend on each other one. */
async function addDependencies(
  { entities, offsets, targets }: Network,
  { source, scores, turns }: { readonly source: number; readonly scores: Float64Array; readonly turns: Turns },
): Promise<void> {
  const distances = new Int32Array(entities.length).fill(-1);
  const paths = new Float64Array(entities.length);
  const order = new Uint32Array(entities.length);
  distances[source] = 0;
  paths[source] = 1;
  order[0] = source;
  let reached = 1;
  for (let place = 0; place < reached; place++) {
    if (turns.due()) await turns.rest();
    const node = order[place]!;
    for (let link = offsets[node]!; link < offsets[node + 1]!; link++) {
      const target = targets[link]!;
      if (distances[target] === -1) {
        distances[target] = distances[node]! + 1;
        order[reached++] = target;
      }
      if (distances[target] === distances[node]! + 1) paths[target]! += paths[node]!;
    }
  }
  const dependencies = new Float64Array(entities.length);
  for (let place = reached - 1; place > 0; place--) {
    if (turns.due()) await turns.rest();
    const node = order[place]!;
    for (let link = offsets[node]!; link < offsets[node + 1]!; link++) {
      const nearer = targets[link]!;
      if (distances[nearer] !== distances[node]! - 1) continue;
      dependencies[nearer]! += (paths[nearer]! / paths[node]!) * (1 + dependencies[node]!);
    }
    scores[node]! += dependencies[node]!;
  }
}
