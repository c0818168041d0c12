import type { Document, Extraction } from '../domain/index.js';
import type { DocumentIdentity, StoredDocument } from './store.js';

/** What the tables of a store hold of a document besides its id. */
export interface StoredColumns {
  readonly text_hash: string;
  readonly metadata_hash: string;
  readonly reading: string;
  /** JSON of `MetadataColumn`. */
  readonly metadata: string;
  readonly text: string;
  /** JSON of `ExtractionColumn`. */
  readonly extraction: string;
}

/** The document without what has a column of its own. */
export type MetadataColumn = Omit<Document, 'id' | 'text' | 'textHash'>;
/** The record without its text. */
export type ExtractionColumn = Omit<Extraction, 'text'>;

/** A document parted into columns. */
export function toColumns({ document, extraction }: StoredDocument, identity: DocumentIdentity): StoredColumns {
  const { id: _id, text, textHash, ...metadata } = document;
  const { text: _, ...record } = extraction;
  return {
    text_hash: textHash,
    metadata_hash: identity.metadataHash,
    reading: identity.reading,
    metadata: JSON.stringify(metadata satisfies MetadataColumn),
    text,
    extraction: JSON.stringify(record satisfies ExtractionColumn),
  };
}

/** The document of its parts, in the order of a fresh one and of a fresh record, so that both are written as the same bytes. */
export function fromColumns(
  { id, textHash, text }: Pick<Document, 'id' | 'textHash' | 'text'>,
  metadata: MetadataColumn,
  record: ExtractionColumn,
): StoredDocument {
  const { title, source, url, publishedAt, furniture, dateline, timeAnchor } = metadata;
  const { format, id: recordId, document, ...found } = record;
  return {
    document: { id, title, source, url, publishedAt, text, textHash, furniture, dateline, timeAnchor },
    extraction: { format, id: recordId, document, text, ...found },
  };
}
