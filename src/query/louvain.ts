/**
 * The Louvain method (Blondel, Guillaume, Lambiotte and Lefebvre 2008): nodes move to the neighboring community that adds
 * most modularity until none moves, communities become the nodes of a smaller network, and so on. It departs from the
 * paper in that nodes are looked at in the order of their numbers and ties go to the least community, so that a network
 * always gives the same communities, and in that it lets others have the event loop.
 */
import type { Network } from './network.js';
import type { Turns } from './turns.js';

/** Which community each node is in. */
export interface Partition {
  /** By number of the node; communities are numbered from 0 without a gap. */
  readonly communityOf: Uint32Array;
  /** How much more of the weight lies inside of communities than chance would put there; -0.5 to 1. */
  readonly modularity: number;
}

/** What is divided: links as in a Network, each at both ends, and weight that lies inside of a node already. */
interface Level {
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
  /** Twice the weight of the links within each node. */
  readonly inside: Float64Array;
}

const LEAST_GAIN = 1e-12;
const MOST_PASSES = 100;

/** Divides the network; a higher resolution than 1 gives smaller communities. @throws ClaimgraphError INTERRUPTED. */
export async function louvain(network: Network, resolution: number, turns: Turns): Promise<Partition> {
  let level: Level = { ...network, inside: new Float64Array(network.entities.length) };
  let communityOf = Uint32Array.from(network.entities, (_, node) => node);
  for (;;) {
    const moved = await moveNodes(level, resolution, turns);
    communityOf = communityOf.map((node) => moved.communityOf[node]!);
    if (moved.count === level.inside.length) {
      return { communityOf, modularity: modularityOf(level) };
    }
    level = await contract(level, moved, turns);
  }
}

interface Moved {
  readonly communityOf: Uint32Array;
  readonly count: number;
}

async function moveNodes(
  { offsets, targets, weights, inside }: Level,
  resolution: number,
  turns: Turns,
): Promise<Moved> {
  const count = inside.length;
  const strengths = strengthsOf({ offsets, targets, weights, inside });
  const total = strengths.reduce((sum, strength) => sum + strength, 0);
  const communityOf = Uint32Array.from({ length: count }, (_, node) => node);
  const totals = strengths.slice();
  const towards = new Float64Array(count);
  for (let pass = 0, moves = 1; moves > 0 && pass < MOST_PASSES; pass++) {
    moves = 0;
    for (let node = 0; node < count; node++) {
      if (turns.due()) await turns.rest();
      const own = communityOf[node]!;
      const strength = strengths[node]!;
      const near = [own];
      for (let link = offsets[node]!; link < offsets[node + 1]!; link++) {
        const community = communityOf[targets[link]!]!;
        if (towards[community] === 0 && community !== own) near.push(community);
        towards[community]! += weights[link]!;
      }
      totals[own]! -= strength;
      const gainOf = (community: number): number =>
        towards[community]! - (resolution * strength * totals[community]!) / total;
      let best = own;
      let bestGain = gainOf(own);
      for (const community of near) {
        const gain = gainOf(community);
        const isBetter = gain > bestGain + LEAST_GAIN;
        const isTie = best !== own && gain >= bestGain - LEAST_GAIN && community < best;
        if (isBetter || isTie) [best, bestGain] = [community, gain];
      }
      totals[best]! += strength;
      if (best !== own) moves++;
      communityOf[node] = best;
      for (const community of near) towards[community] = 0;
    }
  }
  return renumber(communityOf);
}

/** Numbers the communities by their first nodes. */
function renumber(communityOf: Uint32Array): Moved {
  const numbers = new Map<number, number>();
  for (const community of communityOf) if (!numbers.has(community)) numbers.set(community, numbers.size);
  return { communityOf: communityOf.map((community) => numbers.get(community)!), count: numbers.size };
}

/** The network of which the communities are the nodes. */
async function contract(level: Level, { communityOf, count }: Moved, turns: Turns): Promise<Level> {
  const inside = new Float64Array(count);
  const links: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  for (let node = 0; node < communityOf.length; node++) {
    if (turns.due()) await turns.rest();
    const from = communityOf[node]!;
    inside[from]! += level.inside[node]!;
    for (let link = level.offsets[node]!; link < level.offsets[node + 1]!; link++) {
      const to = communityOf[level.targets[link]!]!;
      const weight = level.weights[link]!;
      if (to === from) inside[from]! += weight;
      else links[from]!.set(to, (links[from]!.get(to) ?? 0) + weight);
    }
  }
  const offsets = new Uint32Array(count + 1);
  for (const [from, to] of links.entries()) offsets[from + 1] = offsets[from]! + to.size;
  const targets = Uint32Array.from(links.flatMap((to) => [...to.keys()]));
  const weights = Float64Array.from(links.flatMap((to) => [...to.values()]));
  return { offsets, targets, weights, inside };
}

/** The weight of each node's links, those within it counted at both ends. */
function strengthsOf({ offsets, weights, inside }: Level): Float64Array {
  return inside.map((within, node) => {
    let strength = within;
    for (let link = offsets[node]!; link < offsets[node + 1]!; link++) strength += weights[link]!;
    return strength;
  });
}

/** Of a level of which every node is a community of its own. */
function modularityOf(level: Level): number {
  const strengths = strengthsOf(level);
  const total = strengths.reduce((sum, strength) => sum + strength, 0);
  if (total === 0) return 0;
  let modularity = 0;
  for (const [node, strength] of strengths.entries()) {
    modularity += level.inside[node]! / total - (strength / total) ** 2;
  }
  return modularity;
}
