import { crc32 } from 'node:zlib';
import { ClaimgraphError } from '../../base/index.js';
import type { GraphReading } from '../knowledge-graph.js';
import { COLUMN_NAMES, COLUMNS, type Columns, type RowsName } from './columns.js';
import { freezeClaims } from './freeze-claims.js';
import { freezeEntities } from './freeze-entities.js';
import { freezeIncidents } from './freeze-incidents.js';
import { freezeJudgements } from './freeze-judgements.js';
import { freezeNames } from './freeze-names.js';
import { freezeRelationships } from './freeze-relationships.js';
import { type Header, writeHeader } from './header.js';
import type { TextColumns } from './texts.js';
import { type Turns, turn } from './turn.js';

/**
 * The bytes of a frozen graph, in chunks of at most a megabyte, which `thawGraph` reads. Before the first of them, and
 * between them, come chunks of no bytes, each after some milliseconds of work, so that whoever takes them can give others
 * turns. Memory for all columns is held until the last chunk.
 * @throws ClaimgraphError INTERRUPTED where the graph is changed meanwhile.
 */
export function* freezeGraph(graph: GraphReading): Generator<Uint8Array, void, undefined> {
  const { version } = graph;
  const steps = writeGraph(graph, version);
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    yield step.value;
    if (graph.version === version) continue;
    throw new ClaimgraphError('INTERRUPTED', 'The graph changed while it was being frozen. Freeze it anew.');
  }
}

function* writeGraph(graph: GraphReading, version: number): Turns<void> {
  const columns = yield* columnsOf(graph);
  const counts: Partial<Record<RowsName, number>> = {};
  const checksums: number[] = [];
  for (const name of COLUMN_NAMES) {
    counts[COLUMNS[name].rows] = columns[name].length - (COLUMNS[name].kind === 'STARTS' ? 1 : 0);
    let checksum = 0;
    for (const part of partsOf(columns[name])) {
      checksum = crc32(part, checksum);
      yield* turn();
    }
    checksums.push(checksum);
  }
  const header = writeHeader({ version, counts: counts as Header['counts'], checksums });
  yield* joined([header, ...COLUMN_NAMES.map((name) => columns[name])]);
}

function* columnsOf(graph: GraphReading): Turns<Columns> {
  const entities = yield* freezeEntities(graph);
  const names = yield* freezeNames(graph, entities);
  const claims = yield* freezeClaims(graph, entities);
  const relationships = yield* freezeRelationships(graph, entities, claims);
  const incidents = yield* freezeIncidents(graph, entities, claims);
  const judgements = yield* freezeJudgements(graph, entities);
  return {
    ...textColumns('documentId', entities.documentIds.finish()),
    ...textColumns('form', names.forms.finish()),
    ...textColumns('text', entities.texts.finish()),
    ...entities.columns,
    ...names.columns,
    ...claims,
    ...relationships,
    ...incidents,
    ...judgements,
  };
}

/** Texts as columns that begin with a name. */
function textColumns<Name extends string>(name: Name, { bytes, starts, wide, slots }: TextColumns) {
  return {
    [`${name}Bytes`]: bytes,
    [`${name}Starts`]: starts,
    [`${name}Wide`]: wide,
    [`${name}Slots`]: slots,
  } as Record<`${Name}Bytes` | `${Name}Wide`, Uint8Array> & Record<`${Name}Starts` | `${Name}Slots`, Uint32Array>;
}

const CHUNK = 1 << 20;

function* partsOf({ buffer, byteOffset, byteLength }: Columns[keyof Columns]): Generator<Uint8Array> {
  for (let start = 0; start < byteLength; start += CHUNK) {
    yield new Uint8Array(buffer, byteOffset + start, Math.min(CHUNK, byteLength - start));
  }
}

/** The bytes of all columns in chunks of a megabyte, of which only the last is shorter. */
function* joined(columns: Iterable<Columns[keyof Columns]>): Turns<void> {
  let chunk = new Uint8Array(CHUNK);
  let filled = 0;
  for (const column of columns) {
    for (let part of partsOf(column)) {
      while (part.length > 0) {
        const taken = part.subarray(0, CHUNK - filled);
        chunk.set(taken, filled);
        filled += taken.length;
        part = part.subarray(taken.length);
        if (filled < CHUNK) continue;
        yield chunk;
        [chunk, filled] = [new Uint8Array(CHUNK), 0];
      }
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}
