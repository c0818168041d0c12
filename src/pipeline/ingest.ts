import type { ErrorCode } from '../base/index.js';
import type { Document } from '../domain/index.js';
import type { Resources } from '../resources/index.js';
import type { PutOutcome, Store } from '../store/index.js';

/** Where documents are put: a store, and perhaps a graph that follows it (a LiveKnowledge is one). */
export interface IngestTarget {
  readonly store: Store;
  readonly resources: Resources;
  /** Where it is there, the graph holds a document when its event comes. */
  catchUp?(): Promise<number>;
}

/** What became of one document; it is given after the commit. */
export type IngestEvent =
  | { readonly kind: PutOutcome; readonly documentId: string; readonly input: string; readonly claims: number | null }
  | {
      readonly kind: 'FAILED';
      readonly input: string;
      /** Of JSON Lines and CSV, counted from 1; null for others. */
      readonly line: number | null;
      readonly code: ErrorCode;
      readonly reason: string;
    };

/**
 * Puts documents that are there already into a store, in their order; those that the store holds as they are stay unread.
 * Gives one outcome a document, after its commit.
 */
export async function addDocuments(
  _target: IngestTarget,
  _documents: readonly Document[],
): Promise<readonly { readonly documentId: string; readonly outcome: PutOutcome }[]> {
  throw new Error('addDocuments waits for the stores.');
}
