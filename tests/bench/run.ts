// Measures the built project on seeded, generated documents and names the machine; `npm run bench` builds and runs it.
// Leaves with 1 where ingest slows down as the store grows.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChunkTimes } from './measure-ingest.js';
import { median } from './median.js';

const SEED = 20_310_310;
const ROUNDS = 5;
const INGEST = { count: 500, words: 350, chunk: 50 };
const GROWTH = { count: 5000, words: 120, chunk: 50, limit: 1.3 };
const folder = path.dirname(fileURLToPath(import.meta.url));

if (!existsSync(path.join(folder, '../../dist/pipeline/index.js'))) {
  console.error('bench: expected the built project in dist/, but it is not there; run "npm run build" first.');
  process.exit(2);
}
const processor = cpus()[0]?.model ?? 'unknown processor';
const gigabytes = Math.round(totalmem() / 2 ** 30);
console.log(`${processor}, ${cpus().length} cores, ${gigabytes} GB, Node ${process.version}, ${process.platform}`);
console.log(`generated documents, seed ${SEED}\n`);
compareReading();
measureIngest();
measureGrowth();

/** Words per second of the whole extract beside compromise alone: a process each, by turns, medians of the rounds. */
function compareReading(): void {
  const rates = { extract: [] as number[], compromise: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const subject of ['extract', 'compromise'] as const) {
      const { words, seconds } = runChild('measure-words.ts', subject, SEED) as { words: number; seconds: number };
      rates[subject].push(words / seconds);
    }
  }
  const extract = median(rates.extract);
  const compromise = median(rates.compromise);
  console.log(`reading, median of ${ROUNDS} rounds`);
  console.log(`  whole extract                                      ${format(extract)} words/s`);
  console.log(`  compromise with people, places and organizations   ${format(compromise)} words/s`);
  console.log(`  ratio                                              ${(extract / compromise).toFixed(2)}\n`);
}

/** Documents per second from text to commit, the graph following. */
function measureIngest(): void {
  console.log(`ingest of ${INGEST.count} documents of ${INGEST.words} words`);
  for (const kind of ['memory', 'sqlite']) {
    const chunks = runIngest(kind, INGEST);
    const seconds = chunks.reduce((sum, chunk) => sum + chunk.seconds, 0);
    console.log(`  ${kind.padEnd(10)} ${(INGEST.count / seconds).toFixed(1)} documents/s`);
  }
  console.log('');
}

/**
 * The last tenth of a large ingest over the first one, each by the median of its chunks. What counts is the processor's
 * time: by the clock, another program that runs for a while tells more than the size of the store.
 */
function measureGrowth(): void {
  const chunks = runIngest('sqlite', GROWTH);
  const processor = growthOf(chunks.map((chunk) => chunk.processorSeconds));
  const clock = growthOf(chunks.map((chunk) => chunk.seconds));
  console.log(`growth over ${GROWTH.count} documents of ${GROWTH.words} words into SQLite, chunks of ${GROWTH.chunk}`);
  console.log(`  first tenth  ${milliseconds(processor.first)} a document (${milliseconds(clock.first)} by the clock)`);
  console.log(`  last tenth   ${milliseconds(processor.last)} a document (${milliseconds(clock.last)} by the clock)`);
  console.log(
    `  ratio        ${processor.ratio.toFixed(2)}, at most ${GROWTH.limit} (${clock.ratio.toFixed(2)} by the clock)`,
  );
  if (processor.ratio > GROWTH.limit) process.exitCode = 1;
}

function growthOf(chunks: readonly number[]): {
  readonly first: number;
  readonly last: number;
  readonly ratio: number;
} {
  const tenth = Math.floor(chunks.length / 10);
  const first = median(chunks.slice(0, tenth));
  const last = median(chunks.slice(-tenth));
  return { first, last, ratio: last / first };
}

function runIngest(kind: string, size: { count: number; words: number; chunk: number }): readonly ChunkTimes[] {
  return runChild('measure-ingest.ts', kind, size.count, size.words, size.chunk, SEED) as readonly ChunkTimes[];
}

/** What the script prints, as JSON. */
function runChild(script: string, ...words: readonly (string | number)[]): unknown {
  const given = ['--import', 'tsx', path.join(folder, script), ...words.map(String)];
  const output = execFileSync(process.execPath, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(output);
}

function format(rate: number): string {
  return Math.round(rate).toLocaleString('en-US').padStart(8);
}

function milliseconds(seconds: number): string {
  return `${((seconds / GROWTH.chunk) * 1000).toFixed(2)} ms`;
}
