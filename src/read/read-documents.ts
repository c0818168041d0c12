import path from 'node:path';
import { ClaimgraphError } from '../base/index.js';
import { detectUtf16 } from './decode-text.js';
import { openBytes } from './open-bytes.js';
import { peekBytes } from './peek-bytes.js';
import { DEFAULT_MAX_DOCUMENT, type RawInput, type Reading, type ReadOptions } from './raw-input.js';
import { READERS, type Reader } from './readers.js';
import { failureOf } from './readings.js';

/**
 * Reads the documents of one input, in order, by the media type given with it, else by its extension, else by its
 * content. Never throws for what an input is or holds: that gives failures, and the documents beside them are read.
 * Options that are left out have the defaults of the command line.
 */
export async function* readDocuments(input: RawInput, options: Partial<ReadOptions> = {}): AsyncIterable<Reading> {
  const whole = {
    maxDocument: options.maxDocument ?? DEFAULT_MAX_DOCUMENT,
    timeAnchor: options.timeAnchor ?? null,
    textColumn: options.textColumn ?? null,
  };
  try {
    const named = readerByName(input);
    if (named !== null) {
      yield* named.read(input, whole);
      return;
    }
    const { head, chunks } = await peekBytes(openBytes(input), HEAD);
    yield* readerByContent(head).read({ ...input, open: () => chunks }, whole);
  } catch (error) {
    yield failureOf(error, input.name);
  }
}

/** Bytes that a format is told by. */
const HEAD = 4096;
/** What programs say that know no media type. */
const UNKNOWN_TYPES = new Set(['', 'application/octet-stream', '*/*']);

function readerByName({ name, mediaType }: RawInput): Reader | null {
  const given = mediaType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!UNKNOWN_TYPES.has(given)) {
    const reader = READERS.find(({ mediaTypes }) => mediaTypes.includes(given));
    if (reader !== undefined) return reader;
    const known = READERS.map(({ mediaTypes }) => mediaTypes[0]).join(', ');
    throw new ClaimgraphError('FORMAT_UNKNOWN', `Expected a media type that is read (${known}), but got "${given}".`);
  }
  const extension = path.extname(name).slice(1).toLowerCase();
  return READERS.find(({ extensions }) => extensions.includes(extension)) ?? null;
}

function readerByContent(head: Uint8Array): Reader {
  const encoding = detectUtf16(head);
  const text = encoding === null ? Buffer.from(head).toString('latin1') : new TextDecoder(encoding).decode(head);
  return READERS.find(({ matches }) => matches(text)) as Reader;
}
