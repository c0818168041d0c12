import type { Entity } from '../domain/index.js';
import type { StoredDocument } from '../store/index.js';
import type { Knowledge } from './knowledge.js';
import type { RelationshipMatch } from './list-relationships.js';
import type { ClaimView } from './load-claims.js';
import type { Stoppable } from './turns.js';

/** A thing with a global id. */
export type KnowledgeNode =
  | { readonly type: 'Document'; readonly document: StoredDocument }
  | { readonly type: 'Entity'; readonly entity: Entity }
  | { readonly type: 'Claim'; readonly claim: ClaimView }
  | { readonly type: 'Relationship'; readonly relationship: RelationshipMatch };

/** The thing with that global id; null where it is no longer there. @throws ClaimgraphError ID_INVALID, INTERRUPTED. */
export async function findNode(
  _knowledge: Knowledge,
  _id: string,
  _options: Stoppable = {},
): Promise<KnowledgeNode | null> {
  throw new Error('Not written yet.');
}

/** The things with those global ids, in their order, null where there is none; one store read for any number. Throws as `findNode` does. */
export async function findNodes(
  _knowledge: Knowledge,
  _ids: readonly string[],
  _options: Stoppable = {},
): Promise<readonly (KnowledgeNode | null)[]> {
  throw new Error('Not written yet.');
}
