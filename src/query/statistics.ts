import type { EntityTypeRow, RelationTypeRow } from '../ontology/index.js';
import type { Knowledge } from './knowledge.js';
import type { Stoppable } from './turns.js';

/** How many things have one value; most first, ties by value. Values that nothing has are left out. */
export type Counted = readonly { readonly value: string; readonly count: number }[];

/** What is counted: all, or the claims that a filter over CLAIM_FIELDS chooses and what takes part in them. */
export interface StatisticsRequest extends Stoppable {
  readonly where?: unknown;
}

/** How much there is. */
export interface Statistics {
  /** With a filter: those with a matching claim. */
  readonly documents: number;
  readonly entities: number;
  readonly relationships: number;
  readonly claims: number;
  readonly entitiesByType: Counted;
  readonly relationshipsByRelation: Counted;
  readonly claimsByRelation: Counted;
  readonly claimsByPolarity: Counted;
  readonly claimsByModality: Counted;
  /** `NONE` for claims in the document's own voice. */
  readonly claimsByStance: Counted;
  /** Claims that stand in at least one quotation. */
  readonly attributedClaims: number;
  /** By source; `NONE` for documents without one. */
  readonly claimsBySource: Counted;
  /** In the log, whatever the filter. */
  readonly judgements: number;
  readonly judgementsWithoutEffect: number;
  /** Position in the change log that the graph has reached. */
  readonly position: number;
}

/** A row of RELATION_TYPES, and how often it occurs. */
export interface RelationTypeCount extends RelationTypeRow {
  readonly claims: number;
  readonly relationships: number;
}

/** A row of ENTITY_TYPES, and how many entities are of it. */
export interface EntityTypeCount extends EntityTypeRow {
  readonly entities: number;
}

/** Counts over the whole graph, or over the claims that a filter chooses. @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, INTERRUPTED. */
export async function statistics(_knowledge: Knowledge, _request: StatisticsRequest = {}): Promise<Statistics> {
  throw new Error('Not written yet.');
}

/** Every relation type in the ontology's order, those that do not occur included. @throws ClaimgraphError INTERRUPTED. */
export async function relationTypes(
  _knowledge: Knowledge,
  _options: Stoppable = {},
): Promise<readonly RelationTypeCount[]> {
  throw new Error('Not written yet.');
}

/** Every entity type in the ontology's order, those that do not occur included. @throws ClaimgraphError INTERRUPTED. */
export async function entityTypes(
  _knowledge: Knowledge,
  _options: Stoppable = {},
): Promise<readonly EntityTypeCount[]> {
  throw new Error('Not written yet.');
}
