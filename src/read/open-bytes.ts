import { ClaimgraphError } from '../base/index.js';
import { detectUtf16, startsWith, UTF8_MARK } from './decode-text.js';
import { peekBytes } from './peek-bytes.js';
import type { RawInput } from './raw-input.js';

/**
 * The bytes of an input in its chunks, none of them empty.
 * @throws ClaimgraphError INPUT_NOT_FOUND or INPUT_UNREADABLE, whatever the input itself throws.
 */
export async function* openBytes(input: RawInput): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of input.open()) {
      const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      if (bytes.length > 0) yield bytes;
    }
  } catch (error) {
    throw asFailure(error);
  }
}

/**
 * All bytes of an input, as one.
 * @throws ClaimgraphError INPUT_EMPTY for none; INPUT_TOO_LARGE for more than `maximum`, which are not held in memory;
 *   INPUT_NOT_FOUND or INPUT_UNREADABLE.
 */
export async function collectBytes(input: RawInput, maximum: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of openBytes(input)) {
    size += chunk.length;
    if (size > maximum) throw tooLarge(maximum);
    // A copy: whoever gave the chunk may fill it again.
    chunks.push(new Uint8Array(chunk));
  }
  if (size === 0) throw new ClaimgraphError('INPUT_EMPTY', 'Expected a text, but the input is empty.');
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks, size);
}

/** The bytes of an input whose line ends, quotation marks and brackets are ASCII: UTF-16 becomes UTF-8, a mark goes. */
export async function* openPlainBytes(input: RawInput): AsyncIterable<Uint8Array> {
  const { head, chunks } = await peekBytes(openBytes(input), SAMPLE);
  const encoding = detectUtf16(head);
  if (encoding === null) {
    yield* startsWith(head, UTF8_MARK) ? skipBytes(chunks, UTF8_MARK.length) : chunks;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}

/** A document over the bound, of a whole input or of one record of it. */
export function tooLarge(maximum: number): ClaimgraphError {
  const message = `A document may have ${maximum} bytes, but this one has more; raise --max-document to read it.`;
  return new ClaimgraphError('INPUT_TOO_LARGE', message, { maximum });
}

/** Bytes that are looked at to tell an encoding. */
const SAMPLE = 4096;

/** The first chunk, which was looked at, is longer than what is left out. */
async function* skipBytes(chunks: AsyncIterable<Uint8Array>, count: number): AsyncIterable<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    yield chunk.subarray(left);
    left = 0;
  }
}

/** What the system says of files, in words for people. */
const SYSTEM_REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'Reading it is not allowed; check its permissions.'],
  ['EPERM', 'Reading it is not allowed; check its permissions.'],
  ['EISDIR', 'Expected a file, but this is a folder.'],
  ['ELOOP', 'Its links lead round in a circle.'],
  ['EMFILE', 'Too many files are open at once.'],
]);

function asFailure(error: unknown): ClaimgraphError {
  if (error instanceof ClaimgraphError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ClaimgraphError('INPUT_NOT_FOUND', 'There is no such file.');
  const reason =
    SYSTEM_REASONS.get(code) ?? `It cannot be read: ${error instanceof Error ? error.message : 'unknown'}.`;
  return new ClaimgraphError('INPUT_UNREADABLE', reason);
}
