import { setImmediate as nextTurn } from 'node:timers/promises';
import { ClaimgraphError } from '../base/index.js';
import type { Document, Extraction } from '../domain/index.js';
import type { InputFailure } from '../read/index.js';
import type { Resources } from '../resources/index.js';
import { hashMetadata, type PutOutcome, type Store } from '../store/index.js';
import { extractDocument } from './extract-document.js';
import { readAhead } from './read-ahead.js';
import type { DocumentReader } from './read-aside.js';
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

/** How documents are read by several threads at once. */
export interface ThreadedIngestOptions extends ReadInputsOptions {
  /** Stays open. */
  readonly reader: DocumentReader;
  readonly threads: number;
}

/**
 * The same by threads that read the documents to come while those before are put: the same events, the same order, the
 * same store. What was read ahead when the signal fires is not put.
 */
export async function* ingestAhead(
  target: IngestTarget,
  inputs: Inputs,
  { reader, threads, ...options }: ThreadedIngestOptions,
): AsyncGenerator<IngestEvent> {
  const most = threads * DOCUMENTS_OF_A_THREAD;
  const weigh = ({ reading }: BegunReading): number => (reading.kind === 'DOCUMENT' ? reading.document.text.length : 0);
  const begun = beginReadings(readInputs(inputs, options), target, reader);
  for await (const { reading, extraction } of readAhead(begun, { most, weigh, heaviest: HEAVIEST })) {
    if (options.signal?.aborted === true) return;
    if (reading.kind === 'FAILED') {
      yield reading;
      continue;
    }
    // One that was known when it was begun may have been put otherwise since: by a document of this run with its id.
    const readDocument = (document: Document): Promise<Extraction> => extraction ?? reader.read(document);
    yield await ingestOne({ ...target, readDocument }, reading);
  }
}

/** So many that no thread waits while one document takes long to put, or is much longer than others. */
const DOCUMENTS_OF_A_THREAD = 6;
/** Code units of the documents that are read ahead: their records take some thirty times as much memory. */
const HEAVIEST = 2_000_000;

/** What an input gave, and the record that a thread is about to make of it; null where none is needed as things stand. */
interface BegunReading {
  readonly reading: InputReading;
  readonly extraction: Promise<Extraction> | null;
}

async function* beginReadings(
  readings: AsyncIterable<InputReading>,
  target: IngestTarget,
  reader: DocumentReader,
): AsyncGenerator<BegunReading> {
  for await (const reading of readings) {
    if (reading.kind === 'FAILED' || (await isKnown(target, reading.document))) {
      yield { reading, extraction: null };
      continue;
    }
    const extraction = reader.read(reading.document);
    // It is heard where the record is needed, and that may be never.
    extraction.catch(() => undefined);
    yield { reading, extraction };
  }
}

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
  if (await isKnown(target, document)) return { documentId: document.id, outcome: 'UNCHANGED', claims: null };
  const extraction = (await target.readDocument?.(document, signal)) ?? extractDocument(document, resources);
  const outcome = await store.putDocument({ document, extraction }, resources.reading);
  await target.catchUp?.();
  return { documentId: document.id, outcome, claims: extraction.claims.length };
}

/** True where the store holds the document as it is, read by this version of the reading. */
async function isKnown({ store, resources }: IngestTarget, document: Document): Promise<boolean> {
  const known = await store.identity(document.id);
  return (
    known !== null &&
    known.textHash === document.textHash &&
    known.metadataHash === hashMetadata(document) &&
    known.reading === resources.reading
  );
}
