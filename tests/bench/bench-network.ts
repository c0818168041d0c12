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
    const measure = runChild('measure-network.ts', ENTITIES, SEED) as NetworkMeasure;
    const { entities, relationships, claims, largestHub, fileBytes, load, questions, page, exports } = measure;
    const [e, r, c, h] = [entities, relationships, claims, largestHub].map((count) => count.toLocaleString('en-US'));
    console.log(`network of ${e} entities and ${r} relationships of ${c} claims, processor time`);
    console.log(`  largest hub ${h}; the store is ${megabytes(fileBytes)}`);
    const ratio = (load.seconds / load.parsing).toFixed(1);
    console.log(
      `  load from SQLite ${load.seconds.toFixed(1)} s, ${ratio} times reading its records (${load.parsing.toFixed(1)} s)`,
    );
    console.log(
      `    heap ${megabytes(load.heap)}, resident ${megabytes(load.memory)}; ${Math.round(load.heap / claims)} bytes a claim`,
    );
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
    return true;
  },
};

function timesOf({ p50, p95 }: Times): string {
  return `${p50.toFixed(1).padStart(6)} ms ${p95.toFixed(1).padStart(6)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
