import type { ReferentKey } from '../domain/index.js';
import { type Choice, carryingClaims, chooseRelationships, relationshipOf } from './choose-items.js';
import type { CarryingClaim } from './field-readers.js';
import type { Knowledge } from './knowledge.js';
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
export async function readNetwork(knowledge: Knowledge, request: NetworkRequest, turns: Turns): Promise<Network> {
  const choice = await chooseRelationships(knowledge, request);
  const linked: { readonly id: ReferentKey; readonly links: ReadonlyMap<ReferentKey, number> }[] = [];
  for (const { id } of knowledge.graph.entities()) {
    if (turns.due()) await turns.rest();
    if (knowledge.graph.degree(id) === 0) continue;
    const links = await linksOf(knowledge, { id, choice, turns });
    if (links.size > 0) linked.push({ id, links });
  }
  const numbers = new Map(linked.map(({ id }, number) => [id, number]));
  const count = linked.reduce((sum, { links }) => sum + links.size, 0);
  const offsets = new Uint32Array(linked.length + 1);
  const targets = new Uint32Array(count);
  const weights = new Float64Array(count);
  let filled = 0;
  for (const [number, { links }] of linked.entries()) {
    if (turns.due()) await turns.rest();
    for (const [id, weight] of links) {
      const target = numbers.get(id);
      // An entity may have come while others had their turn.
      if (target === undefined) continue;
      targets[filled] = target;
      weights[filled++] = weight;
    }
    offsets[number + 1] = filled;
  }
  return { entities: linked.map(({ id }) => id), offsets, targets, weights };
}

interface LinkSearch {
  readonly id: ReferentKey;
  readonly choice: Choice<CarryingClaim>;
  readonly turns: Turns;
}

async function linksOf(
  knowledge: Knowledge,
  { id, choice, turns }: LinkSearch,
): Promise<ReadonlyMap<ReferentKey, number>> {
  const links = new Map<ReferentKey, number>();
  for (const step of knowledge.graph.adjacent(id)) {
    if (turns.due()) await turns.rest();
    if (step.entity === id) continue;
    const relationship = choice.all ? null : relationshipOf(knowledge.graph, id, step);
    const claims = choice.all
      ? step.claims
      : relationship === null
        ? 0
        : carryingClaims(knowledge, relationship, choice).length;
    if (claims > 0) links.set(step.entity, (links.get(step.entity) ?? 0) + claims);
  }
  return links;
}
