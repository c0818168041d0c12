import { ClaimgraphError } from '../base/index.js';
import { CLAIM_FIELDS, type Filter, type Knowledge, parseFilter, pinGraph } from '../query/index.js';
import { createPace } from './create-pace.js';
import type { ExportRows } from './export-rows.js';
import { EXPORTERS, exporterRow } from './exporters.js';
import { readRows } from './read-rows.js';
import { PIECE_LENGTH } from './write-each.js';

/** What an export may be given besides the format. */
export interface ExportOptions {
  /** A filter over CLAIM_FIELDS: only the claims that pass, their relationships, and the entities at the ends of these. */
  readonly where?: unknown;
  /**
   * Only the rows behind that of this id, without a header: what an export that broke off there lacks. The id is as the
   * row has it: that of an entity or relationship, or `<document>/<claim>`. For the formats that are tables.
   */
  readonly after?: string | null;
  /**
   * Only the graph at this position of the change log, and nothing that came later: two exports of one position, format
   * and filter are the same bytes.
   */
  readonly position?: number | null;
  readonly signal?: AbortSignal;
}

/** A part of an export. */
export interface ExportPart {
  /** Never empty. */
  readonly text: string;
  /** Id of the row that it ends with, for `after`; null where a format is no table, and where there is no row yet. */
  readonly last: string | null;
}

/** The graph as `exportParts` writes it, in chunks of text. Throws as that does. */
export function exportGraph(knowledge: Knowledge, format: string, options: ExportOptions = {}): AsyncIterable<string> {
  return textsOf(exportParts(knowledge, format, options));
}

/**
 * Writes the graph in a format of EXPORTERS, in parts of about 64 KiB of text.
 * Memory does not grow with the graph beyond the ids, and for some formats the names, of what is exported: rows are read
 * as they are written, and the texts behind claims come from the store in batches. Equal content gives equal bytes. Where
 * the graph changes meanwhile, each row is as it is when it is written, and no edge is left without its ends.
 * @throws ClaimgraphError FORMAT_UNKNOWN, FILTER_INVALID and ARGUMENT_INVALID at once; POSITION_LEFT, INTERRUPTED, STORE_*, and what `selectClaims` throws while it is read.
 */
export function exportParts(
  knowledge: Knowledge,
  format: string,
  options: ExportOptions = {},
): AsyncIterable<ExportPart> {
  const { write, header = '', writeRows } = exporterRow(format);
  const { after = null, position = null } = options;
  if (after !== null && writeRows === undefined) throw noTable(format);
  const pinned = pinGraph(knowledge);
  const rows = rowsOf(pinned, options);
  const pieces = writeRows === undefined ? withoutIds(write(rows)) : writeRows(rows);
  const pace = createPace(options.signal);
  return joinPieces(after === null ? header : '', pieces, async () => {
    await pace();
    if (position !== null && pinned.position !== position) throw positionLeft(position, pinned.position);
  });
}

/** The rows of what the options choose. @throws ClaimgraphError FILTER_INVALID at once, and the rest while they are read. */
export function rowsOf(knowledge: Knowledge, { where, after = null, signal }: ExportOptions): ExportRows {
  const all = asksForAll(parseFilter(where, CLAIM_FIELDS));
  return readRows(pinGraph(knowledge), { where: all ? null : where, after, signal, pace: createPace(signal) });
}

async function* joinPieces(
  opening: string,
  pieces: AsyncIterable<ExportPart>,
  pace: () => Promise<void>,
): AsyncIterable<ExportPart> {
  let text = opening;
  let last: string | null = null;
  await pace();
  for await (const piece of pieces) {
    await pace();
    text += piece.text;
    last = piece.last;
    if (text.length >= PIECE_LENGTH) {
      yield { text, last };
      text = '';
    }
  }
  await pace();
  if (text !== '') yield { text, last };
}

async function* withoutIds(texts: AsyncIterable<string>): AsyncIterable<ExportPart> {
  for await (const text of texts) yield { text, last: null };
}

async function* textsOf(parts: AsyncIterable<ExportPart>): AsyncIterable<string> {
  for await (const { text } of parts) yield text;
}

/** An empty filter leaves nothing out, also no entity without a relationship. */
function asksForAll(filter: Filter): boolean {
  return filter.kind === 'ALL' && filter.parts.every(asksForAll);
}

function positionLeft(asked: number, position: number): ClaimgraphError {
  return new ClaimgraphError(
    'POSITION_LEFT',
    `The export was to be of position ${asked} of the change log, but the graph is at ${position}; begin anew with that.`,
    { asked, position },
  );
}

function noTable(format: string): ClaimgraphError {
  const tables = EXPORTERS.filter((row) => 'writeRows' in row).map(({ id }) => id);
  return new ClaimgraphError(
    'ARGUMENT_INVALID',
    `Only a table can be taken up behind one of its rows, which ${format} is not; these are: ${tables.join(', ')}.`,
    { format, tables },
  );
}
