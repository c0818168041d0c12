import type { Document, Entity, IndexedClaim, ReferentKey, Relationship } from '../domain/index.js';
import type { GraphReading } from '../graph/index.js';
import { type EntityType, relationTypeRow } from '../ontology/index.js';
import type { FieldReaders } from './compile-filter.js';
import type { FilterValue } from './filter-grammar.js';

/** A claim that carries a relationship. */
export interface CarryingClaim {
  readonly relationship: Relationship;
  readonly claim: IndexedClaim;
}

/** Readers of CLAIM_FIELDS. */
export function claimReaders(graph: GraphReading): FieldReaders<IndexedClaim> {
  const entityIds = (keys: readonly ReferentKey[]): readonly ReferentKey[] =>
    keys.flatMap((key) => graph.entityIdOf(key) ?? []);
  const typesOf = createTypesOf(graph);
  const participants = (claim: IndexedClaim): readonly ReferentKey[] =>
    entityIds([...claim.subjects, ...claim.objects, ...claim.others]);
  return {
    relation: (claim) => [claim.relation],
    family: (claim) => [relationTypeRow(claim.relation).family],
    predicate: (claim) => [claim.predicate],
    subject: (claim) => entityIds(claim.subjects),
    object: (claim) => entityIds(claim.objects),
    participant: participants,
    place: (claim) => (claim.place === null ? [] : entityIds([claim.place])),
    claimant: (claim) => entityIds(claim.claimants),
    subjectType: (claim) => typesOf(entityIds(claim.subjects)),
    objectType: (claim) => typesOf(entityIds(claim.objects)),
    participantType: (claim) => typesOf(participants(claim)),
    stance: (claim) => optional(claim.stance),
    attributed: (claim) => [claim.attributed],
    polarity: (claim) => [claim.polarity],
    modality: (claim) => [claim.modality],
    time: (claim) => days(claim.from ?? claim.to, claim.to ?? claim.from),
    source: (claim) => optional(claim.source),
    document: (claim) => [claim.documentId],
    publishedAt: (claim) => days(claim.publishedAt, claim.publishedAt),
    confidence: (claim) => [claim.confidence],
  };
}

/** Readers of RELATIONSHIP_FIELDS. */
export function relationshipReaders(graph: GraphReading): FieldReaders<CarryingClaim> {
  const typesOf = createTypesOf(graph);
  const ofClaim = Object.entries(claimReaders(graph)).map(
    ([id, read]) => [id, ({ claim }: CarryingClaim) => read(claim)] as const,
  );
  return {
    ...Object.fromEntries(ofClaim),
    subject: ({ relationship }) => [relationship.subject],
    object: ({ relationship }) => [relationship.object],
    participant: ({ relationship }) => [relationship.subject, relationship.object],
    subjectType: ({ relationship }) => typesOf([relationship.subject]),
    objectType: ({ relationship }) => typesOf([relationship.object]),
    participantType: ({ relationship }) => typesOf([relationship.subject, relationship.object]),
    support: ({ relationship }) => [relationship.support.claims],
    dispute: ({ relationship }) => [relationship.dispute.claims],
  };
}

/** Readers of ENTITY_FIELDS. */
export function entityReaders(graph: GraphReading): FieldReaders<Entity> {
  return {
    id: (entity) => [entity.id],
    type: (entity) => [entity.type],
    name: (entity) => [entity.name, ...entity.aliases],
    sector: (entity) => optional(entity.sector),
    role: (entity) => entity.roles,
    named: (entity) => [entity.named],
    document: (entity) => entity.documents,
    degree: (entity) => [graph.degree(entity.id)],
    mentions: (entity) => [entity.mentionCount],
  };
}

/** Readers of DOCUMENT_FIELDS. */
export const DOCUMENT_READERS: FieldReaders<Document> = {
  id: (document) => [document.id],
  title: (document) => optional(document.title),
  text: (document) => [document.text],
  source: (document) => optional(document.source),
  url: (document) => optional(document.url),
  publishedAt: (document) => days(document.publishedAt, document.publishedAt),
};

function optional(value: string | null): readonly FilterValue[] {
  return value === null ? [] : [value];
}

/** The days of a stretch of time of which the ends are days or instants. */
function days(from: string | null, to: string | null): readonly FilterValue[] {
  return from === null || to === null ? [] : [{ from: from.slice(0, 10), to: to.slice(0, 10) }];
}

/** An entity is a value that the graph puts together anew each time; its type is remembered while one query runs. */
function createTypesOf(graph: GraphReading): (ids: readonly ReferentKey[]) => readonly EntityType[] {
  const known = new Map<ReferentKey, EntityType | null>();
  return (ids) =>
    ids.flatMap((id) => {
      let type = known.get(id);
      if (type === undefined) {
        type = graph.entity(id)?.type ?? null;
        known.set(id, type);
      }
      return type ?? [];
    });
}
