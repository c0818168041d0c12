import type { Entity, Judgement, ReferentKey } from '../domain/index.js';
import type { LiveKnowledge } from './live-knowledge.js';

/** Who is merged, why and when. */
export interface MergeRequest {
  /** Ids of two or more entities; the key of any member will do. */
  readonly entities: readonly ReferentKey[];
  readonly reason: string;
  /** ISO 8601 date-time in UTC. */
  readonly at: string;
}

/** What is taken apart: one judgement taken back, or referents set apart from the entity that holds them. */
export type UnmergeRequest = (
  | { readonly judgement: string }
  | { readonly entity: ReferentKey; readonly referents: readonly ReferentKey[] }
) & {
  readonly reason: string;
  /** ISO 8601 date-time in UTC. */
  readonly at: string;
};

/** The judgements that a change of entities wrote, oldest first, and the entities that it left, ascending by id. */
export interface EntityChange {
  readonly judgements: readonly Judgement[];
  readonly entities: readonly Entity[];
}

/** Deletes a document with exactly its claims; the graph has followed. False where the store holds none of that id. */
export async function deleteDocument(knowledge: LiveKnowledge, documentId: string): Promise<boolean> {
  const deleted = await knowledge.store.deleteDocument(documentId);
  await knowledge.catchUp();
  return deleted;
}

/**
 * Judges entities to be one. Entities that are one already stay as they are, without a judgement.
 * @throws ClaimgraphError ARGUMENT_INVALID for fewer than two, ENTITY_NOT_FOUND for one that is unknown.
 */
export async function mergeEntities(_knowledge: LiveKnowledge, _request: MergeRequest): Promise<EntityChange> {
  throw new Error('mergeEntities waits for the stores.');
}

/**
 * Takes back a judgement, or sets referents of an entity apart from the rest of it; those set apart stay together.
 * @throws ClaimgraphError JUDGEMENT_NOT_FOUND, ENTITY_NOT_FOUND, and ARGUMENT_INVALID where a referent is not
 *   the entity's, or none would remain.
 */
export async function unmergeEntities(_knowledge: LiveKnowledge, _request: UnmergeRequest): Promise<EntityChange> {
  throw new Error('unmergeEntities waits for the stores.');
}
