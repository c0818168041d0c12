import { setTimeout as wait } from 'node:timers/promises';
import { ClaimgraphError, type ErrorCode } from '../base/index.js';
import type { Document } from '../domain/index.js';
import { addDocuments, type DocumentReader, type IngestTarget } from '../pipeline/index.js';
import type { PutOutcome } from '../store/index.js';
import type { Delivery, Queue } from './queue.js';

/** How a worker works. */
export interface WorkOptions {
  readonly reader: DocumentReader;
  /** Documents that it has at once. */
  readonly slots: number;
  /** How often a document is tried before it is given up; at least 1. */
  readonly attempts: number;
  /** Ends where nothing waits and nothing is under way, here or elsewhere; else only the signal ends it. */
  readonly untilEmpty: boolean;
  /** Ends the work after the documents under way. */
  readonly signal: AbortSignal;
  /** Is told of everything. */
  hear(event: WorkEvent): void;
}

/** What a worker did. */
export type WorkEvent =
  | {
      /** It is in the store, after the commit. */
      readonly kind: PutOutcome;
      readonly documentId: string;
      readonly claims: number | null;
      /** Since it was given to this worker, and since it was put. */
      readonly seconds: number;
      readonly age: number;
      readonly count: number;
    }
  /** It will be given to a worker again, or was given up. */
  | { readonly kind: 'FAILED' | 'BURIED'; readonly documentId: string | null; readonly reason: string }
  /** Another text under its id goes first. */
  | { readonly kind: 'LATER'; readonly documentId: string }
  /** The store cannot be written now; the worker keeps trying. */
  | { readonly kind: 'STORE_WAITS'; readonly reason: string }
  /** The server of the queue has kept silent for long; the document is left to whoever is given it next. */
  | { readonly kind: 'QUEUE_WAITS'; readonly reason: string };

/**
 * Reads what a queue holds into a store, each document in one transaction, and takes it out of the queue after the commit:
 * one whose worker dies is given to another, which finds it UNCHANGED where the commit was done. What cannot be read is
 * tried again after a while, and given up with its reason in the end. Where the store cannot be reached, the worker waits,
 * and no document is given up for it.
 * @throws ClaimgraphError STORE_* where the store will not get better by waiting; what was under way is given to others.
 */
export async function work(queue: Queue, target: IngestTarget, options: WorkOptions): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const slots = Array.from({ length: options.slots }, () => workSlot(queue, target, { ...options, signal }));
  const failures = slots.map((slot) =>
    slot.then(
      () => null,
      (error: unknown) => {
        stop.abort();
        return { error };
      },
    ),
  );
  const failure = (await Promise.all(failures)).find((each) => each !== null);
  if (failure !== undefined && failure !== null) throw failure.error;
}

