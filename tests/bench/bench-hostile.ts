import { type BenchPart, SEED } from './bench-part.js';
import type { HostileMeasure } from './measure-hostile.js';
import { runChild } from './run-child.js';

const ENTITIES = 2000;
const REQUESTS = 500;

/** A server under requests that nobody means well by, beside the same server left alone. */
export const hostile: BenchPart = {
  name: 'hostile',
  about: `${REQUESTS} hostile requests: how long they hold a server, and how a good query fares beside them`,
  run() {
    const measure = runChild('measure-hostile.ts', ENTITIES, REQUESTS, SEED) as HostileMeasure;
    const { quiet, beside, longestTurn, heapBefore, heapAfter, faults } = measure;
    const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
    console.log(`${REQUESTS} hostile requests to a server of ${ENTITIES.toLocaleString('en-US')} entities`);
    console.log(`  a good query alone             ${quiet.toFixed(1).padStart(7)} ms, median`);
    const times = (beside / quiet).toFixed(2);
    console.log(
      `  the same beside them           ${beside.toFixed(1).padStart(7)} ms, ${times} times as long; at most 5`,
    );
    console.log(
      `  longest turn of the event loop ${longestTurn.toFixed(0).padStart(5)}   ms of the processor; at most 200`,
    );
    console.log(
      `  heap before and behind them    ${megabytes(heapBefore)} and ${megabytes(heapAfter)}; faults ${faults}`,
    );
    return true;
  },
};
