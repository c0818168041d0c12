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
    const resolved = measure('resolution');
    const { referents, entities, scores } = resolved;
    const [records, persons, truth] = [COUNT, referents, entities].map((number) => number.toLocaleString('en-US'));
    console.log(`resolution of ${records} records, given directly and not read from texts:`);
    console.log(`${persons} persons and bodies, in truth ${truth}`);
    console.log('                    precision  recall   (B-cubed)');
    for (const [name, { precision, recall }] of Object.entries(scores)) {
      console.log(`  ${name.padEnd(18)} ${precision.toFixed(3)}     ${recall.toFixed(3)}`);
    }
    const growth = printTimes('resolution', resolved);
    console.log(
      `  of which at most ${MOST_GROWTH} times, and precision and recall at least ${LEAST.precision} and ${LEAST.recall}`,
    );
    printTimes('the whole graph', measure('graph'));
    const { precision, recall } = scores.ours;
    return precision >= LEAST.precision && recall >= LEAST.recall && growth <= MOST_GROWTH;
  },
};

function measure(what: 'resolution' | 'graph'): ResolutionMeasure {
  return runChild('measure-resolution.ts', what, COUNT, SEED) as ResolutionMeasure;
}

/** Gives the last tenth over the first one, each by the median of its parts. */
function printTimes(what: string, { seconds, memory }: ResolutionMeasure): number {
  const tenth = Math.floor(seconds.length / 10);
  const [first, last] = [median(seconds.slice(0, tenth)), median(seconds.slice(-tenth))];
  const each = (part: number): string => `${((part / COUNT) * seconds.length * 1000).toFixed(2)} ms`;
  const times = `first tenth ${each(first)}, last tenth ${each(last)}`;
  console.log(`  ${what}: ${times} a record; last over first ${(last / first).toFixed(2)}`);
  console.log(`    heap ${Math.round(memory / 2 ** 20)} MiB, ${Math.round(memory / COUNT)} bytes a record`);
  return last / first;
}
