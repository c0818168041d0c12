import type { Entity } from '../domain/index.js';
import { findEntity, type Knowledge, listEntities, paths } from '../query/index.js';
import { printableJson } from './printable.js';

/**
 * Three GraphQL queries about the best connected names of the graph, which can be pasted as they are; none where the
 * graph has no names. @throws ClaimgraphError INTERRUPTED.
 */
export async function suggestQueries(knowledge: Knowledge, signal: AbortSignal): Promise<readonly string[]> {
  const where = { named: { eq: true } };
  const page = await listEntities(knowledge, { where, order: 'DEGREE', page: { first: 12 }, signal });
  // A name that two things share would be a question back.
  const entities = page.edges.map((edge) => edge.node).filter(({ name }) => findEntity(knowledge, name).length === 1);
  const first = entities[0];
  if (first === undefined) return [];
  const name = printableJson(first.name);
  return [
    `{ entityByName(name: ${name}) { name type { id } aliases documents { totalCount } } }`,
    `{ claims(first: 5, where: { participant: { eq: ${name} } }) { edges { node { relation { id } ` +
      'polarity modality quotations { stance claimant { quote } } sentence { quote } } } } }',
    await suggestPath(knowledge, entities, signal),
  ];
}

/** About two entities that are connected, preferably not directly; where there are none, how much of what there is. */
async function suggestPath(knowledge: Knowledge, entities: readonly Entity[], signal: AbortSignal): Promise<string> {
  let suggestion = '{ statistics { documents claims claimsByRelation { value count } } }';
  for (const [index, from] of entities.entries()) {
    for (const to of entities.slice(index + 1)) {
      const answer = await paths(knowledge, { from: from.id, to: to.id, k: 1, signal });
      const [path] = answer.paths;
      if (path === undefined) continue;
      const ends = `from: ${printableJson(from.name)}, to: ${printableJson(to.name)}`;
      suggestion = `{ paths(${ends}) { explanation paths { explanation length } } }`;
      if (path.length > 1) return suggestion;
    }
  }
  return suggestion;
}
