import { annotate } from '../annotate/index.js';
import type { Document, Extraction } from '../domain/index.js';
import { extract } from '../extract/index.js';
import type { Resources } from '../resources/index.js';

/**
 * Reads one document into its extraction record: annotates and extracts. Pure; no text makes it throw.
 * @throws Error that names the document, where the program itself is wrong.
 */
export function extractDocument(document: Document, resources: Resources): Extraction {
  try {
    return extract(annotate(document, resources), resources);
  } catch (cause) {
    // Among thousands of documents nobody could tell which one it was.
    throw new Error(`Document ${JSON.stringify(document.id)} could not be read.`, { cause });
  }
}
