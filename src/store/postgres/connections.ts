import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { ClaimgraphError } from '../../base/index.js';
import type { PostgresAddress } from './parse-address.js';
import { isPassing, toPostgresError } from './postgres-errors.js';
import type { Tables } from './tables.js';

/** One connection while it is lent: the driver's own, and the query builder over it. */
export interface Connection {
  readonly client: pg.PoolClient;
  readonly query: Kysely<Tables>;
}

/** A connection within a transaction. Its number is null until something is logged in it. */
export interface Transaction extends Connection {
  number: string | null;
}

/** The connections of one store, which outlive a restart of the server: what breaks off is tried again. */
export interface Connections {
  readonly address: PostgresAddress;
  /** @throws ClaimgraphError STORE_UNWRITABLE where they were closed */
  checkOpen(): void;
  /** Runs what only reads, once: whoever gives a wrong address should not wait long to be told. */
  first<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** Runs what only reads. */
  read<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /**
   * Runs a transaction, after those that were begun before. Where the connection is lost while it is committed, the
   * server is asked by the transaction's number whether it was: nothing is done twice, and nothing reported that is lost.
   */
  write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** A connection of its own, outside of the pool. */
  dedicated(): pg.Client;
  /** Waits for writes under way. Closing twice is allowed. */
  close(): Promise<void>;
}

/** How long work that breaks off is tried again, in milliseconds: a server takes seconds to recover from a crash. */
const PATIENCE = 30_000;
const MOST_CONNECTIONS = 8;
const INT8 = 20;

/** Makes no connection yet. */
export function createConnections(address: PostgresAddress, access: 'READ' | 'WRITE'): Connections {
  const config: pg.PoolConfig = {
    connectionString: address.connection,
    options: `${address.options} -c search_path=${address.schema}${access === 'READ' ? ' -c default_transaction_read_only=on' : ''}`,
    application_name: 'claimgraph',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    max: MOST_CONNECTIONS,
    types: { getTypeParser: typeParser },
  };
  const pool = new pg.Pool(config);
  // A connection that is lost while nobody waits for it must not end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  let isClosed = false;
  let lastWrite: Promise<unknown> = Promise.resolve();

  const checkOpen = (): void => {
    if (!isClosed) return;
    const message = `The store ${address.shown} is closed; open it again.`;
    throw new ClaimgraphError('STORE_UNWRITABLE', message, { url: address.shown });
  };
  const patiently = async <Result>(attempt: () => Promise<Result>): Promise<Result> => {
    const deadline = performance.now() + PATIENCE;
    for (let pause = 20; ; pause = Math.min(2 * pause, 1_000)) {
      try {
        return await attempt();
      } catch (error) {
        if (!isPassing(error) || isClosed || performance.now() + pause > deadline)
          throw toPostgresError(error, address.shown);
      }
      await wait(pause);
    }
  };
  return {
    address,
    checkOpen,
    first: (work) => lend(pool, work),
    async read(work) {
      checkOpen();
      return patiently(() => lend(pool, work));
    },
    async write(work) {
      checkOpen();
      const transact = startTransactions(pool, work);
      const next = lastWrite.then(() => patiently(transact));
      lastWrite = next.catch(() => undefined);
      return next;
    },
    dedicated: () => new pg.Client(config),
    async close() {
      if (isClosed) return;
      isClosed = true;
      await lastWrite;
      await pool.end();
    },
  };
}

/** Attempts at one transaction, each of which first finds out what became of the one before. */
function startTransactions<Result>(
  pool: pg.Pool,
  work: (transaction: Transaction) => Promise<Result>,
): () => Promise<Result> {
  let doubtful: { readonly number: string; readonly result: Result } | null = null;
  return async () => {
    if (doubtful !== null) {
      const { number, result } = doubtful;
      if (await lend(pool, (connection) => wasCommitted(connection, number))) return result;
      doubtful = null;
    }
    return lend(pool, async (connection) => {
      await connection.client.query('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE');
      const transaction: Transaction = { ...connection, number: null };
      let result: Result;
      try {
        result = await work(transaction);
      } catch (error) {
        await connection.client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
      const { number } = transaction;
      if (number !== null) doubtful = { number, result };
      await connection.client.query('COMMIT');
      return result;
    });
  };
}

/** Whether the transaction of the number is committed. @throws an error that passes, while it is under way. */
async function wasCommitted({ client }: Connection, number: string): Promise<boolean> {
  const { rows } = await client.query('SELECT pg_xact_status($1::text::xid8) AS status', [number]);
  const { status } = rows[0] as { readonly status: string | null };
  if (status === 'in progress') throw Object.assign(new Error('The transaction is under way.'), { code: '57P03' });
  return status === 'committed';
}

async function lend<Result>(pool: pg.Pool, work: (connection: Connection) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | boolean = false;
  try {
    return await work({ client, query: builderOver(client) });
  } catch (error) {
    // What an error leaves behind on a connection is not looked into: it is given up.
    broken = error instanceof ClaimgraphError ? false : error instanceof Error ? error : true;
    throw error;
  } finally {
    client.release(broken);
  }
}

const BUILDERS = new WeakMap<pg.PoolClient, Kysely<Tables>>();

/** The query builder over one connection, so that what it builds runs in the transaction of all else there. */
function builderOver(client: pg.PoolClient): Kysely<Tables> {
  const known = BUILDERS.get(client);
  if (known !== undefined) return known;
  const only = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => only, end: async () => undefined };
  const made = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as never }) });
  BUILDERS.set(client, made);
  return made;
}

/** Positions and ordinals are numbers: none is beyond 2^53. */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: never) => unknown {
  return oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text');
}
