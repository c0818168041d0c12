import { Worker } from 'node:worker_threads';
import { ClaimgraphError } from '../base/index.js';
import type { Document, Extraction } from '../domain/index.js';
import type { Resources } from '../resources/index.js';
import { extractDocument } from './extract-document.js';
import type { ReadingResult, ReadingTask } from './reading-worker.js';

/** Reads documents without holding up whoever asks for other things meanwhile. */
export interface DocumentReader {
  /** The same record as `extractDocument`. @throws ClaimgraphError INTERRUPTED where the signal stops it. */
  read(document: Document, signal?: AbortSignal): Promise<Extraction>;
  /** Ends the thread; closing twice is allowed. */
  close(): Promise<void>;
}

/** Code units of a text that is read at once: about twenty milliseconds. */
const SHORT = 1000;

/**
 * Reads long documents in a thread of its own, one after another, and short ones at once. The thread starts with the first
 * long one, and is given up with a reading that is stopped.
 */
export function createDocumentReader(resources: Resources): DocumentReader {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };
  const readLong = async (document: Document, signal?: AbortSignal): Promise<Extraction> => {
    refuseStopped(signal);
    worker ??= startWorker();
    const result = await ask(worker, { document, reading: resources.reading }, signal).catch(async (error: unknown) => {
      await end();
      throw error;
    });
    if ('failure' in result) throw new Error(result.failure);
    // A thread has what ships with Claimgraph; what was loaded otherwise is read here.
    if (result.record === null) return extractDocument(document, resources);
    return JSON.parse(result.record) as Extraction;
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

/** Where the sources run as they are, a thread must be given the loader that they run with; compiled code needs none. */
function startWorker(): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const worker = isSource
    ? new Worker(FROM_SOURCE, { eval: true, workerData: new URL('./reading-worker.ts', import.meta.url).href })
    : new Worker(new URL('./reading-worker.js', import.meta.url));
  worker.unref();
  return worker;
}

const FROM_SOURCE = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(workerData);
  });
`;

function ask(worker: Worker, task: ReadingTask, signal: AbortSignal | undefined): Promise<ReadingResult> {
  return new Promise((resolve, reject) => {
    const stop = (): void => settle(() => reject(stopped()));
    const answer = (result: ReadingResult): void => settle(() => resolve(result));
    const fail = (error: Error): void => settle(() => reject(error));
    const exit = (): void => fail(new Error('The thread that reads documents has ended.'));
    const settle = (then: () => void): void => {
      signal?.removeEventListener('abort', stop);
      worker.off('message', answer).off('error', fail).off('exit', exit);
      then();
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', answer).on('error', fail).on('exit', exit);
    worker.postMessage(task);
  });
}

function refuseStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw stopped();
}

function stopped(): ClaimgraphError {
  return new ClaimgraphError('INTERRUPTED', 'The reading was stopped before it had its end.');
}
