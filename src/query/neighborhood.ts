import type { Entity } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import type { RelationshipMatch } from './list-relationships.js';
import type { Stoppable } from './turns.js';

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
 * @throws ClaimgraphError ENTITY_NOT_FOUND, ENTITY_AMBIGUOUS, FILTER_INVALID, ARGUMENT_INVALID, INTERRUPTED.
 */
export async function neighborhood(_knowledge: Knowledge, _request: NeighborhoodRequest): Promise<Neighborhood> {
  throw new Error('Not written yet.');
}
