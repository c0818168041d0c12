import { setImmediate as nextTurn } from 'node:timers/promises';
import { ClaimgraphError } from '../base/index.js';
import type { Document, Extraction } from '../domain/index.js';
import type { InputFailure } from '../read/index.js';
import type { Resources } from '../resources/index.js';
import { hashMetadata, type PutOutcome, type Store } from '../store/index.js';
import { extractDocument } from './extract-document.js';
import { type InputReading, type Inputs, type ReadInputsOptions, readInputs } from './read-inputs.js';

/** Where documents are put: a store, and perhaps a graph that follows it (a LiveKnowledge is both). */
export interface IngestTarget {
  readonly store: Store;
  readonly resources: Resources;
  /** Reads a document elsewhere, so that others are answered meanwhile; where it is left out, it is read at once. */
  readDocument?(document: Document, signal?: AbortSignal): Promise<Extraction>;
  /** Where it is there, the graph holds a document when its event comes. */
  catchUp?(): Promise<number>;
}

/** What became of one document; it is given after the commit. `bytes` of its input were consumed for it. */
export type IngestEvent =
  | {
      readonly kind: PutOutcome;
      readonly documentId: string;
      readonly input: string;
      /** How many claims it makes; null where it is UNCHANGED, for then it was not read. */
      readonly claims: number | null;
      readonly bytes: number;
    }
  | ({ readonly kind: 'FAILED' } & InputFailure);

/** What became of one document that was there already. */
export interface AddOutcome {
  readonly documentId: string;
  readonly outcome: PutOutcome;
  /** Null where it is UNCHANGED, for then it was not read. */
  readonly claims: number | null;
}

/**
 * Reads the inputs and puts their documents into a store, each in one transaction, in order. Documents that the store
 * holds as they are stay unread. What cannot be read, or is too large for the store, gives FAILED, and the others go on.
 * @throws ClaimgraphError STORE_* where the store fails; documents whose events were given are safe.
 */
export async function* ingest(
  target: IngestTarget,
  inputs: Inputs,
  options: ReadInputsOptions = {},
): AsyncGenerator<IngestEvent> {
  for await (const reading of readInputs(inputs, options)) {
    if (reading.kind === 'FAILED') {
      yield reading;
      continue;
    }
    yield await ingestOne(target, reading, options.signal);
  }
}

type DocumentReading = Extract<InputReading, { readonly kind: 'DOCUMENT' }>;

async function ingestOne(
  target: IngestTarget,
  { document, input, bytes }: DocumentReading,
  signal?: AbortSignal,
): Promise<IngestEvent> {
  try {
    const { documentId, outcome, claims } = await addDocument(target, document, signal);
    return { kind: outcome, documentId, input, claims, bytes };
  } catch (error) {
    // One that the store has no room for in a row of its own says nothing of the others.
    if (!(error instanceof ClaimgraphError && error.code === 'INPUT_TOO_LARGE')) throw error;
    return { kind: 'FAILED', input, line: null, code: error.code, reason: error.message };
  }
}

/**
 * Puts documents that are there already into a store, in their order; those that the store holds as they are stay
 * unread. Gives one outcome a document, after the commits.
 * @throws ClaimgraphError STORE_* where the store fails, INTERRUPTED where the signal stops it; the documents before are safe.
 */
export async function addDocuments(
  target: IngestTarget,
  documents: readonly Document[],
  signal?: AbortSignal,
): Promise<readonly AddOutcome[]> {
  const outcomes: AddOutcome[] = [];
  for (const document of documents) outcomes.push(await addDocument(target, document, signal));
  return outcomes;
}

async function addDocument(target: IngestTarget, document: Document, signal?: AbortSignal): Promise<AddOutcome> {
  const { store, resources } = target;
  // Signals and other requests are heard between documents, for a document is read in one go.
  await nextTurn();
  const known = await store.identity(document.id);
  if (
    known !== null &&
    known.textHash === document.textHash &&
    known.metadataHash === hashMetadata(document) &&
    known.reading === resources.reading
  ) {
    return { documentId: document.id, outcome: 'UNCHANGED', claims: null };
  }
  const extraction = (await target.readDocument?.(document, signal)) ?? extractDocument(document, resources);
  const outcome = await store.putDocument({ document, extraction }, resources.reading);
  await target.catchUp?.();
  return { documentId: document.id, outcome, claims: extraction.claims.length };
}
