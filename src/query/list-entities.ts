import { compareIds } from '../base/index.js';
import type { Entity, ReferentKey } from '../domain/index.js';
import { type Choice, chooseEntities, chooseRelationships, isCarried } from './choose-items.js';
import { bindingValues } from './compile-filter.js';
import { orderEntities } from './entity-order.js';
import { type Knowledge, pinGraph } from './knowledge.js';
import { cutPage, type Page, type PageRequest, type SortKey, startPage } from './pages.js';
import { readChoice } from './read-arguments.js';
import { type Continuation, chosenOf, takeBatches } from './take-batches.js';
import { type Stoppable, startTurns, type Turns } from './turns.js';

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
export async function listEntities(current: Knowledge, request: EntityListRequest): Promise<Page<Entity>> {
  const knowledge = pinGraph(current);
  const turns = startTurns(request.signal);
  const words = Object.keys(ENTITY_ORDERS) as (keyof typeof ENTITY_ORDERS)[];
  const order = readChoice('order', request.order, { words, otherwise: 'NAME' });
  const list = { kind: 'entities', order, keyOf: sortKeys(knowledge)[order] };
  const draft = startPage(list, request.page);
  const choice = await chooseEntities(knowledge, request);
  if (choice.all && (request.relationshipWhere === null || request.relationshipWhere === undefined)) {
    const { graph } = knowledge;
    const ids = await orderEntities(graph, { name: order, keyOf: list.keyOf });
    // Each is there, for the graph is still the one that was put in order.
    if (ids !== null)
      return cutPage({ ...list, length: ids.length, at: (index) => graph.entity(ids[index]!)! }, request.page);
  }
  const ends = await endsOf(knowledge, request, turns);
  for (const entity of candidates(knowledge, choice)) {
    if (turns.due()) await turns.rest();
    if ((ends === null || ends.has(entity.id)) && choice.test(entity)) draft.add(entity);
  }
  return draft.finish();
}

/** Every entity that the filters choose, ascending by id; for exports. Throws as `listEntities` does, when it is first read. */
export async function* selectEntities(knowledge: Knowledge, selection: EntitySelection): AsyncGenerator<Entity> {
  for await (const batch of entityBatches(knowledge, selection)) yield* batch;
}

/** The same in lists of up to 64; only those behind the id `after`, where it is given. */
export async function* entityBatches(
  knowledge: Knowledge,
  selection: EntitySelection & Continuation,
): AsyncGenerator<readonly Entity[]> {
  const turns = startTurns(selection.signal);
  const choice = await chooseEntities(knowledge, selection);
  const ends = await endsOf(knowledge, selection, turns);
  const after = selection.after ?? null;
  const isChosen = (entity: Entity): boolean =>
    (after === null || compareIds(entity.id, after) > 0) &&
    (ends === null || ends.has(entity.id)) &&
    choice.test(entity);
  yield* takeBatches(chosenOf(knowledge.graph.entities(), isChosen), turns);
}

function sortKeys(knowledge: Knowledge): Readonly<Record<keyof typeof ENTITY_ORDERS, (entity: Entity) => SortKey>> {
  return {
    NAME: (entity) => [entity.name.toLowerCase(), entity.name, entity.id],
    DEGREE: (entity) => [-knowledge.graph.degree(entity.id), entity.id],
    MENTIONS: (entity) => [-entity.mentionCount, entity.id],
  };
}

function candidates(knowledge: Knowledge, choice: Choice<Entity>): Iterable<Entity> {
  const ids = bindingValues(choice.filter, ['id']);
  return ids === null ? knowledge.graph.entities() : ids.flatMap((id) => knowledge.graph.entity(id) ?? []);
}

/** Ids of the entities at an end of a matching relationship; null where no filter on relationships was given. */
async function endsOf(
  knowledge: Knowledge,
  selection: EntitySelection,
  turns: Turns,
): Promise<ReadonlySet<ReferentKey> | null> {
  if (selection.relationshipWhere === null || selection.relationshipWhere === undefined) return null;
  const choice = await chooseRelationships(knowledge, { where: selection.relationshipWhere, signal: selection.signal });
  const ends = new Set<ReferentKey>();
  for (const relationship of knowledge.graph.relationships()) {
    if (turns.due()) await turns.rest();
    if (!isCarried(knowledge, relationship, choice)) continue;
    ends.add(relationship.subject);
    ends.add(relationship.object);
  }
  return ends;
}
