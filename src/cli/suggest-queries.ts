import type { Entity } from '../domain/index.js';
import { type Knowledge, listEntities, paths } from '../query/index.js';
import { printableJson } from './printable.js';

/**
 * Three GraphQL queries about the best connected names of the graph, which can be pasted as they are; none where the
 * graph has no names. @throws ClaimgraphError INTERRUPTED.
 */
export async function suggestQueries(knowledge: Knowledge, signal: AbortSignal): Promise<readonly string[]> {
  const page = await listEntities(knowledge, {
    where: { named: { eq: true } },
    order: 'DEGREE',
    page: { first: 8 },
    signal,
  });
  const entities = page.edges.map((edge) => edge.node);
  const first = entities[0];
  if (first === undefined) return [];
  const name = printableJson(first.name);
  const queries = [
    `{ entityByName(name: ${name}) { name type { id } aliases documents { totalCount } } }`,
    `{ claims(first: 5, where: { participant: { eq: ${name} } }) { edges { node { relation { id } ` +
      'polarity modality quotations { stance claimant { quote } } sentence { quote } } } } }',
  ];
  const other = await connectedTo(knowledge, entities, signal);
  if (other !== null) {
    queries.push(
      `{ paths(from: ${name}, to: ${printableJson(other.name)}) { explanation paths { explanation length } } }`,
    );
  }
  return queries;
}

/** The first of the others that is connected to the first entity, preferably not directly. */
async function connectedTo(
  knowledge: Knowledge,
  [first, ...others]: readonly Entity[],
  signal: AbortSignal,
): Promise<Entity | null> {
  let neighbor: Entity | null = null;
  for (const other of others) {
    const answer = await paths(knowledge, { from: first!.id, to: other.id, k: 1, signal });
    if (answer.paths.length === 0) continue;
    if (answer.paths[0]!.length > 1) return other;
    neighbor ??= other;
  }
  return neighbor;
}
