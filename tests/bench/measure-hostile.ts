// Run in a child process: a server of the built project under hostile requests, and a good one beside them.
import { performance } from 'node:perf_hooks';
import { hostileRequests, sendHostile } from '../support/hostile-requests.js';
import { createRandom } from './random.js';

/** What came of it, in milliseconds and bytes. */
export interface HostileMeasure {
  readonly requests: number;
  readonly quiet: number;
  readonly beside: number;
}

/** The median time of a good query, before and beside hostile requests to the same server. */
export async function measureHostile(url: string, requests: number): Promise<HostileMeasure> {
  const quiet = await medianOf(url, 50);
  const hostile = hostileRequests(requests, createRandom(7));
  let isOver = false;
  const attack = (async () => {
    for (const one of hostile) await sendHostile(url, one);
    isOver = true;
  })();
  const times: number[] = [];
  while (!isOver) times.push(await timeOf(url));
  await attack;
  return { requests, quiet, beside: median(times) };
}

async function medianOf(url: string, count: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index++) times.push(await timeOf(url));
  return median(times);
}

async function timeOf(url: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ entities(first: 5) { edges { node { name } } } }' }),
  });
  await answer.text();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
