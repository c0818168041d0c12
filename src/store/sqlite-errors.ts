import Database from 'better-sqlite3';
import { ClaimgraphError, type ErrorCode } from '../base/index.js';

/** What SQLite's primary result codes mean to people, and what they can do. */
const RESULTS: ReadonlyMap<string, { readonly code: ErrorCode; readonly advice: string }> = new Map([
  ['SQLITE_FULL', { code: 'STORE_FULL', advice: 'has no room left on its disk; make room and try again' }],
  ['SQLITE_BUSY', { code: 'STORE_BUSY', advice: 'is kept locked by another process; try again when it is done' }],
  ['SQLITE_LOCKED', { code: 'STORE_BUSY', advice: 'is locked by another statement; try again' }],
  [
    'SQLITE_READONLY',
    { code: 'STORE_UNWRITABLE', advice: 'cannot be written; check the permissions of file and folder' },
  ],
  ['SQLITE_PERM', { code: 'STORE_UNWRITABLE', advice: 'cannot be opened; check the permissions of file and folder' }],
  [
    'SQLITE_CANTOPEN',
    {
      code: 'STORE_UNWRITABLE',
      advice: 'cannot be opened; its file and folder must be writable, as its log is written beside it',
    },
  ],
  ['SQLITE_CORRUPT', { code: 'STORE_DAMAGED', advice: 'is damaged; restore it from a copy, or ingest anew' }],
  ['SQLITE_NOTADB', { code: 'STORE_DAMAGED', advice: 'is damaged; restore it from a copy, or ingest anew' }],
  ['SQLITE_IOERR', { code: 'STORE_DAMAGED', advice: 'could not be read or written; check its disk' }],
  // Our own statements are right: what is wrong is a table that lacks, or has other columns.
  ['SQLITE_ERROR', { code: 'STORE_DAMAGED', advice: 'lacks a part; restore it from a copy, or ingest anew' }],
  ['SQLITE_SCHEMA', { code: 'STORE_DAMAGED', advice: 'was altered by another program; restore it from a copy' }],
  ['SQLITE_TOOBIG', { code: 'INPUT_TOO_LARGE', advice: 'cannot hold a document that large; split it' }],
]);

/** The ClaimgraphError that an error of SQLite amounts to, or of a record that no string can hold; every other error as it is. */
export function toStoreError(error: unknown, url: string): unknown {
  if (error instanceof RangeError && error.message === 'Invalid string length') {
    const message = `The store ${url} cannot hold a document whose record is that large; split it.`;
    return new ClaimgraphError('INPUT_TOO_LARGE', message, { url });
  }
  if (!(error instanceof Database.SqliteError)) return error;
  // Extended codes carry their primary one in front: SQLITE_IOERR_WRITE.
  const primary = /^SQLITE_[A-Z]+/.exec(error.code)?.[0] ?? '';
  const result = RESULTS.get(primary);
  if (result === undefined) return error;
  return new ClaimgraphError(result.code, `The store ${url} ${result.advice} (SQLite says: ${error.message}).`, {
    url,
    sqlite: error.code,
  });
}
