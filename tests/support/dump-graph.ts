import { compareIds } from '../../src/base/index.js';
import type { ReferentKey } from '../../src/domain/index.js';
import type { GraphReading, Link } from '../../src/graph/index.js';

/** Everything that a graph says, in its own order: two graphs of equal content have equal dumps. */
export function dumpGraph(graph: GraphReading): unknown {
  const entities = [...graph.entities()];
  return {
    ...dumpWithoutLog(graph),
    judgements: entities.map((entity) => graph.judgementsOf(entity.id)),
    withoutEffect: graph.judgementsWithoutEffect(),
  };
}

/** The same without what it says of judgements. */
export function dumpWithoutLog(graph: GraphReading): Record<string, unknown> {
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
      claims: [...graph.claimsOf(id)],
      neighbors: [...graph.neighbors(id)],
      steps: dumpSteps(graph, id),
      degree: graph.degree(id),
      byName: graph.entitiesByName(name).map((entity) => entity.id),
    })),
  };
}

/** Every step that a walk takes from an entity, ascending by relationship id; each must lead to what its link says. */
export function dumpSteps(graph: GraphReading, id: ReferentKey) {
  const { links } = graph;
  const number = links.numberOf(id);
  const steps: { entity: ReferentKey | null; claims: number; supporting: number; link: Link }[] = [];
  if (number === null) return [];
  links.each(number, ({ other, claims, supporting, link }) => {
    steps.push({ entity: links.idOf(other), claims, supporting, link });
  });
  return steps
    .map(({ link, ...step }) => ({ ...step, id: links.relationship(link)?.id ?? '' }))
    .sort((a, b) => compareIds(a.id, b.id));
}
