import { CLAIM_FIELDS, type Filter, type Knowledge, parseFilter } from '../query/index.js';
import { createPace } from './create-pace.js';
import type { ExportRows } from './export-rows.js';
import { exporterRow } from './exporters.js';
import { readRows } from './read-rows.js';

/** What an export may be given besides the format. */
export interface ExportOptions {
  /** A filter over CLAIM_FIELDS: only the claims that pass, their relationships, and the entities at the ends of these. */
  readonly where?: unknown;
  readonly signal?: AbortSignal;
}

const CHUNK_LENGTH = 64 * 1024;

/**
 * Writes the graph in a format of EXPORTERS, in chunks of about 64 KiB of text, never an empty one.
 * Memory does not grow with the graph beyond the ids, and for some formats the names, of what is exported: rows are read as they are written, and the
 * evidence of claims comes from the store in batches. Equal content gives equal bytes. Where the graph changes
 * meanwhile, each row is as it is when it is written, and no edge is left without its ends.
 * @throws ClaimgraphError FORMAT_UNKNOWN and FILTER_INVALID at once; INTERRUPTED, STORE_*, and what `selectClaims` throws while it is read.
 */
export function exportGraph(knowledge: Knowledge, format: string, options: ExportOptions = {}): AsyncIterable<string> {
  const row = exporterRow(format);
  return inChunks(row.write(rowsOf(knowledge, options)), createPace(options.signal));
}

/** The rows of what the options choose. @throws ClaimgraphError FILTER_INVALID at once, and the rest while they are read. */
export function rowsOf(knowledge: Knowledge, { where, signal }: ExportOptions): ExportRows {
  const all = asksForAll(parseFilter(where, CLAIM_FIELDS));
  return readRows(knowledge, { where: all ? null : where, signal, pace: createPace(signal) });
}

async function* inChunks(pieces: AsyncIterable<string>, pace: () => Promise<void>): AsyncIterable<string> {
  let chunk = '';
  await pace();
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
    await pace();
  }
  if (chunk !== '') yield chunk;
}

/** An empty filter leaves nothing out, also no entity without a relationship. */
function asksForAll(filter: Filter): boolean {
  return filter.kind === 'ALL' && filter.parts.every(asksForAll);
}
