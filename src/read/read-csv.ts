import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ClaimgraphError } from '../base/index.js';
import type { DocumentFields } from './create-document.js';
import { decodeText } from './decode-text.js';
import { openPlainBytes, tooLarge } from './open-bytes.js';
import { peekBytes } from './peek-bytes.js';
import type { RawInput, Reading, ReadOptions } from './raw-input.js';
import { failureOf, readingOf } from './readings.js';

/**
 * Reads a table of comma-, semicolon- or tab-separated values whose first row names its columns: a document a row, in
 * memory for one of them. A row that breaks the format, or is over the bound, ends the reading, for nobody knows where
 * the next one begins.
 */
export async function* readCsv(input: RawInput, options: ReadOptions): AsyncIterable<Reading> {
  const { head, chunks } = await peekBytes(openPlainBytes(input), HEAD);
  const parser = parse({
    // A character a byte, so that each field can be decoded by itself.
    encoding: 'latin1',
    delimiter: findDelimiter(head),
    info: true,
    max_record_size: options.maxDocument,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  pipeline(Readable.from(chunks, { objectMode: false }), parser, () => {});
  let columns: ReadonlyMap<string, number> | null = null;
  let line = 1;
  let bytes = 0;
  let empty = true;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRow>) {
      const row = { input: input.name, line, bytes: info.bytes - bytes };
      line = info.lines + 1;
      if (columns === null) {
        columns = readColumns(record, options.textColumn);
        continue;
      }
      empty = false;
      const names = columns;
      const reading = readingOf(() => readRow(record, names), row, options);
      if (reading.kind === 'DOCUMENT') bytes = info.bytes;
      yield reading;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield failureOf(explain(error, options), input.name, line);
    return;
  }
  if (empty)
    throw new ClaimgraphError('INPUT_EMPTY', 'Expected a row of column names and rows below it, but there are none.');
}

/** Bytes that are looked at for the first row. */
const HEAD = 16_384;

/** The separator that the first row has most of. */
function findDelimiter(head: Uint8Array): string {
  const row = Buffer.from(head)
    .toString('latin1')
    .split(/[\r\n]/, 1)[0] as string;
  const count = (delimiter: string) => row.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number; readonly bytes: number };
}

/** Columns that hold the text where the user names none, the first that is there. */
const TEXT_COLUMNS = ['text', 'body', 'content'];
/** Columns of each field, the first that is there; any case. */
const FIELD_COLUMNS = {
  id: ['id'],
  title: ['title', 'headline'],
  source: ['source', 'publisher'],
  url: ['url', 'link'],
  publishedAt: ['publishedat', 'published_at', 'published', 'date'],
} as const satisfies Readonly<Record<Exclude<keyof DocumentFields, 'text'>, readonly string[]>>;

function readColumns(header: readonly string[], textColumn: string | null): ReadonlyMap<string, number> {
  const names = header.map((name) => decodeField(name).trim());
  const find = (wanted: readonly string[]) =>
    wanted.map((name) => names.findIndex((column) => column.toLowerCase() === name)).find((index) => index !== -1);
  const exact = textColumn === null ? -1 : names.indexOf(textColumn);
  const text = exact !== -1 ? exact : find(textColumn === null ? TEXT_COLUMNS : [textColumn.toLowerCase()]);
  if (text === undefined) {
    const expected = textColumn === null ? TEXT_COLUMNS.map((name) => `"${name}"`).join(', ') : `"${textColumn}"`;
    const got = names
      .slice(0, 20)
      .map((name) => `"${name.slice(0, 40)}"`)
      .join(', ');
    const message = `Expected a column ${expected} that holds the text, but got ${got}; name it with --text-column.`;
    throw new ClaimgraphError('INPUT_MALFORMED', message);
  }
  const columns = new Map([['text', text]]);
  for (const [field, wanted] of Object.entries(FIELD_COLUMNS)) {
    const index = find(wanted);
    if (index !== undefined && index !== text) columns.set(field, index);
  }
  return columns;
}

function readRow(record: readonly string[], columns: ReadonlyMap<string, number>): DocumentFields {
  const fields = Object.fromEntries([...columns].map(([name, index]) => [name, decodeField(record[index] ?? '')]));
  return { ...fields, text: fields.text ?? '' };
}

function decodeField(field: string): string {
  return decodeText(Buffer.from(field, 'latin1'));
}

function explain(error: CsvError, options: ReadOptions): ClaimgraphError {
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLarge(options.maxDocument);
  const message =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quotation mark opens a field and none closes it; nothing is read from here on.'
      : `The row is not CSV, and nothing is read from here on: ${error.message}`;
  return new ClaimgraphError('INPUT_MALFORMED', message);
}
