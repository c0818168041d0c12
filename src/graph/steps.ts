import { compareIds } from '../base/index.js';
import type { ReferentKey, Relationship } from '../domain/index.js';
import type { Cluster } from '../resolve/index.js';
import type { Edge } from './edges.js';
import type { Adjacency, Neighbor } from './knowledge-graph.js';

/** The steps from a cluster over its edges, ascending by relationship id. */
export function neighborsOver(
  edges: readonly Edge[],
  start: Cluster,
  describe: (edge: Edge) => Relationship,
): readonly Neighbor[] {
  return edges
    .map((edge): Neighbor => {
      const relationship = describe(edge);
      return edge.subject === start
        ? { relationship, entity: relationship.object, direction: 'FORWARD' }
        : { relationship, entity: relationship.subject, direction: 'BACKWARD' };
    })
    .sort((a, b) => compareIds(a.relationship.id, b.relationship.id));
}

/** The same steps without what the relationships say, ascending by entity, relation, then FORWARD first. */
export function adjacenciesOver(
  edges: readonly Edge[],
  start: Cluster,
  entityId: (cluster: Cluster) => ReferentKey,
): readonly Adjacency[] {
  return edges
    .map((edge): Adjacency => {
      const forward = edge.subject === start;
      const entity = entityId(forward ? edge.object : edge.subject);
      const direction = forward ? 'FORWARD' : 'BACKWARD';
      return { entity, relation: edge.relation, direction, claims: edge.claims.size };
    })
    .sort(compareSteps);
}

function compareSteps(a: Adjacency, b: Adjacency): number {
  if (a.entity !== b.entity) return compareIds(a.entity, b.entity);
  if (a.relation !== b.relation) return compareIds(a.relation, b.relation);
  return Number(a.direction === 'BACKWARD') - Number(b.direction === 'BACKWARD');
}
