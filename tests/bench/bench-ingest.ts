import { type BenchPart, SEED } from './bench-part.js';
import type { ChunkTimes } from './measure-ingest.js';
import { runChild } from './run-child.js';

const SIZE = { count: 500, words: 350, chunk: 50 };

/** Documents per second from text to commit, the graph following. */
export const ingest: BenchPart = {
  name: 'ingest',
  about: 'documents per second from text to commit, in memory and in SQLite',
  run() {
    console.log(`ingest of ${SIZE.count} documents of ${SIZE.words} words`);
    for (const kind of ['memory', 'sqlite']) {
      const chunks = runIngest(kind, SIZE);
      const seconds = chunks.reduce((sum, chunk) => sum + chunk.seconds, 0);
      console.log(`  ${kind.padEnd(10)} ${(SIZE.count / seconds).toFixed(1)} documents/s`);
    }
    return true;
  },
};

/** The times of each chunk of an ingest into a store of that kind. */
export function runIngest(
  kind: string,
  size: { readonly count: number; readonly words: number; readonly chunk: number },
): readonly ChunkTimes[] {
  return runChild('measure-ingest.ts', kind, size.count, size.words, size.chunk, SEED) as readonly ChunkTimes[];
}
