// Writes records through a server on PostgreSQL at a steady rate, and watches when a second server, a process of its own,
// has them in its graph. Prints milliseconds from the commit until then.
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

const committed: number[] = [];
const delays: number[] = [];
const watching = (async () => {
  while (delays.length < Number(count)) {
    const { position } = (await (await fetch(`${address}/health`)).json()) as { readonly position: number };
    const now = performance.now();
    while (delays.length < position) delays.push(Math.max(0, now - (committed[delays.length] ?? now)));
    await wait(10);
  }
})();

const [processorBefore, otherBefore] = [process.cpuUsage(), await processorSecondsOf(address)];
const start = performance.now();
for (const { extraction } of generateRecords({ seed: SEED, count: Number(count) })) {
  const due = start + (committed.length * 1000) / Number(rate);
  if (due > performance.now()) await wait(due - performance.now());
  await knowledge.store.putDocument({ document: documentOf(extraction), extraction }, resources.reading);
  committed.push(performance.now());
}
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(processorBefore);
await watching;
const following = (await processorSecondsOf(address)) - otherBefore;
other.kill('SIGTERM');
await server.stop();
await knowledge.close();

delays.sort((a, b) => a - b);
const times: ReplicaTimes = {
  median: median(delays),
  late: delays[Math.floor(delays.length * 0.99)] ?? Number.NaN,
  last: delays.at(-1) ?? Number.NaN,
  rate: committed.length / seconds,
  writing: (user + system) / 1000 / committed.length,
  following: (following * 1000) / committed.length,
};
process.stdout.write(JSON.stringify(times));

/** Seconds of the processor that a server has taken so far. */
async function processorSecondsOf(server: string): Promise<number> {
  const metrics = await (await fetch(`${server}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)?.[1]);
}
