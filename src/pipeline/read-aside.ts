import { ClaimgraphError } from '../base/index.js';
import type { Document, Extraction } from '../domain/index.js';
import type { Resources } from '../resources/index.js';
import { extractDocument } from './extract-document.js';
import { type ReadingThread, startReadingThread } from './reading-thread.js';

/** Reads documents without holding up whoever asks for other things meanwhile. */
export interface DocumentReader {
  /** The same record as `extractDocument`. @throws ClaimgraphError INTERRUPTED where the signal stops it. */
  read(document: Document, signal?: AbortSignal): Promise<Extraction>;
  /** Ends the threads; closing twice is allowed. */
  close(): Promise<void>;
}

/** Code units of a text that is read at once: about twenty milliseconds. */
const SHORT = 1000;

/**
 * Reads long documents in a thread of its own, one after another, and short ones at once. The thread starts with the first
 * long one, and is given up with a reading that is stopped.
 */
export function createDocumentReader(resources: Resources): DocumentReader {
  let thread: ReadingThread | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    const ending = thread;
    thread = null;
    await ending?.end();
  };
  const readLong = async (document: Document, signal?: AbortSignal): Promise<Extraction> => {
    refuseStopped(signal);
    thread ??= startReadingThread(resources);
    return await unlessStopped(thread.read(document), signal).catch(async (error: unknown) => {
      await end();
      throw error;
    });
  };
  return {
    async read(document, signal) {
      if (document.text.length <= SHORT) return extractDocument(document, resources);
      const next = last.then(() => readLong(document, signal));
      last = next.catch(() => undefined);
      return next;
    },
    close: end,
  };
}

/**
 * Reads documents in so many threads at once, each by the thread that has least before it. A thread that ends, as where it
 * runs out of memory, fails the documents that it had, and another one takes its place.
 */
export function createThreadedReader(resources: Resources, threads: number): DocumentReader {
  const pool = Array.from({ length: threads }, () => startReadingThread(resources));
  let closed = false;
  return {
    async read(document, signal) {
      refuseStopped(signal);
      const index = pool.reduce((least, { waiting }, each) => (waiting < pool[least]!.waiting ? each : least), 0);
      const thread = pool[index]!;
      try {
        return await unlessStopped(thread.read(document), signal);
      } catch (error) {
        if (thread.hasEnded && !closed && pool[index] === thread) pool[index] = startReadingThread(resources);
        throw error;
      }
    },
    async close() {
      closed = true;
      await Promise.all(pool.map((thread) => thread.end()));
    },
  };
}

/** What comes, or INTERRUPTED where the signal fires first. */
function unlessStopped<Value>(value: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return value;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(stopped());
    signal.addEventListener('abort', stop, { once: true });
    value.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function refuseStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw stopped();
}

function stopped(): ClaimgraphError {
  return new ClaimgraphError('INTERRUPTED', 'The reading was stopped before it had its end.');
}
