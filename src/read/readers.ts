import type { RawInput, Reading, ReadOptions } from './raw-input.js';

/** One input format: a row of READERS. */
export interface Reader {
  /** Upper case, as `PLAIN_TEXT`. */
  readonly id: string;
  /** Lower case, the usual one first. */
  readonly mediaTypes: readonly string[];
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** One sentence for people. */
  readonly description: string;
  readonly read: (input: RawInput, options: ReadOptions) => AsyncIterable<Reading>;
}

/** Every input format, in the order in which a content is tried. */
export const READERS: readonly Reader[] = [];
