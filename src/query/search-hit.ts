import type { Span } from '../base/index.js';
import type { Entity, IndexedClaim, ReferentKey } from '../domain/index.js';
import type { QuotationView } from './load-claims.js';
import type { SortKey } from './pages.js';

/** How the words were met, best first; TEXT is in the sentence of a claim or in a quotation. */
export const SEARCH_MATCHES = ['EXACT', 'PREFIX', 'WORD', 'SUBSTRING', 'TEXT'] as const;

export type SearchMatch = (typeof SEARCH_MATCHES)[number];

/** The kinds of thing that a search can find. */
export const SEARCH_KINDS = ['ENTITY', 'CLAIM', 'QUOTATION'] as const;

/** One thing found: an entity by a name, a claim by its predicate or sentence, a quotation by its content. */
export type SearchHit = {
  readonly match: SearchMatch;
  /** The name or predicate that was met; of a TEXT the words of the snippet that were met first. */
  readonly form: string;
  /** The name, or a part of the sentence or quotation, at most 240 code units. */
  readonly snippet: string;
  /** Where the words stand in the snippet; ascending, disjoint. */
  readonly marks: readonly Span[];
} & (
  | { readonly kind: 'ENTITY'; readonly entity: Entity }
  | { readonly kind: 'CLAIM'; readonly claim: IndexedClaim }
  | { readonly kind: 'QUOTATION'; readonly quotation: QuotationView }
);

/** What was found, before its words are fetched. */
export type FoundHit = { readonly match: SearchMatch; readonly form: string; readonly key: SortKey } & (
  | { readonly kind: 'ENTITY'; readonly id: ReferentKey }
  | { readonly kind: 'CLAIM'; readonly claim: IndexedClaim }
  | { readonly kind: 'QUOTATION'; readonly documentId: string; readonly quotationId: string }
);
