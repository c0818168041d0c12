import { type BenchPart, SEED } from './bench-part.js';
import type { LengthTimes } from './measure-length.js';
import { median } from './median.js';
import { runChild } from './run-child.js';

const ROUNDS = 3;
const LENGTHS = [10_000, 100_000, 1_000_000];

/** Time a word and peak memory of one document, by its length: medians of the rounds. */
export const length: BenchPart = {
  name: 'length',
  about: 'time a word and peak memory of documents of 10 kB, 100 kB and 1 MB',
  run() {
    console.log(`one document by its length, processor time, median of ${ROUNDS} rounds`);
    for (const characters of LENGTHS) {
      const runs = Array.from({ length: ROUNDS }, () => runChild('measure-length.ts', characters, SEED) as LengthTimes);
      const microseconds = median(runs.map(({ words, processorSeconds }) => (processorSeconds / words) * 1e6));
      const megabytes = median(runs.map(({ bytes, peakBytes }) => Math.max(0, peakBytes - bytes))) / 1e6;
      const size = `${(characters / 1000).toLocaleString('en-US')} kB`.padStart(8);
      console.log(
        `  ${size}   ${microseconds.toFixed(1).padStart(6)} µs a word   ${megabytes.toFixed(0).padStart(5)} MB at most beside what was there`,
      );
    }
    return true;
  },
};
