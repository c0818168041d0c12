import { Writer } from 'n3';
import type { ExportRows } from './export-rows.js';
import { RDF_PREFIXES } from './rdf-names.js';
import { readQuads } from './read-quads.js';
import { writeEach } from './write-each.js';

/** N-Quads in their canonical form, a statement a line. */
export async function* writeNquads(rows: ExportRows): AsyncIterable<string> {
  const writer = new Writer({ format: 'N-Quads' });
  yield* writeEach(readQuads(rows), (quads) => writer.quadsToString([...quads]));
}

/** TriG: claims and their provenance in the default graph, what each says in a graph named after it. */
export async function* writeTrig(rows: ExportRows): AsyncIterable<string> {
  const pieces: string[] = [];
  const writer = new Writer(collectInto(pieces), { format: 'TriG', prefixes: RDF_PREFIXES });
  for await (const resources of readQuads(rows)) {
    writer.addQuads(resources.flat());
    yield pieces.splice(0).join('');
  }
  writer.end();
  yield pieces.join('');
}

/** The stream that n3 writes to; it calls back at once, so that nothing waits in memory. */
function collectInto(pieces: string[]): NodeJS.WritableStream {
  return {
    write(piece: string, _encoding: string, done?: () => void) {
      pieces.push(piece);
      done?.();
      return true;
    },
    end(done?: () => void) {
      done?.();
    },
  } as unknown as NodeJS.WritableStream;
}
