import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, STORES } from '../../src/store/index.js';
import { buildJudgement, describeStore } from '../contracts/store.js';
import { buildStored } from '../support/build-extraction.js';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();
let made = 0;
let postgres: PostgresServer | null = null;

/** An address of the scheme that no other test uses; a new row of STORES needs one here. */
const ADDRESSES: Readonly<Record<(typeof STORES)[number]['scheme'], () => string>> = {
  'memory:': () => 'memory:',
  'sqlite:': () => `sqlite:${path.join(folder, `${++made}.db`)}`,
  'postgres:': () => (postgres as PostgresServer).newAddress(),
};

beforeAll(async () => {
  if (!lacksPostgres()) postgres = await startPostgres();
});
afterAll(() => postgres?.remove());

for (const { scheme, example, open } of STORES) {
  if (scheme === 'postgres:' && lacksPostgres()) continue;
  describeStore(scheme, () => openStore(ADDRESSES[scheme]()));

  describe(`the row ${scheme}`, () => {
    it('has an example of its own scheme', () => expect(example.startsWith(scheme)).toBe(true));

    it('keeps the address that it was opened by', async () => {
      const url = ADDRESSES[scheme]();
      const store = await open(url, {});
      expect(store.url).toBe(url);
      await store.close();
    });
  });
}

describe('openStore', () => {
  it.each([
    '',
    'claimgraph.db',
    '/tmp/claimgraph.db',
    'SQLITE:a.db',
    'postgres:',
    'postgres://localhost/',
    'postgres://localhost/a/b',
    'postgres:localhost/news',
    'postgres://localhost/news ',
    'postgres://localhost/news?schema=A',
    'postgres://localhost/news?schema=pg_a',
    'postgres://localhost/news?schema=a"b',
    '__proto__:',
    'memory',
    'memory:a',
    'memory://',
    'sqlite',
    'sqlite:',
    'sqlite: ',
    'sqlite::memory:',
    'sqlite://a.db',
    'sqlite:///tmp/a.db',
    'sqlite:a\0.db',
    'sqlite:a.db ',
  ])('refuses the address %j', async (url) => {
    await expect(openStore(url)).rejects.toMatchObject({ code: 'STORE_URL_INVALID' });
  });

  it('refuses every write to a store that was opened for reading', async () => {
    const file = ADDRESSES['sqlite:']();
    const postgresToRead = postgres === null ? [] : [ADDRESSES['postgres:']()];
    for (const url of [file, ...postgresToRead]) {
      const made = await openStore(url);
      await made.putDocument(buildStored({ id: 'a' }), '1');
      await made.close();
    }
    for (const url of ['memory:', file, ...postgresToRead]) {
      const store = await openStore(url, { access: 'READ' });
      const before = await store.counts();
      for (const write of [
        store.putDocument(buildStored({ id: 'b' }), '1'),
        store.deleteDocument('a'),
        store.appendJudgement(buildJudgement('x')),
      ]) {
        await expect(write).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
      }
      expect(await store.counts()).toEqual(before);
      await store.close();
    }
  });
});
