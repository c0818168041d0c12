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
  let columns: ReadonlyMap<string, number> | null = null;
  let line = 1;
  let bytes = 0;
  let empty = true;
  for await (const row of parseRows(input, options)) {
    if (row instanceof Error) {
      yield failureOf(explain(row, options), input.name, line);
      return;
    }
    const place = { input: input.name, line, bytes: row.bytes - bytes };
    line = row.lines + 1;
    if (columns === null) {
      columns = readColumns(row.record, options.textColumn);
      continue;
    }
    empty = false;
    const names = columns;
    const reading = readingOf(() => readRow(row.record, names), place, options);
    if (reading.kind === 'DOCUMENT') bytes = row.bytes;
    yield reading;
  }
  if (empty) {
    throw new ClaimgraphError('INPUT_EMPTY', 'Expected a row of column names and rows below it, but there are none.');
  }
}

interface CsvRow {
  /** A character a byte, so that each field can be decoded by itself. */
  readonly record: readonly string[];
  /** Lines and bytes of the input up to its end. */
  readonly lines: number;
  readonly bytes: number;
}

/**
 * The rows of a table, and at its end the error that broke it off, if one did. Rows are taken as the parser finds them:
 * read from it as a stream, those that it had found would be lost with the error.
 */
async function* parseRows(input: RawInput, options: ReadOptions): AsyncIterable<CsvRow | Error> {
  const { head, chunks } = await peekBytes(openPlainBytes(input), HEAD);
  let rows: CsvRow[] = [];
  let failure: Error | null = null;
  const parser = parse({
    encoding: 'latin1',
    delimiter: findDelimiter(head),
    max_record_size: options.maxDocument,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (record: readonly string[], { lines, bytes }) => {
      rows.push({ record, lines, bytes });
      return null;
    },
  });
  parser.on('error', (error) => {
    failure = error;
  });
  for await (const chunk of chunks) {
    await new Promise<void>((resolve) => parser.write(chunk, () => resolve()));
    yield* rows;
    rows = [];
    if (failure !== null) break;
  }
  if (failure === null) await new Promise<void>((resolve) => parser.end(() => resolve()));
  yield* rows;
  if (failure !== null) yield failure;
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

function explain(error: Error, options: ReadOptions): ClaimgraphError {
  const code = error instanceof CsvError ? error.code : null;
  if (code === 'CSV_MAX_RECORD_SIZE') return tooLarge(options.maxDocument);
  const message =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quotation mark opens a field and none closes it; nothing is read from here on.'
      : `The row is not CSV, and nothing is read from here on: ${error.message}`;
  return new ClaimgraphError('INPUT_MALFORMED', message);
}
