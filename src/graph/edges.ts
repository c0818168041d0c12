import type { IndexedClaim, ReferentKey, Relationship } from '../domain/index.js';
import type { RelationType } from '../ontology/index.js';
import type { Cluster } from '../resolve/index.js';
import { affirms } from './sides.js';

/** A claim, and the edges that it stands behind now. */
export interface ClaimEntry {
  readonly claim: IndexedClaim;
  /** Its place in the record of its document, from 0. */
  readonly ordinal: number;
  edges: readonly Edge[];
}

/** A cluster that has edges. */
export interface EdgeNode {
  /** Its own for as long as it has edges, and never that of another one. */
  readonly number: number;
  readonly cluster: Cluster;
  /** Those at either end of which it is, each once; in no order. */
  readonly edges: Edge[];
  /** Of each of them, in lists of numbers that a walk reads through: the other end, its claims, and how many affirm it. */
  readonly others: number[];
  readonly claims: number[];
  readonly supporting: number[];
}

/** A relationship between clusters, whatever their entity ids are now. */
export interface Edge {
  readonly subject: EdgeNode;
  readonly relation: RelationType;
  readonly object: EdgeNode;
  /** Each once, in no order; never empty, until the edge is gone. A list, for most have one: a set would take five times the room. */
  readonly claims: ClaimEntry[];
  /** How many of them affirm it. */
  supporting: number;
  /** Its place among the edges of its subject, and of its object; the same for an edge from a cluster to itself. */
  atSubject: number;
  atObject: number;
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
 * The edges, in lists at their ends. They join clusters and not entity ids, so that an entity of many edges can take
 * another id for nothing. An entity without relationships is no node.
 */
export interface Edges {
  readonly count: number;
  /** How many numbers were given to nodes. */
  readonly nodeCount: number;
  /** Puts the claim behind the edges between its subjects and objects as they are now, and takes it off all others. */
  link(entry: ClaimEntry): void;
  /** Takes the claim off its edges; an edge without claims is dropped. */
  unlink(entry: ClaimEntry): void;
  find(subject: Cluster, relation: RelationType, object: Cluster): Edge | null;
  /** Null for a cluster without edges. */
  nodeOf(cluster: Cluster): EdgeNode | null;
  /** The node of a number; null where it has no edges any more. */
  node(number: number): EdgeNode | null;
  /** Edges that the cluster is at either end of, each once; in no order. */
  at(cluster: Cluster): readonly Edge[];
  /** How many those are. */
  degree(cluster: Cluster): number;
}

/** No edges. `changed` is told of each edge that has come or gone. */
export function createEdges(clusterOf: (key: ReferentKey) => Cluster | null, changed: (edge: Edge) => void): Edges {
  const nodes = new Map<Cluster, EdgeNode>();
  const byNumber: (EdgeNode | null)[] = [];
  const edges = new Map<string, Edge>();

  const nodeAt = (cluster: Cluster): EdgeNode => {
    const there = nodes.get(cluster);
    if (there !== undefined) return there;
    const node: EdgeNode = {
      number: byNumber.length,
      cluster,
      edges: [],
      others: [],
      claims: [],
      supporting: [],
    };
    nodes.set(cluster, node);
    byNumber.push(node);
    return node;
  };
  const edgeBetween = (from: Cluster, relation: RelationType, to: Cluster): Edge => {
    const [subject, object] = [nodeAt(from), nodeAt(to)];
    const key = edgeKey(subject, relation, object);
    const there = edges.get(key);
    if (there !== undefined) return there;
    const atSubject = subject.edges.length;
    const atObject = subject === object ? atSubject : object.edges.length;
    const edge: Edge = {
      subject,
      relation,
      object,
      claims: [],
      supporting: 0,
      atSubject,
      atObject,
      summary: null,
    };
    edges.set(key, edge);
    putAt(subject, edge, object);
    if (subject !== object) putAt(object, edge, subject);
    return edge;
  };
  const drop = (edge: Edge): void => {
    edges.delete(edgeKey(edge.subject, edge.relation, edge.object));
    takeOut(edge.subject, edge.atSubject);
    if (edge.subject !== edge.object) takeOut(edge.object, edge.atObject);
    for (const node of [edge.subject, edge.object]) {
      if (node.edges.length > 0) continue;
      nodes.delete(node.cluster);
      byNumber[node.number] = null;
    }
    changed(edge);
  };
  const unlink = (entry: ClaimEntry): void => {
    for (const edge of entry.edges) {
      takeOff(edge, entry);
      if (affirms(entry.claim)) edge.supporting--;
      edge.summary = null;
      if (edge.claims.length === 0) drop(edge);
      else recount(edge);
    }
    entry.edges = NONE;
  };

  return {
    get count() {
      return edges.size;
    },
    get nodeCount() {
      return byNumber.length;
    },
    link: (entry) => {
      unlink(entry);
      const { subjects, objects, relation } = entry.claim;
      if (subjects.length === 0 || objects.length === 0) return;
      const behind = new Set<Edge>();
      for (const subject of clustersOf(subjects, clusterOf)) {
        for (const object of clustersOf(objects, clusterOf)) behind.add(edgeBetween(subject, relation, object));
      }
      for (const edge of behind) {
        edge.claims.push(entry);
        if (edge.claims.length === 1) changed(edge);
        if (affirms(entry.claim)) edge.supporting++;
        edge.summary = null;
        recount(edge);
      }
      entry.edges = [...behind].slice();
    },
    unlink,
    find: (subject, relation, object) => {
      const [from, to] = [nodes.get(subject), nodes.get(object)];
      return from === undefined || to === undefined ? null : (edges.get(edgeKey(from, relation, to)) ?? null);
    },
    nodeOf: (cluster) => nodes.get(cluster) ?? null,
    node: (number) => byNumber[number] ?? null,
    at: (cluster) => nodes.get(cluster)?.edges ?? NONE,
    degree: (cluster) => nodes.get(cluster)?.edges.length ?? 0,
  };
}

const NONE: readonly Edge[] = Object.freeze([]);

function edgeKey(subject: EdgeNode, relation: RelationType, object: EdgeNode): string {
  return `${subject.number} ${relation} ${object.number}`;
}

/** Takes a claim off an edge that it stands behind; the last one goes to its place. */
function takeOff({ claims }: Edge, entry: ClaimEntry): void {
  const place = claims.indexOf(entry);
  const last = claims.pop();
  if (last !== undefined && place < claims.length) claims[place] = last;
}

function putAt(node: EdgeNode, edge: Edge, other: EdgeNode): void {
  node.edges.push(edge);
  node.others.push(other.number);
  node.claims.push(0);
  node.supporting.push(0);
}

/** Writes down at both ends how many claims an edge has. */
function recount({ subject, object, atSubject, atObject, claims, supporting }: Edge): void {
  subject.claims[atSubject] = claims.length;
  subject.supporting[atSubject] = supporting;
  object.claims[atObject] = claims.length;
  object.supporting[atObject] = supporting;
}

/** Takes out the edge at that place of a node; the last one goes there. */
function takeOut(node: EdgeNode, place: number): void {
  const last = node.edges.pop() as Edge;
  for (const numbers of [node.others, node.claims, node.supporting]) {
    const number = numbers.pop() ?? 0;
    if (place < numbers.length) numbers[place] = number;
  }
  if (place === node.edges.length) return;
  node.edges[place] = last;
  if (last.subject === node) last.atSubject = place;
  if (last.object === node) last.atObject = place;
}

function clustersOf(keys: readonly ReferentKey[], clusterOf: (key: ReferentKey) => Cluster | null): readonly Cluster[] {
  return [...new Set(keys.map(clusterOf))].filter((cluster) => cluster !== null);
}
