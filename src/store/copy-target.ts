import type { Change, DocumentIdentity, Store, StoredDocument } from './store.js';

/** A document with the identity that it goes by: the version of its reading is told by nothing else. */
export interface CopiedDocument {
  readonly stored: StoredDocument;
  readonly identity: DocumentIdentity;
}

/**
 * A store while it is copied into. It lies beside the address that it is for until it is whole, so that nobody takes half
 * a copy for a store; what was copied stays there when the process ends, and is gone on with.
 */
export interface CopyTarget {
  /** What there is so far. */
  readonly store: Store;
  /** Adds or replaces documents with their identities, in one transaction and without a line of the log. */
  putDocuments(documents: readonly CopiedDocument[]): Promise<void>;
  /** Takes documents away, without a line of the log. */
  deleteDocuments(ids: readonly string[]): Promise<void>;
  /** Appends lines of the log as they are, with their judgements and retractions; they begin behind its last position. */
  appendChanges(changes: readonly Change[]): Promise<void>;
  /** Makes it the store at its address. */
  finish(): Promise<void>;
  /** Leaves what was copied where it is. Closing twice is allowed. */
  close(): Promise<void>;
}
