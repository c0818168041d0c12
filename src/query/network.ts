import type { ReferentKey } from '../domain/index.js';
import { chooseRelationships } from './choose-items.js';
import { type Knowledge, pinGraph } from './knowledge.js';
import { takeSteps } from './take-steps.js';
import type { Stoppable, Turns } from './turns.js';

/**
 * Who is connected with whom, in typed arrays: relationships in either direction between two entities are one link, and
 * those of an entity with itself are none. Entities without a link are left out.
 */
export interface Network {
  /** Ascending; an entity's number is its place here. */
  readonly entities: readonly ReferentKey[];
  /** The links of entity number n are those from offsets[n] to offsets[n + 1] in `targets` and `weights`. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** How many claims carry the link. */
  readonly weights: Float64Array;
}

/** Which relationships connect: those with a claim that a filter over RELATIONSHIP_FIELDS chooses. */
export interface NetworkRequest extends Stoppable {
  readonly where?: unknown;
}

/** Reads the network off the graph. @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, INTERRUPTED. */
export async function readNetwork(current: Knowledge, request: NetworkRequest, turns: Turns): Promise<Network> {
  const knowledge = pinGraph(current);
  const choice = await chooseRelationships(knowledge, request);
  const linked: { readonly id: ReferentKey; readonly node: number; readonly links: ReadonlyMap<number, number> }[] = [];
  for (const { id } of knowledge.graph.entities()) {
    if (turns.due()) await turns.rest();
    const node = knowledge.graph.links.numberOf(id);
    if (node === null) continue;
    const links = new Map<number, number>();
    await takeSteps({ knowledge, choice, turns }, node, (other, claims) => {
      if (other !== node) links.set(other, (links.get(other) ?? 0) + claims);
    });
    if (links.size > 0) linked.push({ id, node, links });
  }
  const numbers = new Map(linked.map(({ node }, number) => [node, number]));
  const count = linked.reduce((sum, { links }) => sum + links.size, 0);
  const offsets = new Uint32Array(linked.length + 1);
  const targets = new Uint32Array(count);
  const weights = new Float64Array(count);
  let filled = 0;
  for (const [number, { links }] of linked.entries()) {
    if (turns.due()) await turns.rest();
    for (const [other, weight] of links) {
      const target = numbers.get(other);
      // An entity may have come while others had their turn.
      if (target === undefined) continue;
      targets[filled] = target;
      weights[filled++] = weight;
    }
    offsets[number + 1] = filled;
  }
  return { entities: linked.map(({ id }) => id), offsets, targets, weights };
}
