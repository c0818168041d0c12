import type { Entity, ReferentKey } from '../domain/index.js';
import type { GraphReading } from '../graph/index.js';
import { compareKeys, type SortKey } from './pages.js';
import { sortInTurns } from './sort-in-turns.js';
import { startTurns } from './turns.js';

/** An order of entities, by its name. */
export interface EntityOrder {
  readonly name: string;
  readonly keyOf: (entity: Entity) => SortKey;
}

/**
 * The ids of all entities in an order. It is worked out once for as long as the graph stays the same, so that a page of
 * very many entities costs no more than one of few; null where the graph changed meanwhile.
 */
export async function orderEntities(graph: GraphReading, order: EntityOrder): Promise<readonly ReferentKey[] | null> {
  const { version } = graph;
  const before = KNOWN_ORDERS.get(graph);
  const known = before?.version === version ? before : { version, orders: new Map() };
  KNOWN_ORDERS.set(graph, known);
  // Whoever asks meanwhile waits for the same; it is not theirs to stop.
  const ids = known.orders.get(order.name) ?? sortEntities(graph, order);
  known.orders.set(order.name, ids);
  const sorted = await ids;
  return graph.version === version ? sorted : null;
}

interface KnownOrders {
  readonly version: number;
  readonly orders: Map<string, Promise<readonly ReferentKey[]>>;
}

/** It goes with the graph. */
const KNOWN_ORDERS = new WeakMap<GraphReading, KnownOrders>();

async function sortEntities(graph: GraphReading, { keyOf }: EntityOrder): Promise<readonly ReferentKey[]> {
  const turns = startTurns(null);
  const { version } = graph;
  const rows: { readonly id: ReferentKey; readonly key: SortKey }[] = [];
  for (const entity of graph.entities()) {
    if (turns.due()) await turns.rest();
    if (graph.version !== version) return [];
    rows.push({ id: entity.id, key: keyOf(entity) });
  }
  return (await sortInTurns(rows, (a, b) => compareKeys(a.key, b.key), turns)).map(({ id }) => id);
}
