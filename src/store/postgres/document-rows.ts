import type { Document, Extraction } from '../../domain/index.js';
import type { DocumentIdentity, StoredDocument } from '../store.js';
import { escapeText, unescapeText } from './escape-text.js';

/** A row of the table documents with the one of the table extractions. */
export interface DocumentRow {
  readonly id: Buffer;
  readonly text_hash: string;
  readonly metadata_hash: string;
  readonly reading: string;
  readonly metadata: string;
  readonly text: string;
  readonly extraction: string;
}

/** An id as the tables hold it. */
export function encodeId(id: string): Buffer {
  return Buffer.from(id, 'utf8');
}

/** What the tables hold of a document. */
export function toDocumentRow({ document, extraction }: StoredDocument, identity: DocumentIdentity): DocumentRow {
  const { id, text, textHash, ...metadata } = document;
  const { text: _, ...record } = extraction;
  return {
    id: encodeId(id),
    text_hash: escapeText(textHash),
    metadata_hash: identity.metadataHash,
    reading: escapeText(identity.reading),
    metadata: JSON.stringify(metadata),
    text: escapeText(text),
    extraction: JSON.stringify(record),
  };
}

/** The document of a row, in the same bytes as it was put. @throws SyntaxError where a part is not JSON */
export function toStored(row: Omit<DocumentRow, 'metadata_hash' | 'reading'>): StoredDocument {
  const id = row.id.toString('utf8');
  const text = unescapeText(row.text);
  const textHash = unescapeText(row.text_hash);
  const metadata = JSON.parse(row.metadata) as Omit<Document, 'id' | 'text' | 'textHash'>;
  const { title, source, url, publishedAt, furniture, dateline, timeAnchor } = metadata;
  const { format, id: recordId, document, ...found } = JSON.parse(row.extraction) as Omit<Extraction, 'text'>;
  return {
    document: { id, title, source, url, publishedAt, text, textHash, furniture, dateline, timeAnchor },
    // In the order of a fresh record, so that both are written as the same bytes.
    extraction: { format, id: recordId, document, text, ...found },
  };
}

/** The identity that a row tells. */
export function toIdentity(row: Pick<DocumentRow, 'text_hash' | 'metadata_hash' | 'reading'>): DocumentIdentity {
  return {
    textHash: unescapeText(row.text_hash),
    metadataHash: row.metadata_hash,
    reading: unescapeText(row.reading),
  };
}
