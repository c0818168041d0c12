import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.js';
import { collect } from '../contracts/store.js';
import { buildStored } from '../support/build-extraction.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();
const MEGABYTE = 1024 * 1024;
let made = 0;

/** A store of one document in a folder of its own. */
async function newFile(): Promise<string> {
  const file = path.join(folder, `${++made}.db`);
  const store = await openStore(`sqlite:${file}`);
  await store.putDocument(buildStored({ id: 'a', people: ['Ann Lee'] }), '1');
  await store.close();
  return file;
}

function* megabytes(count: number, byte: number): Generator<Uint8Array> {
  for (let chunk = 0; chunk < count; chunk++) yield new Uint8Array(MEGABYTE).fill(byte);
}

/** How many bytes are kept under the stamp, and which byte they are; null where nothing is. */
async function keptIn(store: Store, stamp: string): Promise<readonly [number, number] | null> {
  const chunks = await store.keptIndex?.(stamp);
  if (chunks === null || chunks === undefined) return null;
  const bytes = Buffer.concat(await collect(chunks));
  expect(bytes.equals(Buffer.alloc(bytes.length, bytes[0]))).toBe(true);
  return [bytes.length, bytes[0] ?? 0];
}

function rowsIn(file: string): { readonly indexes: number; readonly chunks: number } {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare('SELECT (SELECT count(*) FROM kept_indexes) AS indexes, (SELECT count(*) FROM kept_chunks) AS chunks')
      .get() as { readonly indexes: number; readonly chunks: number };
  } finally {
    database.close();
  }
}

function startKeeper(
  file: string,
  words: readonly string[],
): ChildProcess & { readonly stdout: NodeJS.ReadableStream } {
  const script = fileURLToPath(new URL('children/keep-index.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, `sqlite:${file}`, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return child as ChildProcess & { readonly stdout: NodeJS.ReadableStream };
}

describe('an index that is kept in a file', () => {
  it('is kept by a store that was opened for reading, and read by the next', async () => {
    const file = await newFile();
    const reader = await openStore(`sqlite:${file}`, { access: 'READ' });
    await reader.keepIndex?.('one', megabytes(3, 7));
    await reader.close();
    const next = await openStore(`sqlite:${file}`, { access: 'READ' });
    expect(await keptIn(next, 'one')).toEqual([3 * MEGABYTE, 7]);
    await next.close();
  });

  it('is refused where the file cannot be written, and nothing is changed', async () => {
    const directory = path.join(folder, 'unwritable');
    const file = path.join(directory, 'store.db');
    mkdirSync(directory);
    renameSync(await newFile(), file);
    for (const name of [directory, file]) chownSync(name, 65534, 65534);
    chmodSync(folder, 0o755);
    chmodSync(file, 0o444);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      const store = await openStore(`sqlite:${file}`, { access: 'READ' });
      await expect(store.keepIndex?.('one', megabytes(1, 1))).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
      expect(await store.keptIndex?.('one')).toBeNull();
      expect((await store.counts()).documents).toBe(1);
      await store.close();
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  it('keeps the log short, and takes the room of the one before last', async () => {
    const file = await newFile();
    const store = await openStore(`sqlite:${file}`);
    let longest = 0;
    const watched = (async function* () {
      for (const chunk of megabytes(20, 1)) {
        yield chunk;
        longest = Math.max(longest, statSync(`${file}-wal`).size);
      }
    })();
    await store.keepIndex?.('one', watched);
    expect(longest).toBeLessThan(12 * MEGABYTE);
    for (const stamp of ['two', 'three', 'four']) await store.keepIndex?.(stamp, megabytes(20, 2));
    expect(await keptIn(store, 'four')).toEqual([20 * MEGABYTE, 2]);
    await store.close();
    expect(statSync(file).size).toBeLessThan(45 * MEGABYTE);
    expect(rowsIn(file)).toEqual({ indexes: 1, chunks: 20 });
  });

  it('breaks off for who reads it while another one takes its place', async () => {
    const file = await newFile();
    const store = await openStore(`sqlite:${file}`);
    await store.keepIndex?.('one', megabytes(30, 1));
    const other = await openStore(`sqlite:${file}`, { access: 'READ' });
    let read = 0;
    for await (const _ of (await other.keptIndex?.('one')) ?? []) {
      if (read++ === 1) await store.keepIndex?.('two', megabytes(1, 2));
    }
    expect(read).toBe(2);
    await Promise.all([store.close(), other.close()]);
  });

  it('is the one before where its process is killed midway, and the next takes away what was left', async () => {
    const file = await newFile();
    const store = await openStore(`sqlite:${file}`);
    await store.keepIndex?.('one', megabytes(2, 1));
    const keeper = startKeeper(file, ['two', '1000', '2']);
    for await (const line of createInterface(keeper.stdout)) {
      if (line === '5') keeper.kill('SIGKILL');
    }
    expect(rowsIn(file).indexes).toBe(2);
    expect([await keptIn(store, 'one'), await keptIn(store, 'two')]).toEqual([[2 * MEGABYTE, 1], null]);
    await store.keepIndex?.('three', megabytes(1, 3));
    expect(rowsIn(file)).toEqual({ indexes: 1, chunks: 1 });
    await store.close();
  }, 30_000);

  it('is one of two that are kept at once, and whole', async () => {
    const file = await newFile();
    const keepers = [1, 2, 3].map((byte) => startKeeper(file, ['same', '30', String(byte)]));
    const ends = await Promise.all(
      keepers.map(async (keeper) => {
        const lines: string[] = [];
        keeper.stdout.on('data', (data: Buffer) => lines.push(...data.toString().trim().split('\n')));
        await once(keeper, 'close');
        return lines.at(-1);
      }),
    );
    expect(ends).toContain('kept');
    const store = await openStore(`sqlite:${file}`);
    expect((await keptIn(store, 'same'))?.[0]).toBe(30 * MEGABYTE);
    expect(rowsIn(file)).toEqual({ indexes: 1, chunks: 30 });
    await store.close();
  }, 30_000);
});
