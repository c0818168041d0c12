import { randomUUID } from 'node:crypto';
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

/** A connection within a transaction. */
export interface Transaction extends Connection {
  /** Names what is written; the same when it is tried again. */
  readonly token: string;
  /** The rows of the last statement that opened it; none where nothing but a BEGIN did. */
  readonly opened: readonly unknown[];
  /** In the log; null until something is logged. */
  position: number | null;
}

/** What is done in a transaction; it may be done again where a connection was lost. */
export type TransactionWork<Result> = (transaction: Transaction) => Promise<Result>;

/** The connections of one store, which outlive a restart of the server: what breaks off is tried again. */
export interface Connections {
  readonly address: PostgresAddress;
  /** @throws ClaimgraphError STORE_UNWRITABLE where they were closed */
  checkOpen(): void;
  /** Runs what only reads, once: whoever gives a wrong address should not wait long to be told. */
  first<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** Runs what only reads. */
  read<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** Runs a transaction in a turn of its own. */
  write<Result>(work: TransactionWork<Result>): Promise<Result>;
  /** Runs what writes, after all that was begun before. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * Runs a transaction within a turn; statements without parameters may go to the server together with the BEGIN. Where
   * the connection is lost while it is committed, the log is asked whether it was: nothing that is logged is done twice,
   * and nothing reported that is lost.
   */
  transact<Result>(work: TransactionWork<Result>, opening?: string): Promise<Result>;
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
    options: [
      address.options,
      `search_path=${address.schema}`,
      `default_transaction_read_only=${access === 'READ' ? 'on' : 'off'}`,
      // Whoever vanishes from the network within a transaction must not keep the end of the log locked for hours.
      'idle_in_transaction_session_timeout=60s',
    ].join(' -c '),
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
  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    checkOpen();
    const next = lastWrite.then(work);
    lastWrite = next.catch(() => undefined);
    return next;
  };
  const transact = <Result>(work: TransactionWork<Result>, opening = ''): Promise<Result> =>
    patiently(startTransactions(pool, `${BEGIN}; ${opening}`, work));
  return {
    address,
    checkOpen,
    first: (work) => lend(pool, work),
    async read(work) {
      checkOpen();
      return patiently(() => lend(pool, work));
    },
    write: (work) => inTurn(() => transact(work)),
    inTurn,
    transact,
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
function startTransactions<Result>(pool: pg.Pool, begin: string, work: TransactionWork<Result>): () => Promise<Result> {
  const token = randomUUID();
  let doubtful: { readonly position: number; readonly result: Result } | null = null;
  return async () => {
    if (doubtful !== null) {
      const { position, result } = doubtful;
      if (await lend(pool, ({ client }) => wasCommitted(client, { position, token }))) return result;
      doubtful = null;
    }
    return lend(pool, async (connection) => {
      const opened = [await connection.client.query(begin)].flat().at(-1)?.rows ?? [];
      const transaction: Transaction = { ...connection, token, opened, position: null };
      let result: Result;
      try {
        result = await work(transaction);
      } catch (error) {
        await connection.client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
      const { position } = transaction;
      if (position !== null) doubtful = { position, result };
      await connection.client.query('COMMIT');
      return result;
    });
  };
}

const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE';

/**
 * Whether the transaction is committed that got the position. It may still be under way, and then has the end of the log
 * locked. `pg_xact_status` would not do: after a crash the server gives the number of a transaction that it lost to another.
 */
async function wasCommitted(
  client: pg.PoolClient,
  { position, token }: { readonly position: number; readonly token: string },
): Promise<boolean> {
  await client.query(BEGIN);
  await client.query('SELECT 1 FROM log_end FOR UPDATE');
  const { rowCount } = await client.query('SELECT 1 FROM changes WHERE position = $1 AND token = $2', [
    position,
    token,
  ]);
  await client.query('COMMIT');
  return rowCount === 1;
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
