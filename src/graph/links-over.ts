import { compareIds, hashUnits } from '../base/index.js';
import type { ReferentKey, Relationship } from '../domain/index.js';
import type { Cluster } from '../resolve/index.js';
import type { Edge, Edges } from './edges.js';
import type { Link, Links, Step } from './knowledge-graph.js';

/** What is known of the ends of edges. */
export interface EdgeEnds {
  readonly clusterOf: (key: ReferentKey) => Cluster | null;
  readonly entityIdOf: (cluster: Cluster) => ReferentKey | null;
  readonly describe: (edge: Edge) => Relationship;
}

/** The links of edges between clusters. */
export function linksOver(edges: Edges, { clusterOf, entityIdOf, describe }: EdgeEnds): Links {
  const idOf = (number: number): ReferentKey | null => {
    const node = edges.node(number);
    return node === null ? null : entityIdOf(node.cluster);
  };
  return {
    get size() {
      return edges.nodeCount;
    },
    numberOf: (id) => {
      const cluster = clusterOf(id);
      return cluster === null ? null : (edges.nodeOf(cluster)?.number ?? null);
    },
    idOf,
    compare: (a, b) => (a === b ? 0 : compareIds(idOf(a) ?? '', idOf(b) ?? '')),
    hash: (number) => hashUnits(idOf(number) ?? ''),
    degree: (number) => edges.node(number)?.edges.length ?? 0,
    each: (number, visit) => {
      const step: { -readonly [Field in keyof Step]: Step[Field] } = { ...NO_STEP };
      const node = edges.node(number);
      if (node === null) return;
      for (let place = 0; place < node.edges.length; place++) {
        step.other = node.others[place]!;
        step.claims = node.claims[place]!;
        step.supporting = node.supporting[place]!;
        step.link = node.edges[place] as unknown as Link;
        visit(step);
      }
    },
    relationship: (link) => {
      const edge = link as unknown as Edge;
      if (edge.claims.length > 0) return describe(edge);
      // A document that is put again drops the edges that it alone is behind, and makes them anew.
      const anew = edges.find(edge.subject.cluster, edge.relation, edge.object.cluster);
      return anew === null ? null : describe(anew);
    },
  };
}

const NO_STEP: Step = { other: 0, claims: 0, supporting: 0, link: {} as Link };
