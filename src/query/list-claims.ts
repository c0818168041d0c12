import type { IndexedClaim, ReferentKey } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import type { Page, PageRequest } from './pages.js';
import type { Stoppable } from './turns.js';

/** Which claims: `where` is a filter over CLAIM_FIELDS. */
export interface ClaimSelection extends Stoppable {
  readonly where?: unknown;
}

/** The orders of claims. */
export const CLAIM_ORDERS = {
  DOCUMENT: 'By document id, then as in the text.',
  TIME: "Earliest first: by the first day of the claim's own time, else of its publication; unknown days last.",
  LATEST: 'Latest first, by the same day; unknown days last.',
} as const;

/** A page of claims. `order` is a key of CLAIM_ORDERS; DOCUMENT where it is left out. */
export interface ClaimListRequest extends ClaimSelection {
  readonly order?: string | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/** What an entity can be in a claim; PARTICIPANT is subject, object or other, ANY also place or claimant. */
export const CLAIM_PARTS = ['SUBJECT', 'OBJECT', 'OTHER', 'PARTICIPANT', 'PLACE', 'CLAIMANT', 'ANY'] as const;

/** A page of the claims of one entity. */
export interface EntityClaimsRequest extends ClaimListRequest {
  /** Key of any member. */
  readonly entity: ReferentKey;
  /** One of CLAIM_PARTS; ANY where it is left out. */
  readonly part?: string | null | undefined;
}

/**
 * A page of the claims that the filter chooses; `loadClaims` opens their records.
 * @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED.
 */
export async function listClaims(_knowledge: Knowledge, _request: ClaimListRequest): Promise<Page<IndexedClaim>> {
  throw new Error('Not written yet.');
}

/** A page of the claims in which the entity has that part; empty for an unknown one. Throws as `listClaims` does. */
export async function entityClaims(_knowledge: Knowledge, _request: EntityClaimsRequest): Promise<Page<IndexedClaim>> {
  throw new Error('Not written yet.');
}

/** Every claim that the filter chooses, by document id, then as in the text; for exports. Throws as `listClaims` does, when first read. */
export async function* selectClaims(_knowledge: Knowledge, _selection: ClaimSelection): AsyncGenerator<IndexedClaim> {
  yield* [];
  throw new Error('Not written yet.');
}
