// Ingests generated documents into new SQLite stores, by one thread and by two in turns, in a process of its own, and
// prints the times of each round as JSON. The stores lie in a temporary folder, which is removed.
// usage: node --import tsx tests/bench/measure-workers.ts COUNT WORDS ROUNDS SEED
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { built } from './built.js';
import { generateCorpus } from './generate-corpus.js';
import type { ChunkTimes } from './measure-ingest.js';

/** The times of one round. */
export interface WorkerTimes {
  readonly one: ChunkTimes;
  readonly two: ChunkTimes;
}

const [count, words, rounds, seed] = process.argv.slice(2).map(Number) as [number, number, number, number];
const { createThreadedReader, ingest, ingestAhead } = await built.pipeline();
const { openStore } = await built.store();
const resources = (await built.resources()).loadResources();
const reader = createThreadedReader(resources, 2);
const lines = [...generateCorpus({ count, words, seed })].map((document) => `${JSON.stringify(document)}\n`).join('');
const inputs = [{ name: 'generated.jsonl', mediaType: 'application/x-ndjson', open: () => bytesOf(lines) }];
const folder = mkdtempSync(path.join(tmpdir(), 'claimgraph-bench-'));
let made = 0;

try {
  // The compiler of the JavaScript engine should have done its work in each thread before the first round.
  for (let round = 0; round < 2; round++) await measure();
  const times: WorkerTimes[] = [];
  for (let round = 0; round < rounds; round++) times.push(await measure());
  process.stdout.write(JSON.stringify(times));
} finally {
  await reader.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<WorkerTimes> {
  return { one: await measureOnce(1), two: await measureOnce(2) };
}

async function measureOnce(threads: 1 | 2): Promise<ChunkTimes> {
  const store = await openStore(`sqlite:${path.join(folder, `${++made}.db`)}`);
  const target = { store, resources };
  const start = performance.now();
  const startOfProcessor = process.cpuUsage();
  const events = threads === 1 ? ingest(target, inputs) : ingestAhead(target, inputs, { reader, threads });
  for await (const event of events) if (event.kind !== 'ADDED') throw new Error(`Expected ADDED, got ${event.kind}.`);
  const { user, system } = process.cpuUsage(startOfProcessor);
  const seconds = (performance.now() - start) / 1000;
  await store.close();
  return { seconds, processorSeconds: (user + system) / 1e6 };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
