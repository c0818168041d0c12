import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';
import { runIngest } from './bench-ingest.js';
import type { BenchPart } from './bench-part.js';
import type { CopyTimes } from './measure-copy.js';
import type { ReplicaTimes } from './measure-replica.js';
import { median } from './median.js';
import { runChild } from './run-child.js';

const SIZE = { count: 150, words: 350, chunk: 50 };
const ROUNDS = 3;
const RATE = 200;
const SECONDS = 20;
const COPIED = 100_000;

/** Documents per second into PostgreSQL beside SQLite, by turns, and how soon one server sees what another has written. */
export const postgres: BenchPart = {
  name: 'postgres',
  about: 'documents per second into PostgreSQL beside SQLite, and how soon another server sees them',
  run: () => withPostgres(measureServers),
};

/** The way of a whole store from SQLite to PostgreSQL and back. */
export const copy: BenchPart = {
  name: 'copy',
  about: `a store of ${COPIED} records copied from SQLite to PostgreSQL and back`,
  run: () => withPostgres(measureCopies),
};

async function withPostgres(work: (server: PostgresServer) => boolean): Promise<boolean> {
  if (lacksPostgres()) return true;
  // As it would run anywhere: what is committed is on the disk.
  const server = await startPostgres({ durable: true });
  try {
    return work(server);
  } finally {
    await server.remove();
  }
}

function measureServers(server: PostgresServer): boolean {
  console.log(`ingest of ${SIZE.count} documents of ${SIZE.words} words, median of ${ROUNDS} rounds`);
  const speeds = { sqlite: [] as number[], postgres: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    speeds.sqlite.push(speedOf('sqlite'));
    speeds.postgres.push(speedOf(server.newAddress()));
  }
  const [sqlite, postgres] = [median(speeds.sqlite), median(speeds.postgres)];
  console.log(`  sqlite     ${sqlite.toFixed(1)} documents/s`);
  console.log(`  postgres   ${postgres.toFixed(1)} documents/s, ${(postgres / sqlite).toFixed(2)} times as many`);
  const times = runChild('measure-replica.ts', server.newAddress(), RATE * SECONDS, RATE) as ReplicaTimes;
  console.log(`records written through one server at ${times.rate.toFixed(0)} a second, seen on another`);
  console.log(
    `  median ${times.median.toFixed(0)} ms, 99 of 100 within ${times.late.toFixed(0)} ms, all within ${times.last.toFixed(0)} ms`,
  );
  console.log(
    `  processor time a record: ${times.writing.toFixed(1)} ms to write and follow, ${times.following.toFixed(1)} ms to follow`,
  );
  return true;
}

function speedOf(kind: string): number {
  return SIZE.count / runIngest(kind, SIZE).reduce((sum, { seconds }) => sum + seconds, 0);
}

function measureCopies(server: PostgresServer): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimgraph-bench-'));
  try {
    const times = runChild('measure-copy.ts', folder, server.newAddress(), COPIED) as CopyTimes;
    console.log(`copy of ${times.documents} records and ${times.position} changes`);
    console.log(`  sqlite to postgres, compared   ${times.there.toFixed(0)} s`);
    console.log(`  postgres to sqlite, compared   ${times.back.toFixed(0)} s`);
    console.log(`  the store that came back is ${times.isSame ? 'the same' : 'ANOTHER ONE'}`);
    return times.isSame;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
