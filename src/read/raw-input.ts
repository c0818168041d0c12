import type { ErrorCode } from '../base/index.js';
import type { Document } from '../domain/index.js';

/** Bytes that documents can be read from: a file, standard input, or anything else that gives bytes. */
export interface RawInput {
  /** Path as it was given or found; `-` for standard input. */
  readonly name: string;
  /** Null: told by the extension of `name`, else by the content. */
  readonly mediaType: string | null;
  /** Starts reading from the first byte; chunks of any size. May reject or throw: that is a failure of this input. */
  open(): AsyncIterable<Uint8Array>;
}

/** Why an input, or one line of it, gave no document. */
export interface InputFailure {
  readonly input: string;
  /** Of JSON Lines and CSV, counted from 1; null for others. */
  readonly line: number | null;
  /** INPUT_* or FORMAT_UNKNOWN. */
  readonly code: ErrorCode;
  /** One sentence without a line end, for people. */
  readonly reason: string;
}

/** One document of an input, or one failure; an input of many documents gives many of both, in the input's order. */
export type Reading =
  | {
      readonly kind: 'DOCUMENT';
      readonly document: Document;
      /** Bytes of the input that were consumed since the reading before, for progress. */
      readonly bytes: number;
    }
  | { readonly kind: 'FAILURE'; readonly failure: InputFailure };

/** How documents are read. */
export interface ReadOptions {
  /** Bytes; a larger document is refused with INPUT_TOO_LARGE, of JSON Lines, CSV and feeds each one by itself. */
  readonly maxDocument: number;
  /** The day, `YYYY-MM-DD`, that times are counted from where a document has neither dateline nor publication date. */
  readonly timeAnchor: string | null;
  /** The column of CSV that holds the text; null: `text`, else `body`, else `content`. */
  readonly textColumn: string | null;
}

/** Bytes that one document may have where the user sets no other bound. */
export const DEFAULT_MAX_DOCUMENT = 10_000_000;
