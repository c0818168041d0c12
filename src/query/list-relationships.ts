import type { IndexedClaim, ReferentKey, Relationship } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import type { Page, PageRequest } from './pages.js';
import type { Stoppable } from './turns.js';

/** Which relationships: `where` is a filter over RELATIONSHIP_FIELDS, asked of each of its claims. */
export interface RelationshipSelection extends Stoppable {
  readonly where?: unknown;
}

/** A relationship with at least one claim that the filter chooses. */
export interface RelationshipMatch {
  /** Whole: its claims, support and dispute are those without a filter. */
  readonly relationship: Relationship;
  /** Those of its claims that the filter chooses, in the relationship's order; at least one. */
  readonly claims: readonly IndexedClaim[];
}

/** The orders of relationships; ties by id. */
export const RELATIONSHIP_ORDERS = {
  ID: 'By subject, relation and object id.',
  CLAIMS: 'Most matching claims first.',
} as const;

/** A page of relationships. `order` is a key of RELATIONSHIP_ORDERS; ID where it is left out. */
export interface RelationshipListRequest extends RelationshipSelection {
  readonly order?: string | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/** A page of the relationships of one entity, which may be at either end. */
export interface EntityRelationshipsRequest extends RelationshipListRequest {
  /** Key of any member. */
  readonly entity: ReferentKey;
}

/**
 * A page of the relationships that have at least one matching claim.
 * @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED.
 */
export async function listRelationships(
  _knowledge: Knowledge,
  _request: RelationshipListRequest,
): Promise<Page<RelationshipMatch>> {
  throw new Error('Not written yet.');
}

/** A page of the relationships at an entity; empty for an unknown one. Throws as `listRelationships` does. */
export async function entityRelationships(
  _knowledge: Knowledge,
  _request: EntityRelationshipsRequest,
): Promise<Page<RelationshipMatch>> {
  throw new Error('Not written yet.');
}

/** Every relationship with a matching claim, ascending by id; for exports. Throws as `listRelationships` does, when first read. */
export async function* selectRelationships(
  _knowledge: Knowledge,
  _selection: RelationshipSelection,
): AsyncGenerator<RelationshipMatch> {
  yield* [];
  throw new Error('Not written yet.');
}
