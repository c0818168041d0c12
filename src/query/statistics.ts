import { compareIds } from '../base/index.js';
import type { IndexedClaim, ReferentKey } from '../domain/index.js';
import { ENTITY_TYPES, type EntityTypeRow, RELATION_TYPES, type RelationTypeRow } from '../ontology/index.js';
import { type Choice, chooseClaims } from './choose-items.js';
import type { Knowledge } from './knowledge.js';
import { claimKey } from './node-ids.js';
import { type Stoppable, startTurns, type Turns } from './turns.js';

/** How many things have one value; most first, ties by value. Values that nothing has are left out. */
export type Counted = readonly { readonly value: string; readonly count: number }[];

/** What is counted: all, or the claims that a filter over CLAIM_FIELDS chooses and what takes part in them. */
export interface StatisticsRequest extends Stoppable {
  readonly where?: unknown;
}

/** How much there is. */
export interface Statistics {
  /** With a filter: those with a matching claim. Likewise relationships; and entities: the participants of one. */
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

/**
 * Counts over the whole graph, or over the claims that a filter chooses.
 * @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, INTERRUPTED.
 */
export async function statistics(knowledge: Knowledge, request: StatisticsRequest = {}): Promise<Statistics> {
  const turns = startTurns(request.signal);
  const choice = await chooseClaims(knowledge, request);
  const stored = await knowledge.store.counts();
  const claims = await countClaims(knowledge, choice, turns);
  const relationships = await countRelationships(knowledge, claims.chosen, turns);
  const entities = await countEntities(knowledge, claims.participants, turns);
  return {
    documents: claims.documents?.size ?? stored.documents,
    entities: total(entities),
    relationships: total(relationships),
    claims: total(claims.byRelation),
    entitiesByType: sorted(entities),
    relationshipsByRelation: sorted(relationships),
    claimsByRelation: sorted(claims.byRelation),
    claimsByPolarity: sorted(claims.byPolarity),
    claimsByModality: sorted(claims.byModality),
    claimsByStance: sorted(claims.byStance),
    attributedClaims: claims.attributed,
    claimsBySource: sorted(claims.bySource),
    judgements: stored.judgements,
    judgementsWithoutEffect: knowledge.graph.judgementsWithoutEffect().length,
    position: knowledge.position,
  };
}

/** Every relation type in the ontology's order, those that do not occur included. @throws ClaimgraphError INTERRUPTED. */
export async function relationTypes(
  knowledge: Knowledge,
  options: Stoppable = {},
): Promise<readonly RelationTypeCount[]> {
  const turns = startTurns(options.signal);
  const claims: Tally = new Map();
  for (const { relation } of knowledge.graph.claims()) {
    if (turns.due()) await turns.rest();
    count(claims, relation);
  }
  const relationships = await countRelationships(knowledge, null, turns);
  return RELATION_TYPES.map((row) => ({
    ...row,
    claims: claims.get(row.id) ?? 0,
    relationships: relationships.get(row.id) ?? 0,
  }));
}

/** Every entity type in the ontology's order, those that do not occur included. @throws ClaimgraphError INTERRUPTED. */
export async function entityTypes(knowledge: Knowledge, options: Stoppable = {}): Promise<readonly EntityTypeCount[]> {
  const entities = await countEntities(knowledge, null, startTurns(options.signal));
  return ENTITY_TYPES.map((row) => ({ ...row, entities: entities.get(row.id) ?? 0 }));
}

/** How often each value came. */
type Tally = Map<string, number>;

interface ClaimCounts {
  readonly byRelation: Tally;
  readonly byPolarity: Tally;
  readonly byModality: Tally;
  readonly byStance: Tally;
  readonly bySource: Tally;
  readonly attributed: number;
  /** What the chosen claims are, speak of and stand in; null where all are chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly participants: ReadonlySet<ReferentKey> | null;
  readonly documents: ReadonlySet<string> | null;
}

async function countClaims(knowledge: Knowledge, choice: Choice<IndexedClaim>, turns: Turns): Promise<ClaimCounts> {
  const tallies = {
    byRelation: new Map(),
    byPolarity: new Map(),
    byModality: new Map(),
    byStance: new Map(),
    bySource: new Map(),
  } satisfies Record<string, Tally>;
  const chosen = new Set<string>();
  const participants = new Set<ReferentKey>();
  const documents = new Set<string>();
  let attributed = 0;
  for (const claim of knowledge.graph.claims()) {
    if (turns.due()) await turns.rest();
    if (!choice.test(claim)) continue;
    count(tallies.byRelation, claim.relation);
    count(tallies.byPolarity, claim.polarity);
    count(tallies.byModality, claim.modality);
    count(tallies.byStance, claim.stance ?? 'NONE');
    count(tallies.bySource, claim.source ?? 'NONE');
    if (claim.attributed) attributed++;
    if (choice.all) continue;
    chosen.add(claimKey(claim));
    documents.add(claim.documentId);
    for (const key of [...claim.subjects, ...claim.objects, ...claim.others]) {
      const id = knowledge.graph.entityIdOf(key);
      if (id !== null) participants.add(id);
    }
  }
  const whole = { chosen: null, participants: null, documents: null };
  return { ...tallies, attributed, ...(choice.all ? whole : { chosen, participants, documents }) };
}

/** By relation; with a set of claims, only relationships that one of them carries. */
async function countRelationships(
  knowledge: Knowledge,
  chosen: ReadonlySet<string> | null,
  turns: Turns,
): Promise<Tally> {
  const tally: Tally = new Map();
  for (const { relation, claims } of knowledge.graph.relationships()) {
    if (turns.due()) await turns.rest();
    if (chosen === null || claims.some((reference) => chosen.has(claimKey(reference)))) count(tally, relation);
  }
  return tally;
}

/** By type; with a set of ids, only those. */
async function countEntities(
  knowledge: Knowledge,
  chosen: ReadonlySet<ReferentKey> | null,
  turns: Turns,
): Promise<Tally> {
  const tally: Tally = new Map();
  for (const { id, type } of knowledge.graph.entities()) {
    if (turns.due()) await turns.rest();
    if (chosen === null || chosen.has(id)) count(tally, type);
  }
  return tally;
}

function count(tally: Tally, value: string): void {
  tally.set(value, (tally.get(value) ?? 0) + 1);
}

function total(tally: Tally): number {
  let sum = 0;
  for (const one of tally.values()) sum += one;
  return sum;
}

function sorted(tally: Tally): Counted {
  return [...tally]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareIds(a.value, b.value));
}
