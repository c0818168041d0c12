import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Change, openStore, type StoredDocument } from '../../src/store/index.js';
import { collect } from '../contracts/store.js';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { operationAt } from './children/sequence.js';

const folder = temporaryFolder();

function startChild(
  script: string,
  words: readonly string[],
): ChildProcess & { readonly stdout: NodeJS.ReadableStream } {
  const file = fileURLToPath(new URL(`children/${script}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  return child as ChildProcess & { readonly stdout: NodeJS.ReadableStream };
}

async function runChild(script: string, words: readonly string[]): Promise<string> {
  const child = startChild(script, words);
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const output = await text(child.stdout);
  expect(await exit).toBe(0);
  return output;
}

/** Numbers from 0 to below 1 that are the same for the same seed: the generator mulberry32. */
function seededNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

let postgres: PostgresServer | null = null;

beforeAll(async () => {
  if (!lacksPostgres()) postgres = await startPostgres();
});
afterAll(() => postgres?.remove());

describe('a store that several processes have open', () => {
  it.each([
    ['sqlite:', () => `sqlite:${path.join(folder, 'shared.db')}`],
    ['postgres:', () => postgres?.newAddress()],
  ])(
    'at %s takes the writes of all, also where all of them make it, and gives out no position twice',
    async (_, address) => {
      const url = address();
      if (url === undefined) return;
      const names = ['ann', 'bo', 'cy'];
      const each = 40;
      const children = names.map((name) => runChild('put-documents.ts', [url, name, `${each}`]));
      const done = Promise.all(children).then((outputs) => outputs.map((output) => JSON.parse(output) as string[]));
      let finished = false;
      done.then(
        () => (finished = true),
        () => (finished = true),
      );

      // A follower that reads on from the last position that it saw must miss nothing.
      const reader = await openStore(url);
      const followed: Change[] = [];
      const follow = async () =>
        followed.push(...(await reader.changes({ after: followed.at(-1)?.position ?? 0, limit: 1_000 })));
      while (!finished) {
        await follow();
        await wait(5);
      }
      const outcomes = await done;
      await follow();

      const changes = await reader.changes({ after: 0, limit: 1_000 });
      expect(followed).toEqual(changes);
      expect(changes.map(({ position }) => position)).toEqual(
        Array.from({ length: names.length * each * 3 }, (_, index) => index + 1),
      );
      const judgementIds = (await reader.judgements()).map(({ id }) => id);
      expect(judgementIds).toEqual(Array.from({ length: names.length * each }, (_, index) => `j${index + 1}`));
      const printed = outcomes.flat();
      expect(printed.filter((word) => word.startsWith('j')).sort()).toEqual([...judgementIds].sort());
      // One process added the document that all of them put.
      expect(printed.filter((word) => word === 'ADDED').length).toBe(names.length * each + 1);
      expect((await reader.counts()).documents).toBe(names.length * each + 1);
      await reader.close();
    },
  );
});

describe('a store whose process is killed', () => {
  /** Starts a child on the store and kills it; the position that it acknowledged last, 0 where it got to none. */
  async function killAfter(url: string, lines: number, milliseconds: number): Promise<number> {
    const child = startChild('follow-sequence.ts', [url]);
    const closed = new Promise((resolve) => child.once('close', resolve));
    const kill = () => setTimeout(() => child.kill('SIGKILL'), milliseconds);
    if (lines === 0) kill();
    let last = 0;
    let seen = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      last = Number(line);
      if (++seen === lines) kill();
    }
    await closed;
    return last;
  }

  it('holds every change that was acknowledged, once, and none by half', async () => {
    const file = path.join(folder, 'killed.db');
    const url = `sqlite:${file}`;
    const random = seededNumbers(20120312);
    let acknowledged = 0;
    for (let round = 0; round < 15; round++) {
      // Some rounds end while the child starts, opens the store or, in the first one, makes it.
      const atStart = round % 4 === 0;
      const lines = atStart ? 0 : 1 + Math.floor(random() * 60);
      const last = await killAfter(url, lines, atStart ? 200 + random() * 400 : random() * 4);
      acknowledged = Math.max(acknowledged, last);

      // A reader takes over what the killed process left beside the file as well as a writer does.
      const store = await openStore(url, { access: round % 2 === 0 ? 'WRITE' : 'READ' });
      const { position } = await store.counts();
      expect(position).toBeGreaterThanOrEqual(acknowledged);
      // At most the one change that was committed but not printed.
      expect(position).toBeLessThanOrEqual(Math.max(acknowledged, last) + 1);
      acknowledged = position;

      const expected = new Map<string, StoredDocument>();
      const kinds: string[] = [];
      const reasons: string[] = [];
      for (let at = 1; at <= position; at++) {
        const operation = operationAt(at);
        if (operation.kind === 'PUT') expected.set(operation.stored.document.id, operation.stored);
        else if (operation.kind === 'DELETE') expected.delete(operation.id);
        else reasons.push(operation.reason);
        kinds.push({ PUT: 'DOCUMENT_PUT', DELETE: 'DOCUMENT_DELETED', JUDGE: 'JUDGED' }[operation.kind]);
      }
      const documents = await collect(store.scan());
      expect(documents.length).toBe(expected.size);
      for (const stored of documents) expect(stored).toEqual(expected.get(stored.document.id));
      const changes = await store.changes({ after: 0, limit: 100_000 });
      expect(changes.map(({ kind }) => kind)).toEqual(kinds);
      expect(changes.map((change) => change.position)).toEqual(kinds.map((_, index) => index + 1));
      expect((await store.judgements()).map(({ reason }) => reason)).toEqual(reasons);
      await store.close();

      const database = new Database(file);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(database.pragma('foreign_key_check')).toEqual([]);
      database.close();
    }
    expect(acknowledged).toBeGreaterThan(100);
  }, 120_000);
});
