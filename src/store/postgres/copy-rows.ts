import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

/** What a column of a copied row can hold. */
export type CopiedValue = string | number | Buffer | null;

/** Writes many rows by COPY, which takes them several times as fast as INSERT does. */
export async function copyRows(
  client: pg.PoolClient,
  into: { readonly table: string; readonly columns: readonly string[] },
  rows: Iterable<readonly CopiedValue[]>,
): Promise<void> {
  const stream = client.query(from(`COPY ${into.table} (${into.columns.join(', ')}) FROM STDIN`));
  await pipeline(Readable.from(encodeRows(rows)), stream);
}

/** The text format of COPY: a line a row, columns parted by tabs, `\N` for null. */
function* encodeRows(rows: Iterable<readonly CopiedValue[]>): Generator<Buffer> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(encodeValue).join('\t')}\n`;
    if (chunk.length < 65_536) continue;
    yield Buffer.from(chunk);
    chunk = '';
  }
  if (chunk !== '') yield Buffer.from(chunk);
}

function encodeValue(value: CopiedValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return `\\\\x${value.toString('hex')}`;
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string) : value;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
