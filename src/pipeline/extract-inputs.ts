import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Document, Extraction, TracedExtraction } from '../domain/index.js';
import type { InputFailure } from '../read/index.js';
import type { Resources } from '../resources/index.js';
import { extractDocument, traceDocument } from './extract-document.js';
import { type Inputs, type ReadInputsOptions, readInputs } from './read-inputs.js';

/** The record of one document, or why there is none. `bytes` of its input were consumed for it. */
export type ExtractEvent =
  | { readonly kind: 'EXTRACTED'; readonly extraction: Extraction; readonly input: string; readonly bytes: number }
  | ({ readonly kind: 'FAILED' } & InputFailure);

/**
 * Reads the inputs into extraction records, in order, without a store. The next document is read when it is asked for,
 * so that a slow reader of the records holds everything back.
 */
export function extractInputs(
  resources: Resources,
  inputs: Inputs,
  options: ReadInputsOptions = {},
): AsyncGenerator<ExtractEvent> {
  return readEach(inputs, options, (document) => extractDocument(document, resources));
}

/** The record of one document with why each claim was read, or why there is none. */
export type TraceEvent =
  | {
      readonly kind: 'EXTRACTED';
      readonly extraction: TracedExtraction;
      readonly input: string;
      readonly bytes: number;
    }
  | ({ readonly kind: 'FAILED' } & InputFailure);

/** As `extractInputs`, with why each claim was read beside every record. */
export function traceInputs(
  resources: Resources,
  inputs: Inputs,
  options: ReadInputsOptions = {},
): AsyncGenerator<TraceEvent> {
  return readEach(inputs, options, (document) => traceDocument(document, resources));
}

async function* readEach<Result>(
  inputs: Inputs,
  options: ReadInputsOptions,
  read: (document: Document) => Result,
): AsyncGenerator<
  | { readonly kind: 'EXTRACTED'; readonly extraction: Result; readonly input: string; readonly bytes: number }
  | ({ readonly kind: 'FAILED' } & InputFailure)
> {
  for await (const reading of readInputs(inputs, options)) {
    if (reading.kind === 'FAILED') {
      yield reading;
      continue;
    }
    // Signals are heard between documents, for a document is read in one go.
    await nextTurn();
    const extraction = read(reading.document);
    yield { kind: 'EXTRACTED', extraction, input: reading.input, bytes: reading.bytes };
  }
}
