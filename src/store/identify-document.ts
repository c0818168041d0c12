import { ClaimgraphError, hashText } from '../base/index.js';
import type { Document } from '../domain/index.js';
import type { DocumentIdentity, StoredDocument } from './store.js';

/** What of a document is metadata: a change of it changes what is read, or what is shown. */
export type DocumentMetadata = Pick<Document, 'title' | 'source' | 'url' | 'publishedAt' | 'timeAnchor'>;

/** SHA-256 over title, source, URL, publication date and time anchor; null and empty words differ. */
export function hashMetadata(metadata: DocumentMetadata): string {
  const { title, source, url, publishedAt, timeAnchor } = metadata;
  return hashText(JSON.stringify([title, source, url, publishedAt, timeAnchor]));
}

/** The identity that a store keeps for a document that a version of the reading has read. */
export function identifyDocument(document: Document, reading: string): DocumentIdentity {
  return { textHash: document.textHash, metadataHash: hashMetadata(document), reading };
}

/** True where a document put under one identity need not be put again under the other. */
export function isSameIdentity(a: DocumentIdentity, b: DocumentIdentity): boolean {
  return a.textHash === b.textHash && a.metadataHash === b.metadataHash && a.reading === b.reading;
}

/** True for what can be the id of a document: 1 to 512 code units of well-formed UTF-16. */
export function isDocumentId(id: string): boolean {
  return id.length > 0 && id.length <= 512 && !/\p{Surrogate}/u.test(id);
}

/**
 * Refuses a document with an id that no store can keep, and an extraction of another document.
 * @throws ClaimgraphError ARGUMENT_INVALID
 */
export function checkStored({ document, extraction }: StoredDocument): void {
  const { id } = document;
  if (!isDocumentId(id)) {
    const message = `A document's id must be 1 to 512 characters of well-formed text, but got ${describe(id)}.`;
    throw new ClaimgraphError('ARGUMENT_INVALID', message, { documentId: id.slice(0, 512) });
  }
  if (extraction.id !== id || extraction.text !== document.text) {
    const message = `Document ${describe(id)} came with the extraction of ${describe(extraction.id)}, or of another text; put the extraction that was made from it.`;
    throw new ClaimgraphError('ARGUMENT_INVALID', message, { documentId: id });
  }
}

function describe(id: string): string {
  return id.length <= 80 ? JSON.stringify(id) : `${JSON.stringify(id.slice(0, 80))}… (${id.length} characters)`;
}
