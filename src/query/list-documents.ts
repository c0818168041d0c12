import type { StoredDocument } from '../store/index.js';
import type { Knowledge } from './knowledge.js';
import type { Page, PageRequest } from './pages.js';
import type { Stoppable } from './turns.js';

/** Which documents: `where` is a filter over DOCUMENT_FIELDS. */
export interface DocumentSelection extends Stoppable {
  readonly where?: unknown;
}

/** The orders of documents; ties by id. */
export const DOCUMENT_ORDERS = {
  ID: 'By id.',
  TIME: 'Earliest publication first; unknown last.',
  LATEST: 'Latest publication first; unknown last.',
} as const;

/** A page of documents. `order` is a key of DOCUMENT_ORDERS; ID where it is left out. */
export interface DocumentListRequest extends DocumentSelection {
  readonly order?: string | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/**
 * A page of the documents that the filter chooses. Without filter, in order of id, it reads ids and one page; else it
 * reads the whole store once.
 * @throws ClaimgraphError FILTER_INVALID, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED, STORE_*.
 */
export async function listDocuments(
  _knowledge: Knowledge,
  _request: DocumentListRequest,
): Promise<Page<StoredDocument>> {
  throw new Error('Not written yet.');
}

/** Every document that the filter chooses, ascending by id; for exports. Throws as `listDocuments` does, when first read. */
export async function* selectDocuments(
  _knowledge: Knowledge,
  _selection: DocumentSelection,
): AsyncGenerator<StoredDocument> {
  yield* [];
  throw new Error('Not written yet.');
}
