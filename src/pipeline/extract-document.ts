import { annotate } from '../annotate/index.js';
import type { Document, Extraction, TracedExtraction } from '../domain/index.js';
import { extract, type TraceOptions } from '../extract/index.js';
import type { Resources } from '../resources/index.js';

/**
 * Reads one document into its extraction record: annotates and extracts. Pure; no text makes it throw.
 * @throws Error that names the document, where the program itself is wrong.
 */
export function extractDocument(document: Document, resources: Resources): Extraction {
  return naming(document, () => extract(annotate(document, resources), resources));
}

/** As above, with why each claim was read beside the record. */
export function traceDocument(document: Document, resources: Resources): TracedExtraction {
  return naming(document, () => extract(annotate(document, resources), resources, TRACE));
}

const TRACE: TraceOptions = { trace: true };

function naming<Result>(document: Document, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    // Among thousands of documents nobody could tell which one it was.
    throw new Error(`Document ${JSON.stringify(document.id)} could not be read.`, { cause });
  }
}
