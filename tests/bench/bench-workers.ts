import { type BenchPart, SEED } from './bench-part.js';
import type { WorkerTimes } from './measure-workers.js';
import { median } from './median.js';
import { runChild } from './run-child.js';

/** In shorter rounds the threads' own compiling is much of what is measured. */
const SIZE = { count: 600, words: 350, rounds: 4 };

/**
 * How much faster two threads ingest than one, by the clock, which tells something on two idle cores alone. The processor's
 * time says what two threads take beyond one: each compiles for itself, and the records pass between them.
 */
export const workers: BenchPart = {
  name: 'workers',
  about: 'how much faster two threads ingest than one',
  run() {
    const rounds = runChild('measure-workers.ts', SIZE.count, SIZE.words, SIZE.rounds, SEED) as readonly WorkerTimes[];
    console.log(
      `ingest of ${SIZE.count} documents of ${SIZE.words} words into SQLite, median of ${SIZE.rounds} rounds`,
    );
    for (const threads of ['one', 'two'] as const) {
      const seconds = median(rounds.map((round) => round[threads].seconds));
      const processor = median(rounds.map((round) => round[threads].processorSeconds));
      const rate = (SIZE.count / seconds).toFixed(1);
      console.log(`  ${threads}  ${rate.padStart(6)} documents/s, ${milliseconds(processor)} of processor a document`);
    }
    const clock = median(rounds.map(({ one, two }) => one.seconds / two.seconds));
    const work = median(rounds.map(({ one, two }) => two.processorSeconds / one.processorSeconds));
    console.log(`  two threads are ${clock.toFixed(2)} times as fast as one by the clock of this machine`);
    console.log(`  a document takes ${work.toFixed(2)} times the processor time by two threads`);
    return true;
  },
};

function milliseconds(seconds: number): string {
  return `${((seconds / SIZE.count) * 1000).toFixed(1)} ms`;
}
