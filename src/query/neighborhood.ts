import { ClaimgraphError, compareIds } from '../base/index.js';
import type { Entity, ReferentKey } from '../domain/index.js';
import type { Adjacency } from '../graph/index.js';
import { type Choice, carryingClaims, chooseRelationships, relationshipOf } from './choose-items.js';
import type { CarryingClaim } from './field-readers.js';
import { requireEntity } from './find-entity.js';
import type { Knowledge } from './knowledge.js';
import type { RelationshipMatch } from './list-relationships.js';
import { readWhole } from './read-arguments.js';
import { type Stoppable, startTurns, type Turns } from './turns.js';

/** Around which entities. */
export interface NeighborhoodRequest extends Stoppable {
  /** Global ids, referent keys, or exact names; 1 to 50. */
  readonly seeds: readonly string[];
  /** 1 to 3; 1 where it is left out. */
  readonly depth?: number | null | undefined;
  /** A filter over RELATIONSHIP_FIELDS. */
  readonly where?: unknown;
  /** Entities at most, seeds included, 1 to 500; 100 where it is left out. */
  readonly limit?: number | null | undefined;
}

/** A part of the graph. */
export interface Neighborhood {
  /** Nearest first; among equally near ones, those with most matching claims towards the nearer ones; then by id. */
  readonly entities: readonly { readonly entity: Entity; readonly distance: number }[];
  /** Every matching relationship with both ends among the entities, ascending by id. */
  readonly relationships: readonly RelationshipMatch[];
  /** True where entities were left out for the limit. */
  readonly truncated: boolean;
}

/**
 * The entities within `depth` relationships of the seeds, and the relationships among them.
 * @throws ClaimgraphError ENTITY_NOT_FOUND, ENTITY_AMBIGUOUS, DOCUMENT_NOT_FOUND, FILTER_INVALID, ARGUMENT_INVALID, INTERRUPTED.
 */
export async function neighborhood(knowledge: Knowledge, request: NeighborhoodRequest): Promise<Neighborhood> {
  const turns = startTurns(request.signal);
  const depth = readWhole('depth', request.depth, { least: 1, most: 3, otherwise: 1 });
  const limit = readWhole('limit', request.limit, { least: 1, most: 500, otherwise: 100 });
  const seeds = await readSeeds(knowledge, request);
  const choice = await chooseRelationships(knowledge, request);

  const distances = new Map<ReferentKey, number>(seeds.slice(0, limit).map((id) => [id, 0]));
  let truncated = seeds.length > limit;
  let frontier: readonly ReferentKey[] = [...distances.keys()];
  for (let distance = 1; distance <= depth && !truncated; distance++) {
    const found = await countTowards(knowledge, { from: frontier, known: distances, choice, turns });
    const nearest = [...found].sort(([a, x], [b, y]) => y - x || compareIds(a, b)).map(([id]) => id);
    frontier = nearest.slice(0, limit - distances.size);
    truncated = frontier.length < nearest.length;
    for (const id of frontier) distances.set(id, distance);
  }
  return {
    entities: [...distances].flatMap(([id, distance]) => {
      const entity = knowledge.graph.entity(id);
      return entity === null ? [] : [{ entity, distance }];
    }),
    relationships: await relationshipsAmong(knowledge, { among: distances, choice, turns }),
    truncated,
  };
}

async function readSeeds(knowledge: Knowledge, request: NeighborhoodRequest): Promise<readonly ReferentKey[]> {
  const count = request.seeds.length;
  if (count === 0 || count > 50) {
    throw new ClaimgraphError('ARGUMENT_INVALID', `Expected 1 to 50 seeds, but got ${count}.`, { argument: 'seeds' });
  }
  const ids = new Set<ReferentKey>();
  for (const seed of request.seeds) ids.add((await requireEntity(knowledge, seed, request)).id);
  return [...ids].sort(compareIds);
}

interface Step {
  readonly from: readonly ReferentKey[];
  readonly known: ReadonlyMap<ReferentKey, number>;
  readonly choice: Choice<CarryingClaim>;
  readonly turns: Turns;
}

/** The entities one step further, each with the matching claims towards where the step began; by entity id. */
async function countTowards(knowledge: Knowledge, step: Step): Promise<ReadonlyMap<ReferentKey, number>> {
  const counts = new Map<ReferentKey, number>();
  for (const id of step.from) {
    for (const adjacency of knowledge.graph.adjacent(id)) {
      if (step.turns.due()) await step.turns.rest();
      const { entity } = adjacency;
      if (step.known.has(entity)) continue;
      const claims = claimsAlong(knowledge, step.choice, [id, adjacency]);
      if (claims > 0) counts.set(entity, (counts.get(entity) ?? 0) + claims);
    }
  }
  return counts;
}

/** How many chosen claims the step has. */
function claimsAlong(
  knowledge: Knowledge,
  choice: Choice<CarryingClaim>,
  [from, adjacency]: readonly [ReferentKey, Adjacency],
): number {
  if (choice.all) return adjacency.claims;
  const relationship = relationshipOf(knowledge.graph, from, adjacency);
  return relationship === null ? 0 : carryingClaims(knowledge, relationship, choice).length;
}

interface Among {
  readonly among: ReadonlyMap<ReferentKey, number>;
  readonly choice: Choice<CarryingClaim>;
  readonly turns: Turns;
}

async function relationshipsAmong(
  knowledge: Knowledge,
  { among, choice, turns }: Among,
): Promise<readonly RelationshipMatch[]> {
  const matches = new Map<string, RelationshipMatch>();
  for (const id of among.keys()) {
    for (const adjacency of knowledge.graph.adjacent(id)) {
      if (turns.due()) await turns.rest();
      // Each relationship is met at its subject, and so once.
      if (!among.has(adjacency.entity) || adjacency.direction === 'BACKWARD') continue;
      const relationship = relationshipOf(knowledge.graph, id, adjacency);
      if (relationship === null) continue;
      const claims = carryingClaims(knowledge, relationship, choice);
      if (claims.length > 0) matches.set(relationship.id, { relationship, claims });
    }
  }
  return [...matches.values()].sort((a, b) => compareIds(a.relationship.id, b.relationship.id));
}
