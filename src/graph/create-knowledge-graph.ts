import { compareIds } from '../base/index.js';
import type { Entity, Extraction, IndexedClaim, ReferentKey, Relationship, Retraction } from '../domain/index.js';
import {
  type Cluster,
  claimFingerprint,
  createResolution,
  parseReferentKey,
  type ResolutionChange,
  referentKeys,
} from '../resolve/index.js';
import { createClaimIndex, inOrderOfRecord } from './claim-index.js';
import { type ClaimEntry, createEdges, type Edge } from './edges.js';
import { createIncidents, NO_WORDS } from './incidents.js';
import { indexClaims } from './index-claims.js';
import type { GraphOptions, KnowledgeGraph } from './knowledge-graph.js';
import { linksOver } from './links-over.js';
import { parseRelationshipId, relationshipId } from './relationship-id.js';
import { createSortedView } from './sorted-view.js';
import { neighborsOver } from './steps.js';
import { summarizeClaims } from './summarize-claims.js';

/** A graph without documents and judgements. Pure: it reads nothing but what it is given. */
export function createKnowledgeGraph(options: GraphOptions = {}): KnowledgeGraph {
  const resolution = createResolution({ ...options, isWidePlace: options.incidentWords?.isWide });
  const { clusterOf } = resolution;
  const claims = createClaimIndex();
  const incidents = createIncidents(clusterOf, options.incidentWords ?? NO_WORDS);
  const { reportOf } = incidents;
  const entities = new Map<Cluster, Entity>();
  const claimLists = new Map<Cluster, readonly IndexedClaim[]>();
  /** Clusters whose edges have another id since relationships were last put in order. */
  const renamed = new Set<Cluster>();
  const clustersInOrder = createSortedView(resolution.entityIdOf);
  const edgesInOrder = createSortedView<Edge>((edge) => (edge.claims.length === 0 ? null : relationshipIdOf(edge)));
  const edges = createEdges(clusterOf, edgesInOrder.mark);
  const retracted = new Map<string, Retraction>();
  let moves = 0;
  let version = 0;

  const entityId = (cluster: Cluster): ReferentKey => resolution.entityIdOf(cluster) ?? '';
  const relationshipIdOf = ({ subject, relation, object }: Edge): string =>
    relationshipId({ subject: entityId(subject.cluster), relation, object: entityId(object.cluster) });

  /** Brings everything that is kept about clusters up to a change. */
  const follow = (change: ResolutionChange): void => {
    version++;
    if (change.moved.size > 0) moves++;
    for (const cluster of change.clusters) {
      entities.delete(cluster);
      claimLists.delete(cluster);
      if (cluster.size === 0) renamed.delete(cluster);
    }
    for (const cluster of change.renamed) {
      clustersInOrder.mark(cluster);
      if (edges.degree(cluster) > 0) renamed.add(cluster);
    }
    for (const entry of claimsOfAll(change.moved)) edges.link(entry);
    for (const documentId of documentsOf(change.moved)) incidents.reconsider(documentId);
  };
  const claimsOfAll = (keys: Iterable<ReferentKey>): ReadonlySet<ClaimEntry> => {
    const found = new Set<ClaimEntry>();
    for (const key of keys) for (const entry of claims.of(key)) found.add(entry);
    return found;
  };

  /** The record without the claims that are retracted. */
  const standing = (extraction: Extraction): Extraction => {
    if (retracted.size === 0) return extraction;
    const claims = extraction.claims.filter((claim) => !retracted.has(claimFingerprint(extraction, claim)));
    return claims.length === extraction.claims.length ? extraction : { ...extraction, claims };
  };

  const describe = (cluster: Cluster): Entity | null => {
    const entity = entities.get(cluster) ?? resolution.entityOf(cluster);
    // A walk over all must not keep each of very many.
    if (entity !== null && entities.size < MOST_KEPT) entities.set(cluster, entity);
    return entity;
  };
  const describeEdge = (edge: Edge): Relationship => {
    const known = edge.summary?.moves === moves ? edge.summary : null;
    const found = known ?? summarizeClaims(edge.claims, { clusterOf, reportOf, moves });
    // Of few claims it is found again sooner than it is kept: a walk over all must not keep each of very many.
    edge.summary = edge.claims.length < LEAST_KEPT ? null : found;
    const { claims, support, dispute, firstSeen, lastSeen } = found;
    const { relation } = edge;
    const [subject, object] = [entityId(edge.subject.cluster), entityId(edge.object.cluster)];
    const id = relationshipId({ subject, relation, object });
    return { id, subject, relation, object, claims, support, dispute, firstSeen, lastSeen };
  };
  /** What is found about the entity that a key names; `none` where it names none. */
  const at = <Found>(key: ReferentKey, find: (cluster: Cluster) => Found, none: Found): Found => {
    const cluster = clusterOf(key);
    return cluster === null ? none : find(cluster);
  };
  const keep = <Found>(kept: Map<Cluster, Found>, cluster: Cluster, find: () => Found): Found => {
    const found = kept.get(cluster) ?? find();
    kept.set(cluster, found);
    return found;
  };

  return {
    get entityCount() {
      return resolution.size;
    },
    get relationshipCount() {
      return edges.count;
    },
    get claimCount() {
      return claims.count;
    },
    get version() {
      return version;
    },

    entity: (id) => at(id, describe, null),
    entityIdOf: (key) => at(key, resolution.entityIdOf, null),
    entities: function* () {
      for (const cluster of clustersInOrder.read()) {
        const entity = describe(cluster);
        if (entity !== null) yield entity;
      }
    },
    idsByName: (name) => resolution.clustersByName(name).map(entityId),
    entitiesByName: (name) => {
      const found = resolution.clustersByName(name).map(describe);
      return found.filter((entity) => entity !== null).sort((a, b) => compareIds(a.id, b.id));
    },
    nameForms: function* () {
      for (const { form, clusters } of resolution.nameForms()) yield { form, ids: clusters.map(entityId) };
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
      for (const cluster of renamed) for (const edge of edges.at(cluster)) edgesInOrder.mark(edge);
      renamed.clear();
      for (const edge of edgesInOrder.read()) if (edge.claims.length > 0) yield describeEdge(edge);
    },
    neighbors: (id) => at(id, (cluster) => neighborsOver(edges.at(cluster), cluster, describeEdge), []),
    degree: (id) => at(id, edges.degree, 0),
    links: linksOver(edges, { clusterOf, entityIdOf: resolution.entityIdOf, describe: describeEdge }),

    claim: claims.find,
    claims: claims.all,
    claimsOf: (id) =>
      at(
        id,
        (cluster) =>
          keep(claimLists, cluster, () => {
            const keys = [...resolution.referentsOf(cluster)].map((referent) => referent.key);
            return inOrderOfRecord(claimsOfAll(keys));
          }),
        [],
      ),

    incidents: incidents.all,
    incidentOf: incidents.find,
    conflictsOf: incidents.conflictsOf,

    putDocument: (whole) => {
      const extraction = standing(whole);
      const keys = referentKeys(extraction);
      for (const entry of claims.remove(extraction.id)) edges.unlink(entry);
      incidents.remove(extraction.id);
      follow(resolution.putDocument(extraction, keys));
      const indexed = indexClaims(extraction, keys);
      for (const entry of claims.add(extraction.id, indexed)) edges.link(entry);
      incidents.put(extraction, { keys, claims: indexed });
    },
    deleteDocument: (documentId) => {
      if (!claims.has(documentId)) return;
      for (const entry of claims.remove(documentId)) edges.unlink(entry);
      incidents.remove(documentId);
      follow(resolution.deleteDocument(documentId));
    },
    applyJudgement: (judgement) => follow(resolution.applyJudgement(judgement)),
    applyRetraction: (retraction) => {
      if (retraction.effect === 'RETRACT') retracted.set(retraction.claim, retraction);
      else retracted.delete(retraction.claim);
    },
    retractionOf: (fingerprint) => retracted.get(fingerprint) ?? null,
    retractions: () => retracted.values(),
    judgementsWithoutEffect: resolution.idleJudgements,
    judgementsOf: (id) => at(id, resolution.judgementsOf, []),
  };
}

/** Entities that are kept as they were described. */
const MOST_KEPT = 100_000;
/** Claims of a relationship whose summary is kept. */
const LEAST_KEPT = 4;

function documentsOf(keys: Iterable<ReferentKey>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const key of keys) {
    const parts = parseReferentKey(key);
    if (parts !== null) ids.add(parts.documentId);
  }
  return ids;
}
