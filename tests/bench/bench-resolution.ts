import { type BenchPart, SEED } from './bench-part.js';
import type { ResolutionMeasure } from './measure-resolution.js';
import { median } from './median.js';
import { runChild } from './run-child.js';

/** How many documents; `CLAIMGRAPH_BENCH_RECORDS` asks for another number, as 10,000 for a look. */
const COUNT = Number(process.env.CLAIMGRAPH_BENCH_RECORDS ?? 100_000);
const LEAST = { precision: 0.97, recall: 0.9 };
const MOST_GROWTH = 1.3;

/** Who is taken for whom over many documents, how long a document takes, and how much memory. */
export const resolution: BenchPart = {
  name: 'resolution',
  about: `entities over ${COUNT.toLocaleString('en-US')} generated records, with limits for right, for growth`,
  run() {
    const measure = runChild('measure-resolution.ts', COUNT, SEED) as ResolutionMeasure;
    const { seconds, memory, referents, entities, scores } = measure;
    console.log(
      `resolution of ${COUNT.toLocaleString('en-US')} records, given directly and not read from texts: ${referents.toLocaleString('en-US')} persons and bodies, in truth ${entities.toLocaleString('en-US')}`,
    );
    console.log('                    precision  recall   (B-cubed)');
    for (const [name, { precision, recall }] of Object.entries(scores)) {
      console.log(`  ${name.padEnd(18)} ${precision.toFixed(3)}     ${recall.toFixed(3)}`);
    }
    const [first = 0, last = 0] = [seconds[0], seconds.at(-1)];
    const each = (tenth: number): string => `${((tenth / COUNT) * 10_000).toFixed(2)} ms`;
    console.log(
      `  a record into the graph: first tenth ${each(first)}, median tenth ${each(median(seconds))}, last tenth ${each(last)}`,
    );
    console.log(`  last over first tenth ${(last / first).toFixed(2)}, at most ${MOST_GROWTH}`);
    console.log(`  heap ${Math.round(memory / 2 ** 20)} MiB, ${Math.round(memory / COUNT)} bytes a document`);
    const { precision, recall } = scores.ours;
    return precision >= LEAST.precision && recall >= LEAST.recall && last / first <= MOST_GROWTH;
  },
};
