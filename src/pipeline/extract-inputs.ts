import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Extraction } from '../domain/index.js';
import type { InputFailure } from '../read/index.js';
import type { Resources } from '../resources/index.js';
import { extractDocument } from './extract-document.js';
import { type Inputs, type ReadInputsOptions, readInputs } from './read-inputs.js';

/** The record of one document, or why there is none. `bytes` of its input were consumed for it. */
export type ExtractEvent =
  | { readonly kind: 'EXTRACTED'; readonly extraction: Extraction; readonly input: string; readonly bytes: number }
  | ({ readonly kind: 'FAILED' } & InputFailure);

/**
 * Reads the inputs into extraction records, in order, without a store. The next document is read when it is asked for,
 * so that a slow reader of the records holds everything back.
 */
export async function* extractInputs(
  resources: Resources,
  inputs: Inputs,
  options: ReadInputsOptions = {},
): AsyncGenerator<ExtractEvent> {
  for await (const reading of readInputs(inputs, options)) {
    if (reading.kind === 'FAILED') {
      yield reading;
      continue;
    }
    // Signals are heard between documents, for a document is read in one go.
    await nextTurn();
    const extraction = extractDocument(reading.document, resources);
    yield { kind: 'EXTRACTED', extraction, input: reading.input, bytes: reading.bytes };
  }
}
