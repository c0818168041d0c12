import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyStore, hashStore, openStore, type Store } from '../../src/store/index.js';
import { generateRecords } from '../bench/generate-records.js';
import { buildJudgement, ODD_IDS } from '../contracts/store.js';
import { buildStored, documentOf } from '../support/build-extraction.js';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();
let made = 0;
let postgres: PostgresServer | null = null;

beforeAll(async () => {
  if (!lacksPostgres()) postgres = await startPostgres();
});
afterAll(() => postgres?.remove());

const fileOf = (url: string): string => url.slice('sqlite:'.length);
const newFile = (): string => `sqlite:${path.join(folder, `${++made}.db`)}`;

/** A store with odd documents, of which some were changed and deleted, with judgements and retractions. */
async function fillStore(url: string): Promise<string> {
  const store = await openStore(url);
  for (const id of ODD_IDS) {
    const title = `${id} \ud800 "\\u0000" \t\n\\N`;
    const opening = `\0 ${id} \udc00\\ \t\r\n\\. `;
    const claims = [{ subject: `Ann ${id.slice(0, 20)}`, relation: 'ATTACK', object: 'Bo Ray' }] as const;
    await store.putDocument(buildStored({ id, title, opening, claims }), `${id.length % 3}`);
  }
  for (const id of ODD_IDS.slice(0, 5)) await store.putDocument(buildStored({ id, title: 'Anew' }), '9');
  for (const id of ODD_IDS.slice(4, 9)) await store.deleteDocument(id);
  for (const reason of ['\0', '\ud800', 'x']) await store.appendJudgement(buildJudgement(reason));
  const draft = { documentId: 'a', claim: 'f'.repeat(24), reason: '\\ \t', at: '2012-03-12T08:00:00Z' };
  await store.appendRetraction({ ...draft, effect: 'RETRACT' });
  await store.deleteDocument('é');
  const hash = await hashStore(store);
  await store.close();
  return hash;
}

async function using<Result>(url: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(url, { create: false });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe.skipIf(lacksPostgres())('a copy', () => {
  const newAddress = (): string => (postgres as PostgresServer).newAddress();

  it('from SQLite to PostgreSQL and back answers as the store did, and can be written on', async () => {
    const [first, second, third] = [newFile(), newAddress(), newFile()];
    const hash = await fillStore(first);
    const report = await copyStore({ from: first, to: second });
    expect(report).toMatchObject({ documents: ODD_IDS.length - 6, judgements: 3, kept: 0, hash });
    expect((await copyStore({ from: second, to: third })).hash).toBe(hash);
    for (const url of [first, second, third]) {
      await using(url, async (store) => {
        expect(await hashStore(store)).toBe(hash);
        expect((await store.searchForms('bo r', 9)).length).toBeGreaterThan(0);
        expect((await store.searchPassages('attack', 99)).length).toBeGreaterThan(5);
        expect(await store.putDocument(buildStored({ id: 'new' }), '1')).toBe('ADDED');
        expect((await store.appendJudgement(buildJudgement('late'))).id).toBe('j4');
        expect((await store.changes({ after: report.position, limit: 9 })).map(({ position }) => position)).toEqual([
          report.position + 1,
          report.position + 2,
        ]);
      });
    }
    const hashes = await Promise.all([first, second, third].map((url) => using(url, hashStore)));
    expect(new Set(hashes).size).toBe(1);
  });

  it('of 2,000 documents goes on where it was stopped, there and back', { timeout: 300_000 }, async () => {
    const [first, second, third] = [newFile(), newAddress(), newFile()];
    const store = await openStore(first);
    for (const { extraction } of generateRecords({ seed: 7, count: 2_000 })) {
      await store.putDocument({ document: documentOf(extraction), extraction }, '1');
    }
    const hash = await hashStore(store);
    await store.close();
    for (const [from, to] of [
      [first, second],
      [second, third],
    ] as const) {
      const stop = new AbortController();
      const stopped = copyStore({
        from,
        to,
        signal: stop.signal,
        show: ({ documents }) => documents >= 900 && stop.abort(),
      });
      await expect(stopped).rejects.toMatchObject({ code: 'INTERRUPTED' });
      // Half a copy is no store.
      await expect(openStore(to, { access: 'READ' })).rejects.toMatchObject({ code: 'STORE_NOT_FOUND' });
      const { kept, documents, hash: copied } = await copyStore({ from, to });
      expect([documents, copied]).toEqual([2_000, hash]);
      expect(kept).toBeGreaterThanOrEqual(900);
      expect(kept).toBeLessThan(2_000);
    }
  });

  it('takes in what is written, changed and deleted while it is made', async () => {
    const [from, to] = [newFile(), newAddress()];
    await fillStore(from);
    const writer = await openStore(from);
    let isChanged = false;
    const report = await copyStore({
      from,
      to,
      show: ({ step }) => {
        if (isChanged || step !== 'CHECKING') return;
        isChanged = true;
        // SQLite has written when the call returns.
        void writer.putDocument(buildStored({ id: 'A', title: 'Changed' }), '1');
        void writer.putDocument(buildStored({ id: 'late' }), '1');
        void writer.deleteDocument('😀');
        void writer.appendJudgement(buildJudgement('late'));
      },
    });
    expect(report.hash).toBe(await hashStore(writer));
    expect(await using(to, hashStore)).toBe(report.hash);
    await writer.close();
  });

  it('is not made over something, nor of what another store left behind, nor of a store in memory', async () => {
    const [from, other, to, file] = [newFile(), newFile(), newAddress(), newFile()];
    await fillStore(from);
    await using(await copied(other), async () => undefined);
    await copyStore({ from, to });
    const before = await using(to, hashStore);
    await expect(copyStore({ from: other, to })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(copyStore({ from: to, to: from })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(copyStore({ from: 'memory:', to })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(copyStore({ from, to: 'memory:' })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    await expect(copyStore({ from: newFile(), to: file })).rejects.toMatchObject({ code: 'STORE_NOT_FOUND' });
    expect(existsSync(fileOf(file))).toBe(false);
    expect(await using(to, hashStore)).toBe(before);
    // What lies beside the address has a log of its own.
    await copied(`${other}2.copying`);
    await expect(copyStore({ from, to: `${other}2` })).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });

  /** A store of one document. */
  async function copied(url: string): Promise<string> {
    const store = await openStore(url);
    await store.putDocument(buildStored({ id: 'other' }), '1');
    await store.close();
    return url;
  }
});
