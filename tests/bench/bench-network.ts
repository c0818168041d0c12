import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BenchPart, SEED } from './bench-part.js';
import type { NetworkMeasure, Times } from './measure-network.js';
import { runChild } from './run-child.js';

/** How many entities; `CLAIMGRAPH_BENCH_ENTITIES` asks for another number, as 1,000,000, for which Node needs `--max-old-space-size`. */
const ENTITIES = Number(process.env.CLAIMGRAPH_BENCH_ENTITIES ?? 20_000);

/** What a service is asked, over a network of relationships with heavy tails; each beside a bare counterpart. */
export const network: BenchPart = {
  name: 'network',
  about: `load, paths, neighborhoods, search, pages and exports of ${ENTITIES.toLocaleString('en-US')} entities`,
  run() {
    const folder = mkdtempSync(path.join(tmpdir(), 'claimgraph-bench-'));
    try {
      const file = path.join(folder, 'network.db');
      for (const way of ['MADE', 'KEPT'] as const) {
        print(runChild('measure-network.ts', file, ENTITIES, SEED, way) as NetworkMeasure);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return true;
  },
};

function print(measure: NetworkMeasure): void {
  const { entities, relationships, claims, largestHub, fileBytes, load, keeping, questions, page, exports } = measure;
  if (keeping !== null) {
    const [e, r, c, h] = [entities, relationships, claims, largestHub].map((count) => count.toLocaleString('en-US'));
    console.log(`network of ${e} entities and ${r} relationships of ${c} claims, processor time`);
    console.log(`  largest hub ${h}; the store is ${megabytes(fileBytes)}`);
  }
  const ratio = (load.seconds / load.reading).toFixed(1);
  const read = keeping === null ? 'its bytes' : 'the records';
  console.log(keeping === null ? '  the graph that the store keeps' : '  the graph made of the records');
  console.log(
    `  load from SQLite ${load.seconds.toFixed(1)} s, ${ratio} times reading ${read} (${load.reading.toFixed(1)} s); resident ${megabytes(load.memory)}, ${Math.round(load.memory / claims)} bytes a claim`,
  );
  if (keeping !== null) console.log(`  keeping it took ${keeping.toFixed(1)} s`);
  console.log('                             p50       p95       bare p50  p95');
  for (const [name, { ours, bare }] of Object.entries(questions)) {
    console.log(`  ${name.padEnd(22)} ${timesOf(ours)}   ${timesOf(bare)}`);
  }
  const share = (page.constant / page.entities).toFixed(2);
  console.log(
    `  page of ${page.constantRows} entities through the server ${page.entities.toFixed(1)} ms, a constant list of as many ${page.constant.toFixed(1)} ms: ${share} times the requests a second`,
  );
  for (const [format, { seconds, bytes, above }] of Object.entries(exports)) {
    const speed = Math.round(relationships / seconds).toLocaleString('en-US');
    console.log(
      `  export of ${format.padEnd(10)} ${megabytes(bytes)}: ${speed} relationships/s, ${megabytes(above)} above idle`,
    );
  }
}

function timesOf({ p50, p95 }: Times): string {
  return `${p50.toFixed(1).padStart(6)} ms ${p95.toFixed(1).padStart(6)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
