import type { BenchPart } from './bench-part.js';
import { median } from './median.js';
import { runChild } from './run-child.js';

const ROUNDS = 7;

/** What `measure-loading.mjs` prints: processor seconds and bytes of resident memory. */
interface Loading {
  readonly modules: number;
  readonly resources: number;
  readonly bytes: number;
  readonly peakBytes: number;
}

/** Processor time and memory of models and word lists, beside a process that loads nothing: by turns, medians of the rounds. */
export const loading: BenchPart = {
  name: 'loading',
  about: 'time and memory of loading models and word lists',
  run() {
    const bare: Loading[] = [];
    const loaded: Loading[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(runChild('measure-loading.mjs', 'nothing') as Loading);
      loaded.push(runChild('measure-loading.mjs', 'resources') as Loading);
    }
    const middle = (runs: readonly Loading[], field: keyof Loading) => median(runs.map((run) => run[field]));
    const above = (field: 'bytes' | 'peakBytes') => (middle(loaded, field) - middle(bare, field)) / 1e6;
    console.log(`loading of models and word lists, processor time, median of ${ROUNDS} rounds`);
    console.log(`  resources                      ${(middle(loaded, 'resources') * 1000).toFixed(0).padStart(5)} ms`);
    console.log(`  modules before them            ${(middle(loaded, 'modules') * 1000).toFixed(0).padStart(5)} ms`);
    console.log(`  memory above bare Node         ${above('bytes').toFixed(0).padStart(5)} MB`);
    console.log(`  peak memory above bare Node    ${above('peakBytes').toFixed(0).padStart(5)} MB`);
    return true;
  },
};
