import { ClaimgraphError } from '../../base/index.js';
import type { GraphReading } from '../knowledge-graph.js';
import { type ByteSource, openByteSource } from './byte-source.js';
import { COLUMN_NAMES, COLUMNS, type Columns } from './columns.js';
import { ARRAYS, type Header, PRELUDE, readHeader, readPrelude, rowsOf } from './header.js';
import { readFrozen } from './read-frozen.js';

/**
 * The graph that `freezeGraph` wrote, for reading: what it is asked it answers as the graph did that was frozen, and it
 * never changes. Chunks may be cut anywhere; each is copied into its column when it comes, and memory is only taken for a
 * column when its bytes begin to come.
 * @throws ClaimgraphError INDEX_UNREADABLE where the bytes are none of freezeGraph's as it is now, cut off or damaged.
 */
export async function thawGraph(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<GraphReading> {
  const source = openByteSource(chunks);
  const header = await takeHeader(source);
  const columns: Record<string, ArrayBufferView> = {};
  for (const [place, name] of COLUMN_NAMES.entries()) {
    const rows = rowsOf(name, header.counts);
    const array = await takeColumn(source, { kind: COLUMNS[name].kind, rows, checksum: header.checksums[place]! });
    if (array === null) throw unreadable(`the column ${name} is damaged`);
    columns[name] = array;
  }
  if (!(await source.isAtEnd())) throw unreadable('something follows after the end');
  return readFrozen(columns as unknown as Columns, header.version);
}

async function takeHeader(source: ByteSource): Promise<Header> {
  const first = new Uint8Array(PRELUDE);
  const prelude = (await source.fill(first)) ? readPrelude(first) : null;
  if (prelude === null) throw unreadable('they do not begin as those of a frozen graph');
  const json = new Uint8Array(prelude.length);
  const header = (await source.fill(json)) ? readHeader(json, prelude.checksum) : null;
  if (header === null) throw unreadable('their header is damaged, or of another version of Claimgraph');
  return header;
}

/** Null where its bytes do not come whole. */
async function takeColumn(
  source: ByteSource,
  { kind, rows, checksum }: { readonly kind: keyof typeof ARRAYS; readonly rows: number; readonly checksum: number },
): Promise<ArrayBufferView | null> {
  if (rows > 0 && (await source.isAtEnd())) return null;
  const array = allocate(kind, rows);
  if (array === null) return null;
  const bytes = new Uint8Array(array.buffer);
  return (await source.fill(bytes)) && source.checksum() === checksum ? array : null;
}

/** Null where there is not so much memory. */
function allocate(kind: keyof typeof ARRAYS, rows: number) {
  try {
    return new ARRAYS[kind](rows);
  } catch {
    return null;
  }
}

function unreadable(reason: string): ClaimgraphError {
  return new ClaimgraphError(
    'INDEX_UNREADABLE',
    `Expected the bytes of a frozen graph, but ${reason}. Make it anew from the store's record.`,
  );
}
