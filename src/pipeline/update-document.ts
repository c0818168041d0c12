import { ClaimgraphError } from '../base/index.js';
import { createDocument, type DocumentFields } from '../read/index.js';
import { type AddOutcome, addDocuments } from './ingest.js';
import type { LiveKnowledge } from './live-knowledge.js';

/** What is to change; what is left out stays as it is, and null takes away what was known. */
export type DocumentChanges = Partial<Omit<DocumentFields, 'id'>>;

/** The changes, and what stops the reading. */
export interface DocumentUpdate extends DocumentChanges {
  readonly signal?: AbortSignal;
}

/**
 * Changes a document under its id, and reads it anew; the graph has followed.
 * @throws ClaimgraphError DOCUMENT_NOT_FOUND, INPUT_EMPTY.
 */
export async function updateDocument(
  knowledge: LiveKnowledge,
  id: string,
  { signal, ...changes }: DocumentUpdate,
): Promise<AddOutcome> {
  const stored = (await knowledge.store.documents([id])).get(id);
  if (stored === undefined) {
    throw new ClaimgraphError('DOCUMENT_NOT_FOUND', `The store holds no document ${JSON.stringify(id)}.`, { id });
  }
  const { text, title, source, url, publishedAt, timeAnchor } = stored.document;
  const fields = { id, text, title, source, url, publishedAt, ...changes };
  // A time anchor that was given when it was ingested is known nowhere else.
  const anchor = stored.document.dateline === null && publishedAt === null ? timeAnchor : null;
  const document = createDocument(fields, anchor === null ? {} : { timeAnchor: anchor });
  const [outcome] = await addDocuments(knowledge, [document], signal);
  return outcome as AddOutcome;
}
