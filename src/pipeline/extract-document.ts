import { annotate } from '../annotate/index.js';
import type { Document, Extraction } from '../domain/index.js';
import { extract } from '../extract/index.js';
import type { Resources } from '../resources/index.js';

/** Reads one document into its extraction record: annotates and extracts. Pure; never throws for odd text. */
export function extractDocument(document: Document, resources: Resources): Extraction {
  return extract(annotate(document, resources), resources);
}
