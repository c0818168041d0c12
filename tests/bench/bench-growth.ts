import { runIngest } from './bench-ingest.js';
import type { BenchPart } from './bench-part.js';
import { median } from './median.js';

const SIZE = { count: 5000, words: 120, chunk: 50 };
/** The last tenth may take at most so many times the first. */
const LIMIT = 1.3;

/**
 * The last tenth of a large ingest over the first one, each by the median of its chunks. What counts is the processor's
 * time: by the clock, another program that runs for a while tells more than the size of the store.
 */
export const growth: BenchPart = {
  name: 'growth',
  about: `whether ingest slows down as the store grows; the one part with a limit, ${LIMIT} times`,
  run() {
    const chunks = runIngest('sqlite', SIZE);
    const processor = growthOf(chunks.map((chunk) => chunk.processorSeconds));
    const clock = growthOf(chunks.map((chunk) => chunk.seconds));
    console.log(`growth over ${SIZE.count} documents of ${SIZE.words} words into SQLite, chunks of ${SIZE.chunk}`);
    console.log(
      `  first tenth  ${milliseconds(processor.first)} a document (${milliseconds(clock.first)} by the clock)`,
    );
    console.log(`  last tenth   ${milliseconds(processor.last)} a document (${milliseconds(clock.last)} by the clock)`);
    console.log(
      `  ratio        ${processor.ratio.toFixed(2)}, at most ${LIMIT} (${clock.ratio.toFixed(2)} by the clock)`,
    );
    return processor.ratio <= LIMIT;
  },
};

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

function milliseconds(seconds: number): string {
  return `${((seconds / SIZE.chunk) * 1000).toFixed(2)} ms`;
}
