// Ingests generated documents into a new store whose graph follows, in a process of its own, and prints the times
// of each chunk. A store in SQLite lies in a temporary folder, which is removed.
// usage: node --import tsx tests/bench/measure-ingest.ts memory|sqlite|POSTGRES_URL COUNT WORDS CHUNK SEED
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { built } from './built.js';
import { type GeneratedDocument, generateCorpus } from './generate-corpus.js';

/** How long a chunk took, by the clock and of the processor. */
export interface ChunkTimes {
  readonly seconds: number;
  readonly processorSeconds: number;
}

const [kind, ...numbers] = process.argv.slice(2);
const [count, words, chunkSize, seed] = numbers.map(Number) as [number, number, number, number];
const { createDocument } = await built.read();
const { addDocuments, openKnowledge } = await built.pipeline();
const resources = (await built.resources()).loadResources();

const folder = mkdtempSync(path.join(tmpdir(), 'claimgraph-bench-'));
try {
  // The compiler of the JavaScript engine should have done its work before the first chunk.
  await ingest('memory:', generateCorpus({ count: 200, words, seed: seed + 1 }));
  const url = { memory: 'memory:', sqlite: `sqlite:${path.join(folder, 'bench.db')}` }[kind ?? ''] ?? (kind as string);
  process.stdout.write(JSON.stringify(await ingest(url, generateCorpus({ count, words, seed }))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Times of each chunk, in order: from text to commit, the graph caught up. */
async function ingest(url: string, documents: Iterable<GeneratedDocument>): Promise<readonly ChunkTimes[]> {
  const knowledge = await openKnowledge(url, { resources });
  const times: ChunkTimes[] = [];
  const flush = async (chunk: readonly GeneratedDocument[]): Promise<void> => {
    const start = performance.now();
    const startOfProcessor = process.cpuUsage();
    await addDocuments(
      knowledge,
      chunk.map((document) => createDocument(document)),
    );
    await knowledge.catchUp();
    const { user, system } = process.cpuUsage(startOfProcessor);
    times.push({ seconds: (performance.now() - start) / 1000, processorSeconds: (user + system) / 1e6 });
  };
  let chunk: GeneratedDocument[] = [];
  for (const document of documents) {
    chunk.push(document);
    if (chunk.length < chunkSize) continue;
    await flush(chunk);
    chunk = [];
  }
  if (chunk.length > 0) await flush(chunk);
  await knowledge.close();
  return times;
}
