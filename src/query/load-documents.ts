import type { Document } from '../domain/index.js';
import type { StoredDocument } from '../store/index.js';
import type { Knowledge } from './knowledge.js';
import type { Stoppable } from './turns.js';

/** The documents of those ids, in the order of the ids; null where the store has none. One store read. */
export async function loadDocuments(
  _knowledge: Knowledge,
  _ids: readonly string[],
  _options: Stoppable = {},
): Promise<readonly (StoredDocument | null)[]> {
  throw new Error('Not written yet.');
}

/** One document, by its global id or its own. @throws ClaimgraphError DOCUMENT_NOT_FOUND. */
export async function requireDocument(
  _knowledge: Knowledge,
  _id: string,
  _options: Stoppable = {},
): Promise<StoredDocument> {
  throw new Error('Not written yet.');
}

/** The least other document id with the same text, where it is less than the document's own; else null. One store read. */
export async function duplicateOf(
  _knowledge: Knowledge,
  _document: Pick<Document, 'id' | 'textHash'>,
): Promise<string | null> {
  throw new Error('Not written yet.');
}
