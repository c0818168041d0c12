import type { Entity } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import type { Page, PageRequest } from './pages.js';
import type { Stoppable } from './turns.js';

/** Which entities. */
export interface EntitySelection extends Stoppable {
  /** A filter over ENTITY_FIELDS. */
  readonly where?: unknown;
  /** A filter over RELATIONSHIP_FIELDS: only entities at an end of a relationship with at least one matching claim. */
  readonly relationshipWhere?: unknown;
}

/** The orders of entities; ties by id. An item keeps its place as long as its name or count stays the same. */
export const ENTITY_ORDERS = {
  NAME: 'By name, without regard to case.',
  DEGREE: 'Most relationships first.',
  MENTIONS: 'Most mentions first.',
} as const;

/** A page of entities. `order` is a key of ENTITY_ORDERS; NAME where it is left out. */
export interface EntityListRequest extends EntitySelection {
  readonly order?: string | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/**
 * A page of the entities that the filters choose.
 * @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED.
 */
export async function listEntities(_knowledge: Knowledge, _request: EntityListRequest): Promise<Page<Entity>> {
  throw new Error('Not written yet.');
}

/** Every entity that the filters choose, ascending by id; for exports. Throws as `listEntities` does, when it is first read. */
export async function* selectEntities(_knowledge: Knowledge, _selection: EntitySelection): AsyncGenerator<Entity> {
  yield* [];
  throw new Error('Not written yet.');
}
