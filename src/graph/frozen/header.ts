import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { CHOICES } from './codes.js';
import { COLUMN_NAMES, COLUMNS, type ColumnKinds, type ColumnName, type RowsName } from './columns.js';

/** What is known of the columns before they are read. */
export interface Header {
  /** That of the graph when it was frozen. */
  readonly version: number;
  /** How many there are of what columns have rows of. */
  readonly counts: Readonly<Record<RowsName, number>>;
  /** CRC-32 of each column's bytes, in the order of COLUMN_NAMES. */
  readonly checksums: readonly number[];
}

/** Bytes before the header: `CLGFROZE`, then two numbers of 32 bits, little end first: the header's length and its CRC-32. */
export const PRELUDE = 16;

/** Bytes that a header has at most. */
export const LONGEST_HEADER = 1 << 16;

/** The first bytes of a frozen graph: the prelude, and the header as JSON. */
export function writeHeader(header: Header): Uint8Array {
  const json = Buffer.from(JSON.stringify({ format: FORMAT, ...header }), 'utf8');
  const prelude = Buffer.alloc(PRELUDE);
  prelude.write(MAGIC, 'latin1');
  prelude.writeUInt32LE(json.length, MAGIC.length);
  prelude.writeUInt32LE(crc32(json), MAGIC.length + 4);
  return Buffer.concat([prelude, json]);
}

/** How long the header behind a prelude is; null where it is no prelude, or the header too long. */
export function readPrelude(prelude: Uint8Array): { readonly length: number; readonly checksum: number } | null {
  const bytes = Buffer.from(prelude);
  if (bytes.length !== PRELUDE || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  const length = bytes.readUInt32LE(MAGIC.length);
  return length > LONGEST_HEADER ? null : { length, checksum: bytes.readUInt32LE(MAGIC.length + 4) };
}

/** What the header says; null where it is damaged, or of columns or choices that are not those of now. */
export function readHeader(json: Uint8Array, checksum: number): Header | null {
  if (crc32(json) !== checksum) return null;
  const parsed = HEADER.safeParse(parseJson(Buffer.from(json).toString('utf8')));
  return parsed.success ? (parsed.data as Header) : null;
}

/** How many numbers a column has. */
export function rowsOf(name: ColumnName, counts: Header['counts']): number {
  const { rows, kind } = COLUMNS[name];
  return counts[rows] + (kind === 'STARTS' ? 1 : 0);
}

/** The arrays of the kinds of column. */
export const ARRAYS = {
  U8: Uint8Array,
  U32: Uint32Array,
  STARTS: Uint32Array,
  F64: Float64Array,
} as const satisfies { readonly [Kind in keyof ColumnKinds]: unknown };

const MAGIC = 'CLGFROZE';

/**
 * Changes with the columns and the choices, with the order of bytes in the machine's numbers, which is that of the columns,
 * and with what this number is raised for: another meaning of the same columns.
 */
const FORMAT = `1 ${endianness()} ${crc32(JSON.stringify([COLUMNS, Object.values(CHOICES).map(({ words }) => words)])).toString(16)}`;

const U32 = z.int().min(0).max(0xffffffff);
const HEADER = z.strictObject({
  format: z.literal(FORMAT),
  version: z.int().min(0),
  counts: z.record(z.enum([...new Set(COLUMN_NAMES.map((name) => COLUMNS[name].rows))]), U32),
  checksums: z.array(U32).length(COLUMN_NAMES.length),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
