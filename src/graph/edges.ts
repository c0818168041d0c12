import { MultiDirectedGraph } from 'graphology';
import type { IndexedClaim, ReferentKey, Relationship } from '../domain/index.js';
import type { RelationType } from '../ontology/index.js';
import type { Cluster } from '../resolve/index.js';

/** A claim, and the edges that it stands behind now. */
export interface ClaimEntry {
  readonly claim: IndexedClaim;
  /** Its place in the record of its document, from 0. */
  readonly ordinal: number;
  edges: readonly Edge[];
}

/** A relationship between clusters, whatever their entity ids are now. */
export interface Edge {
  readonly subject: Cluster;
  readonly relation: RelationType;
  readonly object: Cluster;
  /** Never empty, until the edge is gone. */
  readonly claims: Set<ClaimEntry>;
  /** What was last found about its claims; null where they have changed since. */
  summary: RelationshipSummary | null;
}

/** What a relationship says besides its ends. */
export interface RelationshipSummary
  extends Pick<Relationship, 'claims' | 'support' | 'dispute' | 'firstSeen' | 'lastSeen'> {
  /** How often referents had moved between entities when it was found: claimants are counted as entities. */
  readonly moves: number;
}

/**
 * The edges, in a graphology multi-directed graph. Its nodes are handles of clusters and not entity ids, so that an
 * entity of many edges can take another id for nothing. An entity without relationships is no node of it.
 */
export interface Edges {
  readonly count: number;
  /** Puts the claim behind the edges between its subjects and objects as they are now, and takes it off all others. */
  link(entry: ClaimEntry): void;
  /** Takes the claim off its edges; an edge without claims is dropped. */
  unlink(entry: ClaimEntry): void;
  find(subject: Cluster, relation: RelationType, object: Cluster): Edge | null;
  /** Edges that the cluster is at either end of, each once; in no order. */
  at(cluster: Cluster): readonly Edge[];
  /** How many those are. */
  degree(cluster: Cluster): number;
}

/** No edges. `changed` is told of each edge that comes or goes. */
export function createEdges(clusterOf: (key: ReferentKey) => Cluster | null, changed: (edge: Edge) => void): Edges {
  const graph = new MultiDirectedGraph<Record<string, never>, { readonly edge: Edge }>();

  const edgeBetween = (subject: Cluster, relation: RelationType, object: Cluster): Edge => {
    const key = edgeKey(subject, relation, object);
    if (graph.hasEdge(key)) return graph.getEdgeAttribute(key, 'edge');
    graph.mergeNode(subject.handle);
    graph.mergeNode(object.handle);
    const edge: Edge = { subject, relation, object, claims: new Set(), summary: null };
    graph.addDirectedEdgeWithKey(key, subject.handle, object.handle, { edge });
    changed(edge);
    return edge;
  };
  const drop = (edge: Edge): void => {
    graph.dropEdge(edgeKey(edge.subject, edge.relation, edge.object));
    for (const { handle } of [edge.subject, edge.object]) {
      if (graph.hasNode(handle) && graph.degree(handle) === 0) graph.dropNode(handle);
    }
    changed(edge);
  };
  const unlink = (entry: ClaimEntry): void => {
    for (const edge of entry.edges) {
      edge.claims.delete(entry);
      edge.summary = null;
      if (edge.claims.size === 0) drop(edge);
    }
    entry.edges = NONE;
  };

  return {
    get count() {
      return graph.size;
    },
    link: (entry) => {
      unlink(entry);
      const { subjects, objects, relation } = entry.claim;
      if (subjects.length === 0 || objects.length === 0) return;
      const edges = new Set<Edge>();
      for (const subject of clustersOf(subjects, clusterOf)) {
        for (const object of clustersOf(objects, clusterOf)) edges.add(edgeBetween(subject, relation, object));
      }
      for (const edge of edges) {
        edge.claims.add(entry);
        edge.summary = null;
      }
      entry.edges = [...edges].slice();
    },
    unlink,
    find: (subject, relation, object) => {
      const key = edgeKey(subject, relation, object);
      return graph.hasEdge(key) ? graph.getEdgeAttribute(key, 'edge') : null;
    },
    at: (cluster) => {
      if (!graph.hasNode(cluster.handle)) return NONE;
      const edges = new Set<Edge>();
      graph.forEachEdge(cluster.handle, (_key, { edge }) => edges.add(edge));
      return [...edges];
    },
    degree: (cluster) => {
      if (!graph.hasNode(cluster.handle)) return 0;
      // The first counts a relationship to itself twice, the second not at all.
      return (graph.degree(cluster.handle) + graph.degreeWithoutSelfLoops(cluster.handle)) / 2;
    },
  };
}

const NONE: readonly Edge[] = Object.freeze([]);

function edgeKey(subject: Cluster, relation: RelationType, object: Cluster): string {
  return `${subject.handle} ${relation} ${object.handle}`;
}

function clustersOf(keys: readonly ReferentKey[], clusterOf: (key: ReferentKey) => Cluster | null): readonly Cluster[] {
  return [...new Set(keys.map(clusterOf))].filter((cluster) => cluster !== null);
}
