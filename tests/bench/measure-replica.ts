// Writes records through a server on PostgreSQL at a steady rate, several at once as clients do, and watches when a second
// server, a process of its own, has them in its graph. Prints milliseconds from the commit until then.
// usage: node --import tsx tests/bench/measure-replica.ts POSTGRES_URL COUNT RATE
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { documentOf } from '../support/build-extraction.js';
import { SEED } from './bench-part.js';
import { built } from './built.js';
import { generateRecords } from './generate-records.js';
import { median } from './median.js';

/** Milliseconds until what was written was seen; `late` of the 99th of a hundred. */
export interface ReplicaTimes {
  readonly median: number;
  readonly late: number;
  readonly last: number;
  /** Records a second that were written. */
  readonly rate: number;
  /** Milliseconds of the processor for each record, of the one server and of the other: a busy machine makes them no more. */
  readonly writing: number;
  readonly following: number;
}

/** Clients that each write one record after another. */
const CLIENTS = 4;

const [url = '', count = '0', rate = '1'] = process.argv.slice(2);
const { openKnowledge } = await built.pipeline();
const { startServer } = await built.api();
const resources = (await built.resources()).loadResources();
const knowledge = await openKnowledge(url, { resources });
const server = await startServer({ knowledge, port: 0 });

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const other = spawn(process.execPath, [program, 'serve', '--store', url, '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [said] = (await once(other.stdout, 'data')) as [Buffer];
const address = String(said).split('\n')[0] as string;
other.stdout.resume();

/** When each document was acknowledged, by id; when each position of the log was seen, from the first on. */
const committed = new Map<string, number>();
const seen: number[] = [];
const watching = (async () => {
  while (seen.length < Number(count)) {
    const { position } = (await (await fetch(`${address}/health`)).json()) as { readonly position: number };
    while (seen.length < position) seen.push(performance.now());
    await wait(10);
  }
})();

const [processorBefore, otherBefore] = [process.cpuUsage(), await processorSecondsOf(address)];
const start = performance.now();
const records = generateRecords({ seed: SEED, count: Number(count) });
let begun = 0;
await Promise.all(Array.from({ length: CLIENTS }, write));
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(processorBefore);
await watching;
const following = (await processorSecondsOf(address)) - otherBefore;
other.kill('SIGTERM');
const delays = (await knowledge.store.changes({ after: 0, limit: Number(count) }))
  .map((change, index) => seen[index]! - committed.get('documentId' in change ? change.documentId : '')!)
  // It may be seen before the answer is on its way to the client.
  .map((delay) => Math.max(0, delay))
  .sort((a, b) => a - b);
await server.stop();
await knowledge.close();
const times: ReplicaTimes = {
  median: median(delays),
  late: delays[Math.floor(delays.length * 0.99)] ?? Number.NaN,
  last: delays.at(-1) ?? Number.NaN,
  rate: committed.size / seconds,
  writing: (user + system) / 1000 / committed.size,
  following: (following * 1000) / committed.size,
};
process.stdout.write(JSON.stringify(times));

/** Writes records as they are due, each after the one before is acknowledged. */
async function write(): Promise<void> {
  for (;;) {
    const due = start + (begun++ * 1000) / Number(rate);
    const { value: record } = records.next();
    if (record === undefined) return;
    const { extraction } = record;
    if (due > performance.now()) await wait(due - performance.now());
    await knowledge.store.putDocument({ document: documentOf(extraction), extraction }, resources.reading);
    committed.set(extraction.id, performance.now());
  }
}

/** Seconds of the processor that a server has taken so far. */
async function processorSecondsOf(server: string): Promise<number> {
  const metrics = await (await fetch(`${server}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1]);
}
