import { compareIds } from '../base/index.js';
import type { IndexedClaim, ReferentKey, Relationship } from '../domain/index.js';
import { type Choice, carryingClaims, chooseRelationships, isCarried } from './choose-items.js';
import { bindingValues } from './compile-filter.js';
import type { CarryingClaim } from './field-readers.js';
import type { Knowledge } from './knowledge.js';
import { mapPage, type Page, type PageRequest, type SortKey, startPage } from './pages.js';
import { readChoice } from './read-arguments.js';
import { type Continuation, takeBatches } from './take-batches.js';
import { type Stoppable, startTurns } from './turns.js';

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
  knowledge: Knowledge,
  request: RelationshipListRequest,
): Promise<Page<RelationshipMatch>> {
  const choice = await chooseRelationships(knowledge, request);
  const ids = bindingValues(choice.filter, ['subject', 'object', 'participant']);
  const relationships = ids === null ? knowledge.graph.relationships() : relationshipsAt(knowledge, ids);
  return pageOf(knowledge, relationships, { request, choice });
}

/** A page of the relationships at an entity; empty for an unknown one. Throws as `listRelationships` does. */
export async function entityRelationships(
  knowledge: Knowledge,
  request: EntityRelationshipsRequest,
): Promise<Page<RelationshipMatch>> {
  const choice = await chooseRelationships(knowledge, request);
  return pageOf(knowledge, relationshipsAt(knowledge, [request.entity]), { request, choice });
}

/** Every relationship with a matching claim, ascending by id; for exports. Throws as `listRelationships` does, when first read. */
export async function* selectRelationships(
  knowledge: Knowledge,
  selection: RelationshipSelection,
): AsyncGenerator<RelationshipMatch> {
  for await (const batch of relationshipBatches(knowledge, selection)) yield* batch;
}

/** The same in lists, each with 64 claims at most or one relationship; only those behind the id `after`, where it is given. */
export async function* relationshipBatches(
  knowledge: Knowledge,
  selection: RelationshipSelection & Continuation,
): AsyncGenerator<readonly RelationshipMatch[]> {
  const turns = startTurns(selection.signal);
  const choice = await chooseRelationships(knowledge, selection);
  const matches = matching(knowledge, choice, selection.after ?? null);
  yield* takeBatches(matches, turns, ({ claims }) => claims.length);
}

function* matching(
  knowledge: Knowledge,
  choice: Choice<CarryingClaim>,
  after: string | null,
): Generator<RelationshipMatch | null> {
  for (const relationship of knowledge.graph.relationships()) {
    const isBehind = after === null || compareIds(relationship.id, after) > 0;
    const claims = isBehind ? carryingClaims(knowledge, relationship, choice) : [];
    yield claims.length > 0 ? { relationship, claims } : null;
  }
}

interface Candidate {
  readonly relationship: Relationship;
  /** Matching claims; 0 where the order does not ask for it. */
  readonly count: number;
}

const SORT_KEYS: Readonly<Record<keyof typeof RELATIONSHIP_ORDERS, (candidate: Candidate) => SortKey>> = {
  ID: ({ relationship }) => [relationship.id],
  CLAIMS: ({ relationship, count }) => [-count, relationship.id],
};

async function pageOf(
  knowledge: Knowledge,
  relationships: Iterable<Relationship>,
  asked: { readonly request: RelationshipListRequest; readonly choice: Choice<CarryingClaim> },
): Promise<Page<RelationshipMatch>> {
  const { request, choice } = asked;
  const turns = startTurns(request.signal);
  const words = Object.keys(RELATIONSHIP_ORDERS) as (keyof typeof RELATIONSHIP_ORDERS)[];
  const order = readChoice('order', request.order, { words, otherwise: 'ID' });
  const draft = startPage({ kind: 'relationships', order, keyOf: SORT_KEYS[order] }, request.page);
  for (const relationship of relationships) {
    if (turns.due()) await turns.rest();
    if (!isCarried(knowledge, relationship, choice)) continue;
    const count = order === 'CLAIMS' ? carryingClaims(knowledge, relationship, choice).length : 0;
    draft.add({ relationship, count });
  }
  // Only those of the page have their claims looked up. One whose claims went meanwhile is left out.
  return mapPage(draft.finish(), ({ relationship }) => {
    const claims = carryingClaims(knowledge, relationship, choice);
    return claims.length === 0 ? null : { relationship, claims };
  });
}

/** The relationships at any of the entities, each once. */
function* relationshipsAt(knowledge: Knowledge, ids: readonly ReferentKey[]): Iterable<Relationship> {
  const seen = new Set<string>();
  for (const id of ids) {
    for (const { relationship } of knowledge.graph.neighbors(id)) {
      if (!seen.has(relationship.id)) yield relationship;
      seen.add(relationship.id);
    }
  }
}
