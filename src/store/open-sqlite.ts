import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { ClaimgraphError } from '../base/index.js';
import { checkVersion, foreignFile, inspectFile, rememberOpen } from './inspect-file.js';
import { APPLICATION_ID, migrate, newestVersion, schemaVersion } from './migrate.js';
import { toStoreError } from './sqlite-errors.js';
import { sqliteStoreOf } from './sqlite-store.js';
import type { OpenStoreOptions, Store } from './store.js';

/** How long a statement waits for another process, in milliseconds. The event loop waits with it. */
export const PATIENCE = 5_000;

/**
 * Opens the store in a file, which is made where it is not there and may be made. What is not a store of ours is not
 * touched. A file of length 0 counts as none: that is what is left where its making was interrupted.
 * @throws ClaimgraphError STORE_URL_INVALID, STORE_NOT_FOUND, STORE_FOREIGN, STORE_NEWER, STORE_UNWRITABLE, STORE_FULL,
 *   STORE_BUSY, STORE_DAMAGED
 */
export async function openSqliteStore(url: string, options: OpenStoreOptions): Promise<Store> {
  const access = options.access ?? 'WRITE';
  const file = filePathOf(url);
  const found = inspectFile(url, file);
  if (!found && (access === 'READ' || options.create === false)) {
    throw new ClaimgraphError('STORE_NOT_FOUND', `There is no store at ${file}; ingest documents to make one.`, {
      url,
    });
  }
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { timeout: PATIENCE });
    rememberOpen(database, file);
    await prepareDatabase(url, database, access);
    return sqliteStoreOf(url, database);
  } catch (error) {
    database?.close();
    throw toStoreError(error, url);
  }
}

/** The absolute path of a `sqlite:` address, taken as it is written: percent signs and `file:` mean nothing. */
export function filePathOf(url: string): string {
  const given = url.slice('sqlite:'.length);
  const complaint =
    given.trim() === ''
      ? 'it has no path'
      : given === ':memory:'
        ? 'a store in memory is memory:'
        : given.startsWith('//')
          ? 'its path begins with two slashes'
          : given.includes('\0')
            ? 'its path has a NUL character'
            : /\s$/.test(given)
              ? 'its path ends with white space'
              : null;
  if (complaint !== null) {
    const message = `The store address ${JSON.stringify(url)} is not valid: ${complaint}. Give sqlite:PATH, as in sqlite:claimgraph.db.`;
    throw new ClaimgraphError('STORE_URL_INVALID', message, { url });
  }
  // An absolute path is never one of the names that SQLite gives a meaning of its own.
  return path.resolve(given);
}

/**
 * Sets what a connection must have, and with WRITE brings the schema to the newest version.
 * @throws ClaimgraphError STORE_FOREIGN, STORE_NEWER, STORE_UNWRITABLE; errors of SQLite as they are.
 */
export async function prepareDatabase(
  url: string,
  database: Database.Database,
  access: 'READ' | 'WRITE',
): Promise<void> {
  // A file from elsewhere must not run code of its own through its schema.
  database.pragma('trusted_schema = OFF');
  database.pragma('foreign_keys = ON');
  database.pragma('synchronous = FULL');
  const isEmpty = Number(database.pragma('page_count', { simple: true })) === 0;
  const applicationId = Number(database.pragma('application_id', { simple: true }));
  if (!isEmpty && applicationId !== APPLICATION_ID) throw foreignFile(url);
  checkVersion(url, schemaVersion(database));
  if (access === 'READ') {
    checkReadable(url, database);
    database.pragma('query_only = ON');
    return;
  }
  checkWritable(database);
  migrate(database);
  await useLog(database);
}

function checkReadable(url: string, database: Database.Database): void {
  const version = schemaVersion(database);
  if (version === newestVersion()) return;
  const message = `The store ${url} is of an older version (${version} of ${newestVersion()}); open it for writing once, as ingest does.`;
  throw new ClaimgraphError('STORE_UNWRITABLE', message, { url, version });
}

/** Writes what is there already, and takes it back: SQLite opens a file that it may not write without a word. */
function checkWritable(database: Database.Database): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    database.pragma(`user_version = ${schemaVersion(database)}`);
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

/** Switches to the write-ahead log. It needs the file alone for a moment, and SQLite does not wait for that itself. */
async function useLog(database: Database.Database): Promise<void> {
  for (let waited = 0; ; waited += 20) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!isBusy || waited >= PATIENCE) throw error;
    }
    await wait(20);
  }
}
