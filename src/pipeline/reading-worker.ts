import { parentPort } from 'node:worker_threads';
import type { Document } from '../domain/index.js';
import { loadResources } from '../resources/index.js';
import { extractDocument } from './extract-document.js';

/** What a thread for reading is asked, and what it answers. */
export interface ReadingTask {
  readonly document: Document;
  /** The version of the reading that is wanted. */
  readonly reading: string;
}

/** The record as JSON, which passes between threads for less than its objects; null where this thread reads otherwise. */
export type ReadingResult = { readonly record: string | null } | { readonly failure: string };

const resources = loadResources();

parentPort?.on('message', ({ document, reading }: ReadingTask) => {
  parentPort?.postMessage(readTask(document, reading));
});

function readTask(document: Document, reading: string): ReadingResult {
  if (reading !== resources.reading) return { record: null };
  try {
    return { record: JSON.stringify(extractDocument(document, resources)) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
