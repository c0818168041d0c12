import type { DocumentIdentity, StoredDocument } from '../store.js';
import {
  type ExtractionColumn,
  fromColumns,
  type MetadataColumn,
  type StoredColumns,
  toColumns,
} from '../stored-columns.js';
import { escapeText, unescapeText } from './escape-text.js';

/** A row of the table documents with the one of the table extractions. */
export interface DocumentRow extends StoredColumns {
  readonly id: Buffer;
}

/** An id as the tables hold it. */
export function encodeId(id: string): Buffer {
  return Buffer.from(id, 'utf8');
}

/** What the tables hold of a document. */
export function toDocumentRow(stored: StoredDocument, identity: DocumentIdentity): DocumentRow {
  const columns = toColumns(stored, identity);
  return {
    ...columns,
    id: encodeId(stored.document.id),
    text_hash: escapeText(columns.text_hash),
    reading: escapeText(columns.reading),
    text: escapeText(columns.text),
  };
}

/** The document of a row, in the same bytes as it was put. @throws SyntaxError where a part is not JSON */
export function toStored(row: Omit<DocumentRow, 'metadata_hash' | 'reading'>): StoredDocument {
  const parts = {
    id: row.id.toString('utf8'),
    textHash: unescapeText(row.text_hash),
    text: unescapeText(row.text),
  };
  return fromColumns(parts, JSON.parse(row.metadata) as MetadataColumn, JSON.parse(row.extraction) as ExtractionColumn);
}

/** The identity that a row tells. */
export function toIdentity(row: Pick<DocumentRow, 'text_hash' | 'metadata_hash' | 'reading'>): DocumentIdentity {
  return {
    textHash: unescapeText(row.text_hash),
    metadataHash: row.metadata_hash,
    reading: unescapeText(row.reading),
  };
}
