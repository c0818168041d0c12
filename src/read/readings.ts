import { ClaimgraphError } from '../base/index.js';
import { createDocument, type DocumentFields } from './create-document.js';
import { collectBytes } from './open-bytes.js';
import type { RawInput, Reading, ReadOptions } from './raw-input.js';

/** Makes the `read` of a format whose inputs are one document each, from what turns all bytes into its fields. */
export function readWhole(
  parse: (bytes: Uint8Array, options: ReadOptions) => DocumentFields | Promise<DocumentFields>,
): (input: RawInput, options: ReadOptions) => AsyncIterable<Reading> {
  return async function* read(input, options) {
    const bytes = await collectBytes(input, options.maxDocument);
    const fields = await parse(bytes, options);
    yield { kind: 'DOCUMENT', document: createDocument(fields, options), bytes: bytes.length };
  };
}

/** The failure that an error is, of an input or of one line of it. */
export function failureOf(error: unknown, input: string, line: number | null = null): Reading {
  const known = error instanceof ClaimgraphError;
  const message = error instanceof Error ? error.message : String(error);
  const reason = known ? message : `It cannot be read: ${message}`;
  return {
    kind: 'FAILURE',
    failure: { input, line, code: known ? error.code : 'INPUT_MALFORMED', reason: oneLine(reason) },
  };
}

/** A record of an input, of which there are many: its failure leaves the others alone. */
export function readingOf(
  make: () => DocumentFields,
  place: { readonly input: string; readonly line: number | null; readonly bytes: number },
  options: ReadOptions,
): Reading {
  try {
    return { kind: 'DOCUMENT', document: createDocument(make(), options), bytes: place.bytes };
  } catch (error) {
    return failureOf(error, place.input, place.line);
  }
}

const LONGEST_REASON = 300;

/** Errors of parsers quote their input, which may hold anything. */
function oneLine(reason: string): string {
  const line = reason
    .slice(0, LONGEST_REASON * 4)
    .replaceAll(/[\s\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]+/gu, ' ')
    .trim();
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON).replace(/\p{Surrogate}$/u, '')}…` : line;
}
