import type { Entity, IndexedClaim } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import type { Page, PageRequest } from './pages.js';
import type { Stoppable } from './turns.js';

/** How the words were met, best first. */
export const SEARCH_MATCHES = ['EXACT', 'PREFIX', 'WORD', 'SUBSTRING'] as const;

export type SearchMatch = (typeof SEARCH_MATCHES)[number];

/** One thing found: an entity by a name, or a claim by its predicate. */
export type SearchHit = {
  readonly match: SearchMatch /** The name or predicate that was met. */;
  readonly form: string;
} & ({ readonly kind: 'ENTITY'; readonly entity: Entity } | { readonly kind: 'CLAIM'; readonly claim: IndexedClaim });

/** What to search for. */
export interface SearchRequest extends Stoppable {
  /** Not blank, at most 500 code units. */
  readonly text: string;
  /** Of 'ENTITY' and 'CLAIM'; both where it is left out. */
  readonly kinds?: readonly string[] | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/**
 * Entities by name, alias or acronym, and claims by predicate: exact before prefix, word, substring; entities before
 * claims; then by degree. Case and accents do not count.
 * @throws ClaimgraphError ARGUMENT_INVALID for blank or too long a text, CURSOR_INVALID, INTERRUPTED.
 */
export async function search(_knowledge: Knowledge, _request: SearchRequest): Promise<Page<SearchHit>> {
  throw new Error('Not written yet.');
}
