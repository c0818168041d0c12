import type { InputFailure, RawInput } from './raw-input.js';

/** How inputs are found. */
export interface FindOptions {
  /** Given to every input; null or absent: each by its extension, else by its content. */
  readonly mediaType?: string | null;
  /** What `-` reads; the process's standard input where absent. */
  readonly standardInput?: () => AsyncIterable<Uint8Array>;
}

/**
 * The inputs that paths name, in order: files; folders with all below them that have a known extension, ascending by
 * path; glob patterns; `-` for standard input. A path that names nothing gives an INPUT_NOT_FOUND failure, and the
 * others go on. Told apart by `'code' in input`, which only a failure has.
 */
export async function* findInputs(
  _paths: readonly string[],
  _options: FindOptions = {},
): AsyncIterable<RawInput | InputFailure> {}
