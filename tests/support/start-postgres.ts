import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.js';

/** Where Debian puts the server, and whatever CLAIMGRAPH_POSTGRES names instead. */
const FOLDER = process.env.CLAIMGRAPH_POSTGRES ?? '/usr/lib/postgresql/15/bin';
const REQUIRED = process.env.CLAIMGRAPH_REQUIRE_TOOLS === '1';
/** Whom it runs as where the tests run as root, whom it refuses. */
const USER = 'postgres';

/** A PostgreSQL server in a temporary folder, on a free port of this machine. */
export interface PostgresServer {
  /** The address of a store that no other test uses. */
  newAddress(): string;
  /** Runs SQL as the owner of everything, and gives the rows. */
  run(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Stops it at once, as when the machine loses power. */
  crash(): Promise<void>;
  /** Starts it again where it was stopped. */
  start(): Promise<void>;
  /** Stops it, and removes the folder. */
  remove(): Promise<void>;
}

/** True where PostgreSQL is not installed, which is said; never with CLAIMGRAPH_REQUIRE_TOOLS=1. */
export function lacksPostgres(): boolean {
  if (REQUIRED || existsSync(path.join(FOLDER, 'initdb'))) return false;
  console.log(`Not installed, so its tests are skipped: PostgreSQL (${FOLDER}).`);
  return true;
}

/** Makes and starts a server. Without `durable` it does not wait for the disk: what was committed survives its own end, but not the machine's. */
export async function startPostgres(
  options: { readonly durable: boolean } = { durable: false },
): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimgraph-postgres-'));
  if (process.getuid?.() === 0) execFileSync('chown', [USER, folder]);
  chmodSync(folder, 0o700);
  const data = path.join(folder, 'data');
  const initialize = [
    '-D',
    data,
    '-U',
    USER,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ];
  const [command, ...words] = asUser('initdb', initialize);
  execFileSync(command as string, words, { stdio: ['ignore', 'ignore', 'inherit'] });
  const port = await freePort();
  const url = `postgres://${USER}@127.0.0.1:${port}/postgres`;
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    logging_collector: 'off',
    log_min_messages: 'panic',
    ...(options.durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  let server: ChildProcess | null = null;
  let made = 0;

  const run: PostgresServer['run'] = async (sql, values = []) => {
    const client = new pg.Client({ connectionString: url });
    // The query says what went wrong; the connection says it once more.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    const running = server;
    if (running === null) return;
    server = null;
    const closed = new Promise((resolve) => running.once('close', resolve));
    running.kill(signal);
    await closed;
  };
  const start = async (): Promise<void> => {
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const [command, ...words] = asUser('postgres', ['-D', data, ...options]);
    server = spawn(command as string, words, { stdio: ['ignore', 'inherit', 'inherit'] });
    for (let waited = 0; ; waited += 50) {
      try {
        await run('SELECT 1');
        return;
      } catch (error) {
        if (waited > 20_000) throw error;
      }
      await wait(50);
    }
  };
  await start();
  return {
    newAddress: () => `${url}?schema=store_${++made}`,
    run,
    start,
    crash: () => end('SIGQUIT'),
    async remove() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The command that runs a program of PostgreSQL, as another user where we are root, and no longer than we do. */
function asUser(program: string, words: readonly string[]): readonly string[] {
  const command = [path.join(FOLDER, program), ...words];
  if (process.getuid?.() !== 0) return command;
  return ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups', '--pdeathsig=QUIT', ...command];
}
