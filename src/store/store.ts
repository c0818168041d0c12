import type { Document, Extraction, Judgement, JudgementDraft, Retraction, RetractionDraft } from '../domain/index.js';
import type { FoundPassage } from './found-passage.js';

/** What became of a document that was put: also the words that people read. */
export type PutOutcome = 'ADDED' | 'UPDATED' | 'UNCHANGED';

/** One line of the append-only change log. Positions start at 1 and rise by the order of commits, without reuse. */
export type Change =
  | { readonly position: number; readonly kind: 'DOCUMENT_PUT'; readonly documentId: string }
  | { readonly position: number; readonly kind: 'DOCUMENT_DELETED'; readonly documentId: string }
  | { readonly position: number; readonly kind: 'JUDGED'; readonly judgement: Judgement }
  | { readonly position: number; readonly kind: 'CLAIM_RETRACTED'; readonly retraction: Retraction };

/** A document and what was read from it. */
export interface StoredDocument {
  readonly document: Document;
  readonly extraction: Extraction;
}

/** What tells whether a document need be read again. */
export interface DocumentIdentity {
  readonly textHash: string;
  /** Over title, source, URL, publication date and time anchor. */
  readonly metadataHash: string;
  /** The version of the reading that made the extraction. */
  readonly reading: string;
}

/** How much a store holds. */
export interface StoreCounts {
  readonly documents: number;
  readonly judgements: number;
  /** Of the last change; 0 for an empty store. */
  readonly position: number;
}

/** How a store is opened. */
export interface OpenStoreOptions {
  /** READ refuses every write with STORE_UNWRITABLE, and makes nothing; WRITE where it is left out. */
  readonly access?: 'READ' | 'WRITE';
  /** Whether a store that does not exist is made; true where it is left out, and never with READ. */
  readonly create?: boolean;
}

/**
 * Keeps documents, extractions, judgements and retractions: the record. Everything else is an index over it.
 * A promise that resolves means committed: it survives a kill of the process (for stores with a file).
 * Methods throw ClaimgraphError with STORE_* codes; a store that is closed throws STORE_UNWRITABLE.
 */
export interface Store {
  /** The address it was opened by. */
  readonly url: string;
  /** Adds or replaces one document with its extraction, in one transaction. The same again changes nothing. */
  putDocument(stored: StoredDocument, reading: string): Promise<PutOutcome>;
  /** Removes a document and its extraction; false where there was none. */
  deleteDocument(id: string): Promise<boolean>;
  /** Null where there is none. */
  identity(id: string): Promise<DocumentIdentity | null>;
  /** The identities of those of the ids that exist, by id. */
  identities(ids: readonly string[]): Promise<ReadonlyMap<string, DocumentIdentity>>;
  /** Those of the ids that exist, by id; one read for any number of ids. */
  documents(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>>;
  /** The texts alone of those of the ids that exist, by id: cheaper than `documents`, for no record is opened. */
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Ids of the documents with that text, ascending. */
  documentsByTextHash(textHash: string): Promise<readonly string[]>;
  /** Ids in ascending order of UTF-8 bytes (`compareIds`), those after `after`, at most `limit`. */
  documentIds(options: { readonly after: string | null; readonly limit: number }): Promise<readonly string[]>;
  /** Every document in that order, read in batches; a document deleted meanwhile is left out. */
  scan(): AsyncIterable<StoredDocument>;
  /** Appends to the log and gives the judgement its id. */
  appendJudgement(draft: JudgementDraft): Promise<Judgement>;
  /** The whole log, oldest first. */
  judgements(): Promise<readonly Judgement[]>;
  /** Appends to the log and gives the retraction its id. */
  appendRetraction(draft: RetractionDraft): Promise<Retraction>;
  /** Every retraction, oldest first. */
  retractions(): Promise<readonly Retraction[]>;
  /**
   * Names, aliases, acronyms and descriptions that begin with the text, have words that begin with each of its words, or
   * contain it, without regard to case and accents; in no order, at most `limit` met in each way. Empty for no word.
   */
  searchForms(text: string, limit: number): Promise<readonly string[]>;
  /**
   * Claims by their sentences and predicates, and quotations by their content, that have each word of the text or one
   * that begins with it; best first. Of very many only the latest are weighed.
   */
  searchPassages(text: string, limit: number): Promise<readonly FoundPassage[]>;
  /** Changes with a position above `after`, ascending, at most `limit`. */
  changes(options: { readonly after: number; readonly limit: number }): Promise<readonly Change[]>;
  counts(): Promise<StoreCounts>;
  /**
   * Calls `hear` soon after anyone's commit has changed the store, until what it gives is called. Where it is left out,
   * nobody is told, and `changes` must be asked.
   */
  listen?(hear: () => void): () => Promise<void>;
  /**
   * Keeps the bytes of an index over the record under a stamp of what it follows from, in place of the one that was kept
   * before, which stays until the new one is whole. No part of the record: nothing else here tells of it. A store that was
   * opened for reading keeps one too, where it can be written. Where it is left out, none is kept.
   * @throws ClaimgraphError INTERRUPTED where another process has begun to keep one meanwhile, STORE_*; errors of the
   *   chunks as they are. Nothing has changed then.
   */
  keepIndex?(stamp: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * The bytes that are kept under the stamp, in the chunks in which they came; null where there are none. They break off
   * where another index takes their place meanwhile.
   */
  keptIndex?(stamp: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Waits for writes under way; closing twice is allowed. */
  close(): Promise<void>;
}
