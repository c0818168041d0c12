import type { Extraction, TracedExtraction } from '../domain/index.js';
import { type CreateDocumentOptions, createDocument, type DocumentFields } from '../read/index.js';
import { loadResources, type Resources } from '../resources/index.js';
import { extractDocument, traceDocument } from './extract-document.js';

/** What is known of a text besides itself. */
export interface ExtractTextOptions extends Omit<DocumentFields, 'text'>, CreateDocumentOptions {
  /** What it is read with; those that ship with Claimgraph where it is left out. */
  readonly resources?: Resources;
}

/**
 * Reads one text into its extraction record, synchronously: for scripts. The first call loads the word lists, and the
 * process keeps them; whoever wants to hold them passes `resources`.
 * @throws ClaimgraphError INPUT_EMPTY for a blank text, INPUT_MALFORMED for an id that no document can have.
 */
export function extractText(text: string, options?: ExtractTextOptions): Extraction;
/** With `trace`, gives why each claim was read beside the record. */
export function extractText(text: string, options: ExtractTextOptions & { readonly trace: true }): TracedExtraction;
export function extractText(
  text: string,
  options: ExtractTextOptions & { readonly trace?: boolean } = {},
): Extraction | TracedExtraction {
  const { resources, timeAnchor, trace, ...fields } = options;
  const document = createDocument({ ...fields, text }, timeAnchor === undefined ? {} : { timeAnchor });
  const read = trace === true ? traceDocument : extractDocument;
  return read(document, resources ?? shippedResources());
}

// The only state that a process keeps. It holds nothing but files of data/, which do not change while it runs, so that
// no call can tell whether it is the first one.
let shipped: Resources | null = null;

function shippedResources(): Resources {
  shipped ??= loadResources();
  return shipped;
}
