import { ClaimgraphError, compareIds, fold } from '../base/index.js';
import type { Entity } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import { distanceWithin } from './near-words.js';
import { readNodeId } from './node-ids.js';
import { show } from './read-arguments.js';
import { type Stoppable, startTurns, type Turns } from './turns.js';

/**
 * The entities that a global id, a referent key, or an exact name (alias, acronym) may mean: at most one for an id or
 * key, any number for a name, ascending by id; empty where nothing goes by it. Never a guess.
 */
export function findEntity(knowledge: Knowledge, text: string): readonly Entity[] {
  const byKey = knowledge.graph.entity(text);
  if (byKey !== null) return [byKey];
  const node = readNodeId(text);
  const byNode = node?.type === 'Entity' ? knowledge.graph.entity(node.key) : null;
  return byNode === null ? knowledge.graph.entitiesByName(text) : [byNode];
}

/**
 * The one entity that a global id, referent key, or exact name means.
 * @throws ClaimgraphError ENTITY_NOT_FOUND (`details.near`: names that are written alike), ENTITY_AMBIGUOUS
 *   (`details.candidates`: `{id, name, type, degree, documents}` of each), INTERRUPTED.
 */
export async function requireEntity(knowledge: Knowledge, text: string, options: Stoppable = {}): Promise<Entity> {
  const found = findEntity(knowledge, text);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) throw ambiguous(knowledge, text, found);
  const near = await nearNames(knowledge, text, startTurns(options.signal));
  throw new ClaimgraphError(
    'ENTITY_NOT_FOUND',
    `Expected the id or exact name of an entity, but nothing goes by ${show(text)}.${near.length === 0 ? ' Search for a part of its name.' : ` Did you mean ${near.join(' or ')}?`}`,
    { text: text.slice(0, 600), near },
  );
}

/** At most so many entities are compared, so that a wrong name is refused in time. */
const MOST_COMPARED = 200_000;

/** Up to three names of entities that are written most like the text, or have it as a word; nearest first. */
export async function nearNames(knowledge: Knowledge, text: string, turns: Turns): Promise<readonly string[]> {
  const folded = fold(text.slice(0, 200));
  if (folded === '') return [];
  let nearest: { readonly name: string; readonly distance: number }[] = [];
  let compared = 0;
  for (const entity of knowledge.graph.entities()) {
    if (turns.due()) await turns.rest();
    if (++compared > MOST_COMPARED) break;
    const distance = leastDistance(folded, [entity.name, ...entity.aliases]);
    if (distance === null || nearest.some(({ name }) => name === entity.name)) continue;
    nearest.push({ name: entity.name, distance });
    nearest.sort((a, b) => a.distance - b.distance || compareIds(a.name, b.name));
    nearest = nearest.slice(0, 3);
  }
  return nearest.map(({ name }) => name);
}

function leastDistance(folded: string, names: readonly string[]): number | null {
  let least: number | null = null;
  for (const name of names) {
    const other = fold(name);
    // A name that holds the words whole is as near as one with one letter changed.
    const distance = ` ${other} `.includes(` ${folded} `) ? 1 : distanceWithin(folded, other);
    if (distance !== null && (least === null || distance < least)) least = distance;
  }
  return least;
}

function ambiguous(knowledge: Knowledge, text: string, found: readonly Entity[]): ClaimgraphError {
  const candidates = found.map(({ id, name, type, documents }) => ({
    id,
    name,
    type,
    degree: knowledge.graph.degree(id),
    documents: documents.length,
  }));
  const shown = candidates.slice(0, 5).map(({ name, type, id }) => `${name} (${type}, ${id})`);
  return new ClaimgraphError(
    'ENTITY_AMBIGUOUS',
    `Expected one entity, but ${found.length} go by ${show(text)}: ${shown.join('; ')}${found.length > 5 ? '; …' : ''}. Give the id of one of them.`,
    { text: text.slice(0, 600), candidates },
  );
}
