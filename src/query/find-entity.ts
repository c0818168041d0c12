import type { Entity } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import type { Stoppable } from './turns.js';

/**
 * The entities that a global id, a referent key, or an exact name (alias, acronym) may mean: at most one for an id or
 * key, any number for a name, ascending by id; empty where nothing goes by it. Never a guess.
 */
export function findEntity(_knowledge: Knowledge, _text: string): readonly Entity[] {
  throw new Error('Not written yet.');
}

/**
 * The one entity that a global id, referent key, or exact name means.
 * @throws ClaimgraphError ENTITY_NOT_FOUND (`details.near`: names that are written alike), ENTITY_AMBIGUOUS
 *   (`details.candidates`: `{id, name, type, degree, documents}` of each), INTERRUPTED.
 */
export async function requireEntity(_knowledge: Knowledge, _text: string, _options: Stoppable = {}): Promise<Entity> {
  throw new Error('Not written yet.');
}
