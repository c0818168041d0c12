import { ClaimgraphError } from '../base/index.js';
import { type DocumentFields, LONGEST_ID } from './create-document.js';
import { decodeText } from './decode-text.js';
import { isWellFormed } from './normalize-text.js';
import { openPlainBytes, tooLarge } from './open-bytes.js';
import type { RawInput, Reading, ReadOptions } from './raw-input.js';
import { failureOf, readingOf } from './readings.js';
import { splitLines } from './split-lines.js';

/** Reads JSON Lines: a document a line, in memory for one of them. Blank lines are passed over. */
export async function* readJsonLines(input: RawInput, options: ReadOptions): AsyncIterable<Reading> {
  let bytes = 0;
  let empty = true;
  for await (const line of splitLines(openPlainBytes(input), options.maxDocument)) {
    bytes += line.size;
    if (line.bytes === null) {
      empty = false;
      yield failureOf(tooLarge(options.maxDocument), input.name, line.number);
      continue;
    }
    if (isBlankLine(line.bytes)) continue;
    empty = false;
    const source = line.bytes;
    const reading = readingOf(() => readRecord(source), { input: input.name, line: line.number, bytes }, options);
    if (reading.kind === 'DOCUMENT') bytes = 0;
    yield reading;
  }
  if (empty) throw new ClaimgraphError('INPUT_EMPTY', 'Expected one JSON object a line, but there is none.');
}

/** The fields of a record beside its text; all may be left out or null. */
const FIELDS = ['id', 'title', 'source', 'url', 'publishedAt'] as const;

function isBlankLine(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function readRecord(bytes: Uint8Array): DocumentFields {
  const record = parseObject(decodeText(bytes));
  const text = readField(record, 'text');
  if (text === null) throw malformed('Expected a "text" that is a string, but there is none.');
  const fields = Object.fromEntries(FIELDS.map((name) => [name, readField(record, name)]));
  checkRecordId(fields.id ?? null);
  return { ...fields, text };
}

function parseObject(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw malformed(`Expected one JSON object, but this is not JSON: ${(error as Error).message}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw malformed(`Expected one JSON object, but got ${nameType(value)}.`);
}

function readField(record: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = Object.hasOwn(record, name) ? record[name] : null;
  if (value === null || typeof value === 'string') return value;
  throw malformed(`Expected "${name}" to be a string, but got ${nameType(value)}.`);
}

function checkRecordId(id: string | null): void {
  if (id === null) return;
  if (id.trim() === '') throw malformed('Expected "id" to name the document, but it is blank; leave it out.');
  if (id.length > LONGEST_ID)
    throw malformed(`Expected "id" of at most ${LONGEST_ID} characters, but got ${id.length}.`);
  if (!isWellFormed(id)) throw malformed('Expected "id" to be well-formed, but it has half of a surrogate pair.');
}

function nameType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function malformed(message: string): ClaimgraphError {
  return new ClaimgraphError('INPUT_MALFORMED', message);
}
