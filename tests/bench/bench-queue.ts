import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runClaimgraph, startClaimgraph } from '../support/run-claimgraph.js';
import { type ServerProcess, serveClaimgraph } from '../support/serve-claimgraph.js';
import { lacksNats, type NatsServers, startNats } from '../support/start-nats.js';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';
import { type BenchPart, SEED } from './bench-part.js';
import { generateCorpus } from './generate-corpus.js';

const SIZE = { count: 2000, words: 60, workers: 3 };

/**
 * A run through a queue of three servers into PostgreSQL, which two servers of GraphQL follow; a worker, a leader, a backend
 * and a server are killed on the way.
 */
export const queue: BenchPart = {
  name: 'queue',
  about:
    'a queue of three servers, three workers, PostgreSQL and two servers of it, with kills, against ingest into SQLite',
  async run() {
    if (lacksNats() || lacksPostgres()) return true;
    const folder = mkdtempSync(path.join(tmpdir(), 'claimgraph-bench-'));
    const [servers, database] = await Promise.all([startNats(3), startPostgres({ durable: true })]);
    try {
      return await runQueue(folder, servers, database);
    } finally {
      await Promise.all([servers.remove(), database.remove()]);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What is killed, and after which share of the documents. */
interface Fault {
  readonly name: string;
  readonly share: number;
  kill(): Promise<unknown>;
}

async function runQueue(folder: string, servers: NatsServers, database: PostgresServer): Promise<boolean> {
  const documents = generateCorpus({ count: SIZE.count, words: SIZE.words, seed: SEED });
  const lines = [...documents].map((document) => `${JSON.stringify(document)}\n`);
  writeFileSync(path.join(folder, 'wire.jsonl'), lines.join(''));
  const run = async (...words: string[]): Promise<{ readonly output: string; readonly seconds: number }> => {
    const start = performance.now();
    const { exitCode, output, errors } = await runClaimgraph(words, { folder });
    if (exitCode !== 0) throw new Error(`claimgraph ${words[0]} ended with ${exitCode}: ${errors}`);
    return { output, seconds: (performance.now() - start) / 1000 };
  };
  console.log(`${SIZE.count} documents of ${SIZE.words} words, ${SIZE.workers} workers, 3 servers of the queue`);
  const alone = await run('ingest', 'wire.jsonl', '--store', 'sqlite:alone.db', '--quiet');
  console.log(`  ingest into SQLite          ${rate(alone.seconds)}`);
  const address = servers.newAddress('?replicas=3&patience=5');
  const store = database.newAddress();
  console.log(
    `  enqueue                     ${rate((await run('enqueue', 'wire.jsonl', '--queue', address, '--quiet')).seconds)}`,
  );

  const words = ['work', '--queue', address, '--store', store, '--until-empty', '--quiet'];
  const doneAt: number[] = [];
  const workers = Array.from({ length: SIZE.workers }, () => startClaimgraph(words, { folder }));
  const followers = [await serveClaimgraph(store, folder), await serveClaimgraph(store, folder)];
  let restarted: Promise<number> = Promise.resolve(0);
  const restart = async (): Promise<number> => {
    const killedAt = performance.now();
    followers[1] = await serveClaimgraph(store, folder);
    await followers[1].reach(await followers[0]!.position());
    return (performance.now() - killedAt) / 1000;
  };
  const faults: readonly Fault[] = [
    { name: 'worker', share: 0.2, kill: async () => workers[0]!.kill('SIGKILL') },
    { name: 'leader of the queue', share: 0.4, kill: () => servers.killLeader(`${nameOf(address)}-documents`) },
    {
      name: 'server of GraphQL',
      share: 0.55,
      kill: async () => {
        await followers[1]!.kill();
        restarted = restart();
      },
    },
    { name: 'PostgreSQL backend', share: 0.7, kill: () => killBackend(database) },
  ];
  const start = performance.now();
  const killed: { readonly name: string; readonly at: number; readonly left: number }[] = [];
  const hear = (): void => {
    doneAt.push(performance.now());
    const fault = faults[killed.length];
    if (fault === undefined || doneAt.length < fault.share * SIZE.count) return;
    killed.push({ name: fault.name, at: performance.now(), left: SIZE.count - doneAt.length });
    fault.kill().catch((error: unknown) => console.log(`  ${fault.name} could not be killed: ${String(error)}`));
  };
  const codes = await Promise.all(workers.map((worker) => follow(worker, hear)));
  const seconds = (performance.now() - start) / 1000;
  console.log(`  queue into PostgreSQL       ${rate(seconds)}, kills included; exit codes ${codes.join(', ')}`);
  for (const [index, { name, at, left }] of killed.entries()) {
    const gap = longestGap(doneAt, at, killed[index + 1]?.at ?? Number.POSITIVE_INFINITY);
    console.log(`  kill -9 of ${name.padEnd(20)} with ${left} left: a gap of ${gap.toFixed(1)} s`);
  }
  console.log(
    `  the server that was killed answers again, as far as the other one, after ${(await restarted).toFixed(1)} s`,
  );
  const isSame = await compareExports(followers, {
    alone: (await run('export', 'claims', '--store', 'sqlite:alone.db')).output,
    stored: (await run('export', 'claims', '--store', store)).output,
  });
  await Promise.all(followers.map((follower) => follower.kill()));
  return isSame && killed.length === faults.length;
}

/** Whether all have each document once, and the same claims and graph. */
async function compareExports(
  followers: readonly ServerProcess[],
  { alone, stored }: { readonly alone: string; readonly stored: string },
): Promise<boolean> {
  console.log(
    `  the exports are ${stored === alone ? 'equal, byte for byte' : 'NOT EQUAL'} (${alone.length} characters)`,
  );
  const graphs: string[] = [];
  for (const follower of followers) {
    const seconds = await follower.reach(SIZE.count);
    const position = await follower.position();
    const claims = await follower.exported('claims');
    graphs.push(await follower.exported('node-link'));
    console.log(
      `  a server is at position ${position} after ${seconds.toFixed(1)} s more, with ${claims === alone ? 'the same claims' : 'OTHER CLAIMS'}`,
    );
    if (position !== SIZE.count || claims !== alone) return false;
  }
  const isOne = graphs.every((graph) => graph === graphs[0]);
  console.log(`  both servers show ${isOne ? 'the same graph' : 'TWO GRAPHS'} (${graphs[0]?.length} characters)`);
  return stored === alone && isOne;
}

/** Calls `hear` for each document that is safe; gives the exit code. */
function follow(worker: ChildProcessWithoutNullStreams, hear: () => void): Promise<number | null> {
  worker.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    for (const _ of chunk.matchAll(/^(?:added|updated|unchanged) .*\n/gm)) hear();
  });
  let errors = '';
  worker.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  return new Promise((resolve) =>
    worker.once('close', (code) => {
      if (code !== 0 && code !== null) console.log(`  a worker ended: ${errors.trimEnd()}`);
      resolve(code);
    }),
  );
}

/** Kills the process of PostgreSQL that writes at the moment, or any that a worker has. */
async function killBackend(database: PostgresServer): Promise<void> {
  const [row] = await database.run(
    "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend' ORDER BY xact_start NULLS LAST LIMIT 1",
  );
  process.kill(Number(row?.pid), 'SIGKILL');
}

/** Seconds of the longest pause between two documents that ends between two moments. */
function longestGap(doneAt: readonly number[], from: number, until: number): number {
  let longest = 0;
  for (let index = 1; index < doneAt.length; index++) {
    const [before, after] = [doneAt[index - 1]!, doneAt[index]!];
    if (after > from && after <= until) longest = Math.max(longest, after - before);
  }
  return longest / 1000;
}

function nameOf(address: string): string {
  return /\/([^/?]+)\?/.exec(address)?.[1] ?? '';
}

function rate(seconds: number): string {
  return `${(SIZE.count / seconds).toFixed(1).padStart(6)} documents/s`;
}