/** Milliseconds until a document that failed is tried again, by how often it was. */
const DELAYS = [1000, 5000, 30_000, 120_000];
/** Milliseconds until it is looked again whether the turn of a document has come. */
const LATER = 1000;
/** Codes of a document that will not get better by another try. */
const HOPELESS: ReadonlySet<ErrorCode> = new Set(['INPUT_MALFORMED', 'INPUT_TOO_LARGE', 'ARGUMENT_INVALID']);
/** Codes of a store that gets better by waiting. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['STORE_UNREACHABLE', 'STORE_BUSY', 'STORE_FULL']);

async function workSlot(queue: Queue, target: IngestTarget, options: WorkOptions): Promise<void> {
  while (!options.signal.aborted) {
    const delivery = await queue.take();
    if (delivery !== null) await handOver(queue, delivery, { target, options });
    else if (options.untilEmpty && (await isEmpty(queue))) return;
  }
}

async function isEmpty(queue: Queue): Promise<boolean> {
  const { waiting, underWay } = await queue.counts();
  return waiting + underWay === 0;
}

interface Work {
  readonly target: IngestTarget;
  readonly options: WorkOptions;
}

async function handOver(queue: Queue, delivery: Delivery, work: Work): Promise<void> {
  // One that came as the worker was stopped was not begun.
  if (work.options.signal.aborted) return delivery.again(0);
  const beat = setInterval(() => delivery.beat(), queue.patience / 3);
  try {
    await readDelivery(delivery, work);
  } catch (error) {
    // Silent as it is, it will be given to another worker.
    if (!isOf('QUEUE_', error)) throw error;
    work.options.hear({ kind: 'QUEUE_WAITS', reason: describe(error) });
  } finally {
    clearInterval(beat);
  }
}

async function readDelivery(delivery: Delivery, work: Work): Promise<void> {
  const { attempts, hear } = work.options;
  let documentId: string | null = null;
  let tries = delivery.count;
  const bury = async (reason: string): Promise<void> => {
    await delivery.bury(reason);
    hear({ kind: 'BURIED', documentId, reason });
  };
  try {
    const document = await delivery.document();
    documentId = document.id;
    // Those that end a worker with them tell no reason themselves.
    tries = await delivery.tries();
    if (tries > attempts) return await bury(`Given to ${tries - 1} workers, none of which came to an end with it.`);
    await putDelivery(delivery, document, work);
  } catch (error) {
    if (error instanceof OutOfTurn) {
      if (error.turn === 'GONE') return;
      hear({ kind: 'LATER', documentId: documentId ?? '' });
      return await delivery.later(LATER);
    }
    if (isOf('QUEUE_', error)) throw error;
    if (isOf('STORE_', error)) {
      delivery.again(0);
      throw error;
    }
    const reason = describe(error);
    if (tries >= attempts || isHopeless(error)) return await bury(reason);
    delivery.again(DELAYS[Math.min(tries, DELAYS.length) - 1]!);
    hear({ kind: 'FAILED', documentId, reason });
  }
}

async function putDelivery(delivery: Delivery, document: Document, { target, options }: Work): Promise<void> {
  const start = Date.now();
  const checkTurn = async (): Promise<void> => {
    const turn = await delivery.turn();
    if (turn !== 'OURS') throw new OutOfTurn(turn);
  };
  await checkTurn();
  const readDocument: IngestTarget['readDocument'] = async () => {
    const extraction = await options.reader.read(document);
    // Again, for a worker that was silent for long may have been given up meanwhile.
    await checkTurn();
    return extraction;
  };
  const [added] = await whileStorePasses(() => addDocuments({ ...target, readDocument }, [document]), options);
  await delivery.done();
  const { outcome, claims } = added!;
  const seconds = (Date.now() - start) / 1000;
  const age = (Date.now() - delivery.putAt) / 1000;
  options.hear({ kind: outcome, documentId: document.id, claims, seconds, age, count: delivery.count });
}

/** Tries again, ever more seldom, while the store cannot be written and nobody stops the worker. */
async function whileStorePasses<Result>(put: () => Promise<Result>, { signal, hear }: WorkOptions): Promise<Result> {
  for (let delay = 500; ; delay = Math.min(2 * delay, 15_000)) {
    try {
      return await put();
    } catch (error) {
      if (!(error instanceof ClaimgraphError && PASSING.has(error.code)) || signal.aborted) throw error;
      hear({ kind: 'STORE_WAITS', reason: describe(error) });
      await wait(delay, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Ends the work on a document whose turn it is not. */
class OutOfTurn extends Error {
  readonly turn: 'LATER' | 'GONE';
  constructor(turn: 'LATER' | 'GONE') {
    super(turn);
    this.turn = turn;
  }
}

function isOf(what: 'QUEUE_' | 'STORE_', error: unknown): boolean {
  return error instanceof ClaimgraphError && error.code.startsWith(what);
}

function isHopeless(error: unknown): boolean {
  return error instanceof ClaimgraphError && HOPELESS.has(error.code);
}

function describe(error: unknown): string {
  if (error instanceof ClaimgraphError) return `${error.message} [${error.code}]`;
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} ${error.cause.message}` : error.message;
}
