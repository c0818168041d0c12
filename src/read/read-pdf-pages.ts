import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ClaimgraphError } from '../base/index.js';

/** A run of characters on a page, as pdf.js gives it. */
export interface PdfItem {
  /** Marked content has none. */
  readonly str?: string;
  /** Six numbers; the last two are the place of its lower left corner, in points. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** What is taken from a PDF file. */
export interface PdfPages {
  readonly pages: readonly (readonly PdfItem[])[];
  readonly title: unknown;
}

/**
 * Takes the text of a PDF file's pages out of it, in a thread of its own, with a bound to its time and memory: a small
 * file can unpack to gigabytes, or send the parser round and round.
 * @throws ClaimgraphError INPUT_ENCRYPTED, or INPUT_MALFORMED where it is damaged, or takes more than any good file does.
 */
export function readPdfPages(bytes: Uint8Array): Promise<PdfPages> {
  const module = pathToFileURL(createRequire(import.meta.url).resolve('unpdf')).href;
  const worker = new Worker(PROGRAM, {
    eval: true,
    execArgv: [],
    workerData: { module, bytes: new Uint8Array(bytes), mostPages: MOST_PAGES },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    stdout: true,
    stderr: true,
  });
  const seconds = Math.ceil(LONGEST_SECONDS + (SECONDS_A_MEGABYTE * bytes.length) / 1_000_000);
  return new Promise<PdfPages>((resolve, reject) => {
    const late = () => reject(damaged(`it takes more than ${seconds} seconds to read`));
    const deadline = setTimeout(late, seconds * 1000);
    worker.once('message', (answer: Answer) => {
      if ('pages' in answer) resolve(answer);
      else reject(failureOf(answer));
    });
    // Running out of memory ends the thread with an error.
    worker.once('error', (error) => reject(damaged(error instanceof Error ? error.message : String(error))));
    worker.once('exit', () => {
      clearTimeout(deadline);
      reject(damaged('its reading broke off'));
    });
  }).finally(() => worker.terminate());
}

type Answer = PdfPages | { readonly name: string; readonly message: string };

const MOST_PAGES = 5000;
const MOST_MEGABYTES = 1024;
/** Generous, for a slow machine must read what a fast one does; meanwhile the thread that asked is free. */
const LONGEST_SECONDS = 10;
const SECONDS_A_MEGABYTE = 5;

/**
 * What the thread runs. It is text because a thread is started from a file, and there is another file when this one runs
 * from its source than when it is built.
 */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
async function read() {
  const { getDocumentProxy } = await import(workerData.module);
  const file = await getDocumentProxy(workerData.bytes, { isEvalSupported: false, verbosity: 0 });
  const pages = [];
  for (let number = 1; number <= Math.min(file.numPages, workerData.mostPages); number++) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map(({ str, transform, width, height, hasEOL }) => ({ str, transform, width, height, hasEOL })));
    page.cleanup();
  }
  const { info } = await file.getMetadata();
  return { pages, title: info.Title };
}
read().then(
  (answer) => parentPort.postMessage(answer),
  (error) => parentPort.postMessage({ name: String(error?.name), message: String(error?.message) }),
);
`;

function failureOf({ name, message }: { readonly name: string; readonly message: string }): ClaimgraphError {
  if (name !== 'PasswordException') return damaged(message);
  return new ClaimgraphError('INPUT_ENCRYPTED', 'The PDF file is protected by a password; save a copy without one.');
}

function damaged(reason: string): ClaimgraphError {
  return new ClaimgraphError('INPUT_MALFORMED', `The PDF file is damaged: ${reason}`);
}
