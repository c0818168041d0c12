import type { KnowledgeGraph } from '../../src/graph/index.js';

/** Everything that a graph says, in its own order: two graphs of equal content have equal dumps. */
export function dumpGraph(graph: KnowledgeGraph): unknown {
  const entities = [...graph.entities()];
  return {
    ...dumpWithoutLog(graph),
    judgements: entities.map((entity) => graph.judgementsOf(entity.id)),
    withoutEffect: graph.judgementsWithoutEffect(),
  };
}

/** The same without what it says of judgements. */
export function dumpWithoutLog(graph: KnowledgeGraph): Record<string, unknown> {
  const entities = [...graph.entities()];
  return {
    counts: [graph.entityCount, graph.relationshipCount, graph.claimCount],
    entities,
    relationships: [...graph.relationships()],
    claims: [...graph.claims()],
    incidents: [...graph.incidents()],
    conflicts: [...graph.incidents()].map(graph.conflictsOf),
    incidentOfEachClaim: [...graph.claims()].map((claim) => graph.incidentOf(claim)?.first ?? null),
    atEntities: entities.map(({ id, name }) => ({
      claims: graph.claimsOf(id),
      neighbors: graph.neighbors(id),
      adjacent: graph.adjacent(id),
      degree: graph.degree(id),
      byName: graph.entitiesByName(name).map((entity) => entity.id),
    })),
  };
}
