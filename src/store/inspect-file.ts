import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { ClaimgraphError } from '../base/index.js';
import { APPLICATION_ID, newestVersion } from './migrate.js';

/**
 * The files that this process has open as stores, by device and inode: when a process closes a file, it loses the locks
 * of all its connections to it, so that such a file must not be read besides. SQLite keeps a list like it.
 */
const OPEN_FILES = new Map<Database.Database, string>();

/**
 * True where the file holds a store that may be opened, false where there is none or it is empty. Changes nothing.
 * @throws ClaimgraphError STORE_NOT_FOUND where its folder is missing, STORE_FOREIGN, STORE_NEWER, STORE_UNWRITABLE
 */
export function inspectFile(url: string, file: string): boolean {
  const folder = path.dirname(file);
  if (!existsSync(folder)) {
    const message = `The folder ${folder} of the store ${url} does not exist; make it first.`;
    throw new ClaimgraphError('STORE_NOT_FOUND', message, { url });
  }
  const header = readHeader(url, file);
  if (header === 'EMPTY') return false;
  if (header === 'OPEN') return true;
  const isOurs =
    header.length === 100 &&
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
    header.readUInt32BE(68) === APPLICATION_ID;
  if (!isOurs) throw foreignFile(url);
  checkVersion(url, header.readUInt32BE(60));
  return true;
}

/** Keeps in mind that the process has the file open, until the database is closed. */
export function rememberOpen(database: Database.Database, file: string): void {
  OPEN_FILES.set(database, fileIdentityOf(file));
}

/** Refuses a schema that is newer than ours with STORE_NEWER. */
export function checkVersion(url: string, version: number): void {
  if (version <= newestVersion()) return;
  const message = `The store ${url} is of version ${version}, and this Claimgraph knows versions up to ${newestVersion()}; use a newer Claimgraph.`;
  throw new ClaimgraphError('STORE_NEWER', message, { url, version });
}

/** The error for a file that is not a store of ours, and is left alone. */
export function foreignFile(url: string): ClaimgraphError {
  const message = `${url} is not a Claimgraph store; give the path of a store, or of a file that does not exist.`;
  return new ClaimgraphError('STORE_FOREIGN', message, { url });
}

/**
 * The first 100 bytes, or fewer; EMPTY where there is no file or no byte, OPEN where this process has it open already.
 * Without SQLite, which would fold in a log that lies beside the file of another program, and so change it.
 */
function readHeader(url: string, file: string): Buffer | 'EMPTY' | 'OPEN' {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return 'EMPTY';
    if (!found.isFile()) throw foreignFile(url);
    if (found.size === 0) return 'EMPTY';
    if (isOpenHere(file)) return 'OPEN';
    const descriptor = openSync(file, 'r');
    const header = Buffer.alloc(100);
    const length = readSync(descriptor, header, 0, 100, 0);
    closeSync(descriptor);
    return header.subarray(0, length);
  } catch (error) {
    if (error instanceof ClaimgraphError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const message = `The store ${url} cannot be opened (${code}); check the path, and the permissions of file and folder.`;
    throw new ClaimgraphError('STORE_UNWRITABLE', message, { url });
  }
}

function isOpenHere(file: string): boolean {
  for (const database of OPEN_FILES.keys()) if (!database.open) OPEN_FILES.delete(database);
  return [...OPEN_FILES.values()].includes(fileIdentityOf(file));
}

function fileIdentityOf(file: string): string {
  const { dev, ino } = statSync(file, { bigint: true });
  return `${dev}:${ino}`;
}
