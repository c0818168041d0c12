import { compareIds } from '../base/index.js';
import type { Entity, IndexedClaim, ReferentKey, Relationship } from '../domain/index.js';
import { type Cluster, createResolution, type ResolutionChange, type ResolutionOptions } from '../resolve/index.js';
import { type ClaimEntry, createEdges, type Edge } from './edges.js';
import { indexClaims } from './index-claims.js';
import type { Adjacency, KnowledgeGraph, Neighbor } from './knowledge-graph.js';
import { parseRelationshipId, relationshipId } from './relationship-id.js';
import { createSortedView } from './sorted-view.js';
import { inOrder, summarizeClaims } from './summarize-claims.js';

/** A graph without documents and judgements. Pure: it reads nothing but what it is given. */
export function createKnowledgeGraph(options: ResolutionOptions = {}): KnowledgeGraph {
  const resolution = createResolution(options);
  const { clusterOf } = resolution;
  const documents = new Map<string, IndexedDocument>();
  /** The claims that a referent takes part in. */
  const participations = new Map<ReferentKey, ClaimEntry[]>();
  const entities = new Map<Cluster, Entity>();
  const claimLists = new Map<Cluster, readonly IndexedClaim[]>();
  const adjacencies = new Map<Cluster, readonly Adjacency[]>();
  /** Clusters whose edges have another id since relationships were last put in order. */
  const renamed = new Set<Cluster>();
  const clusterView = createSortedView(resolution.entityIdOf);
  const edgeView = createSortedView<Edge>((edge) => (edge.claims.size === 0 ? null : idOf(edge)));
  const documentView = createSortedView<IndexedDocument>((document) =>
    documents.get(document.id) === document ? document.id : null,
  );
  const edges = createEdges(clusterOf, edgeView.mark);
  let claimCount = 0;
  let moves = 0;
  let version = 0;

  const entityId = (cluster: Cluster): ReferentKey => resolution.entityIdOf(cluster) ?? '';
  const idOf = ({ subject, relation, object }: Edge): string =>
    relationshipId({ subject: entityId(subject), relation, object: entityId(object) });

  const removeClaims = (documentId: string): void => {
    const document = documents.get(documentId);
    if (document === undefined) return;
    for (const entry of document.claims) {
      edges.unlink(entry);
      // All claims that a referent takes part in are of its own document.
      for (const key of participantsOf(entry.claim)) participations.delete(key);
    }
    claimCount -= document.claims.length;
    documents.delete(documentId);
    documentView.mark(document);
  };
  const addClaims = (documentId: string, claims: readonly IndexedClaim[]): void => {
    const document = { id: documentId, claims: claims.map((claim, ordinal) => ({ claim, ordinal, edges: [] })) };
    documents.set(documentId, document);
    documentView.mark(document);
    claimCount += claims.length;
    for (const entry of document.claims) {
      edges.link(entry);
      for (const key of participantsOf(entry.claim)) {
        const there = participations.get(key);
        if (there === undefined) participations.set(key, [entry]);
        else there.push(entry);
      }
    }
  };
  /** Brings everything that is kept about clusters up to a change. */
  const follow = (change: ResolutionChange): void => {
    version++;
    if (change.moved.size > 0) moves++;
    adjacencies.clear();
    for (const cluster of change.clusters) {
      entities.delete(cluster);
      claimLists.delete(cluster);
    }
    for (const cluster of change.renamed) {
      renamed.add(cluster);
      clusterView.mark(cluster);
    }
    const moved = new Set<ClaimEntry>();
    for (const key of change.moved) for (const entry of participations.get(key) ?? []) moved.add(entry);
    for (const entry of moved) edges.link(entry);
  };

  const describe = (cluster: Cluster): Entity | null => {
    const known = entities.get(cluster);
    if (known !== undefined) return known;
    const entity = resolution.entityOf(cluster);
    if (entity !== null) entities.set(cluster, entity);
    return entity;
  };
  const describeEdge = (edge: Edge): Relationship => {
    if (edge.summary?.moves !== moves) edge.summary = summarizeClaims(edge.claims, { clusterOf, moves });
    const { claims, support, dispute, firstSeen, lastSeen } = edge.summary;
    const subject = entityId(edge.subject);
    const object = entityId(edge.object);
    const { relation } = edge;
    const id = relationshipId({ subject, relation, object });
    return { id, subject, relation, object, claims, support, dispute, firstSeen, lastSeen };
  };
  const stepsFrom = (cluster: Cluster): readonly Adjacency[] =>
    edges
      .at(cluster)
      .map((edge): Adjacency => {
        const forward = edge.subject === cluster;
        const entity = entityId(forward ? edge.object : edge.subject);
        const direction = forward ? 'FORWARD' : 'BACKWARD';
        return { entity, relation: edge.relation, direction, claims: edge.claims.size };
      })
      .sort(compareSteps);

  return {
    get entityCount() {
      return resolution.size;
    },
    get relationshipCount() {
      return edges.count;
    },
    get claimCount() {
      return claimCount;
    },
    get version() {
      return version;
    },
    entity: (id) => {
      const cluster = clusterOf(id);
      return cluster === null ? null : describe(cluster);
    },
    entityIdOf: (key) => {
      const cluster = clusterOf(key);
      return cluster === null ? null : resolution.entityIdOf(cluster);
    },
    entities: function* () {
      for (const cluster of clusterView.read()) {
        const entity = describe(cluster);
        if (entity !== null) yield entity;
      }
    },
    entitiesByName: (name) => {
      const found = resolution.clustersByName(name).map(describe);
      return found.filter((entity) => entity !== null).sort((a, b) => compareIds(a.id, b.id));
    },
    relationship: (id) => {
      const parts = parseRelationshipId(id);
      const subject = parts === null ? null : clusterOf(parts.subject);
      const object = parts === null ? null : clusterOf(parts.object);
      if (parts === null || subject === null || object === null) return null;
      const edge = edges.find(subject, parts.relation, object);
      return edge === null ? null : describeEdge(edge);
    },
    relationships: function* () {
      for (const cluster of renamed) for (const edge of edges.at(cluster)) edgeView.mark(edge);
      renamed.clear();
      for (const edge of edgeView.read()) if (edge.claims.size > 0) yield describeEdge(edge);
    },
    neighbors: (id) => {
      const cluster = clusterOf(id);
      if (cluster === null) return [];
      return edges
        .at(cluster)
        .map((edge): Neighbor => {
          const relationship = describeEdge(edge);
          return edge.subject === cluster
            ? { relationship, entity: relationship.object, direction: 'FORWARD' }
            : { relationship, entity: relationship.subject, direction: 'BACKWARD' };
        })
        .sort((a, b) => compareIds(a.relationship.id, b.relationship.id));
    },
    adjacent: (id) => {
      const cluster = clusterOf(id);
      if (cluster === null) return [];
      const steps = adjacencies.get(cluster) ?? stepsFrom(cluster);
      adjacencies.set(cluster, steps);
      return steps;
    },
    degree: (id) => {
      const cluster = clusterOf(id);
      return cluster === null ? 0 : edges.degree(cluster);
    },
    claim: ({ documentId, claimId }) => {
      const claims = documents.get(documentId)?.claims ?? [];
      // Ids are ordinals in every record that the product makes itself.
      const guess = claims[Number(claimId.slice(1)) - 1];
      const entry = guess?.claim.claimId === claimId ? guess : claims.find(({ claim }) => claim.claimId === claimId);
      return entry?.claim ?? null;
    },
    claims: function* () {
      for (const document of documentView.read()) {
        if (documents.get(document.id) === document) for (const { claim } of document.claims) yield claim;
      }
    },
    claimsOf: (id) => {
      const cluster = clusterOf(id);
      if (cluster === null) return [];
      const known = claimLists.get(cluster);
      if (known !== undefined) return known;
      const found = new Set<ClaimEntry>();
      for (const { key } of resolution.referentsOf(cluster)) {
        for (const entry of participations.get(key) ?? []) found.add(entry);
      }
      const list = inOrder(found);
      claimLists.set(cluster, list);
      return list;
    },
    putDocument: (extraction) => {
      removeClaims(extraction.id);
      follow(resolution.putDocument(extraction));
      addClaims(extraction.id, indexClaims(extraction));
    },
    deleteDocument: (documentId) => {
      if (!documents.has(documentId)) return;
      removeClaims(documentId);
      follow(resolution.deleteDocument(documentId));
    },
    applyJudgement: (judgement) => follow(resolution.applyJudgement(judgement)),
    judgementsWithoutEffect: resolution.idleJudgements,
    judgementsOf: (id) => {
      const cluster = clusterOf(id);
      return cluster === null ? [] : resolution.judgementsOf(cluster);
    },
  };
}

interface IndexedDocument {
  readonly id: string;
  readonly claims: readonly ClaimEntry[];
}

function participantsOf(claim: IndexedClaim): ReadonlySet<ReferentKey> {
  const { subjects, objects, others, place, claimants } = claim;
  return new Set([...subjects, ...objects, ...others, ...(place === null ? [] : [place]), ...claimants]);
}

function compareSteps(a: Adjacency, b: Adjacency): number {
  if (a.entity !== b.entity) return compareIds(a.entity, b.entity);
  if (a.relation !== b.relation) return compareIds(a.relation, b.relation);
  return Number(a.direction === 'BACKWARD') - Number(b.direction === 'BACKWARD');
}
