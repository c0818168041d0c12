import { Worker } from 'node:worker_threads';
import type { Document, Extraction } from '../domain/index.js';
import type { Resources } from '../resources/index.js';
import { extractDocument } from './extract-document.js';
import type { ReadingResult, ReadingTask } from './reading-worker.js';

/** A thread that reads documents, one after another, in the order in which it is asked. */
export interface ReadingThread {
  /** Code units of the documents that it has yet to read. */
  readonly waiting: number;
  /** True from when it was ended, or ended by an error; it reads no more. */
  readonly hasEnded: boolean;
  /** The same record as `extractDocument`; rejects where the thread ends before it is there. */
  read(document: Document): Promise<Extraction>;
  /** Ends the thread and rejects what waits; ending twice is allowed. */
  end(): Promise<void>;
}

/** Starts a thread, which keeps no process running. What it loads it loads itself, from what ships with Claimgraph. */
export function startReadingThread(resources: Resources): ReadingThread {
  const worker = startWorker();
  const asked: { readonly document: Document; settle(result: ReadingResult | Error): void }[] = [];
  let waiting = 0;
  let ended: Error | null = null;

  const fail = (error: Error): void => {
    ended ??= error;
    for (const { settle } of asked.splice(0)) settle(ended);
    waiting = 0;
  };
  worker.on('message', (result: ReadingResult) => {
    // It answers in the order in which it is asked.
    const task = asked.shift();
    if (task === undefined) return;
    waiting -= task.document.text.length;
    task.settle(result);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The thread that reads documents has ended.')));
  return {
    get waiting() {
      return waiting;
    },
    get hasEnded() {
      return ended !== null;
    },
    async read(document) {
      if (ended !== null) throw naming(document, ended);
      const result = await new Promise<ReadingResult>((resolve, reject) => {
        asked.push({
          document,
          settle: (answer) => (answer instanceof Error ? reject(naming(document, answer)) : resolve(answer)),
        });
        waiting += document.text.length;
        worker.postMessage({ document, reading: resources.reading } satisfies ReadingTask);
      });
      if ('failure' in result) throw new Error(result.failure);
      // A thread has what ships with Claimgraph; what was loaded otherwise is read here.
      return result.record === null ? extractDocument(document, resources) : (JSON.parse(result.record) as Extraction);
    },
    async end() {
      await worker.terminate();
    },
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

/** Among thousands of documents nobody could tell which one it was. */
function naming(document: Document, cause: Error): Error {
  return new Error(`Document ${JSON.stringify(document.id)} could not be read.`, { cause });
}
