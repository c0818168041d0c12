// Sends hostile requests to a server and a good one beside them, in a process of its own, and prints how both fare.
// usage: node --import tsx tests/bench/measure-hostile.ts ENTITIES REQUESTS SEED
import { hostileRequests, sendHostile } from '../support/hostile-requests.js';
import { median } from './median.js';
import { createRandom } from './random.js';
import { startMeasuredServer } from './start-measured-server.js';

/** What came of it, in milliseconds and bytes. */
export interface HostileMeasure {
  /** The median time of a good query, before and beside hostile requests. */
  readonly quiet: number;
  readonly beside: number;
  /** The longest turn of the event loop, of the processor. */
  readonly longestTurn: number;
  /** Heap in use before and behind them. */
  readonly heapBefore: number;
  readonly heapAfter: number;
  readonly faults: number;
}

const QUIET = 60;
const [entities, requests, seed] = process.argv.slice(2).map(Number) as [number, number, number];
const server = await startMeasuredServer(entities, seed);
// The compiler of the JavaScript engine should have done its work before.
await attack(Math.floor(requests / 5), seed + 1);
const quiet: number[] = [];
for (let index = 0; index < QUIET; index++) quiet.push(await askGood());
const { heap: heapBefore } = await server.report();
const beside = await attack(requests, seed);
const { longestTurn, heap: heapAfter, faults } = await server.report();
server.stop();
const measure: HostileMeasure = {
  quiet: median(quiet),
  beside: median(beside),
  longestTurn,
  heapBefore,
  heapAfter,
  faults,
};
process.stdout.write(JSON.stringify(measure));

/** Sends them one after the other, and gives the times of good queries meanwhile. */
async function attack(count: number, random: number): Promise<readonly number[]> {
  let isOver = false;
  const sent = (async () => {
    for (const hostile of hostileRequests(count, createRandom(random))) await sendHostile(server.url, hostile);
    isOver = true;
  })();
  const times: number[] = [];
  while (!isOver) times.push(await askGood());
  await sent;
  return times;
}

async function askGood(): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ entities(first: 5) { edges { node { name } } } }' }),
  });
  await answer.text();
  return performance.now() - started;
}
