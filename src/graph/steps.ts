import { compareIds } from '../base/index.js';
import type { Relationship } from '../domain/index.js';
import type { Cluster } from '../resolve/index.js';
import type { Edge } from './edges.js';
import type { Neighbor } from './knowledge-graph.js';

/** The steps from a cluster over its edges, ascending by relationship id. */
export function neighborsOver(
  edges: readonly Edge[],
  start: Cluster,
  describe: (edge: Edge) => Relationship,
): readonly Neighbor[] {
  return edges
    .map((edge): Neighbor => {
      const relationship = describe(edge);
      return edge.subject.cluster === start
        ? { relationship, entity: relationship.object, direction: 'FORWARD' }
        : { relationship, entity: relationship.subject, direction: 'BACKWARD' };
    })
    .sort((a, b) => compareIds(a.relationship.id, b.relationship.id));
}
