import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { deleteDocument, mergeEntities, openKnowledge } from '../../src/pipeline/index.js';
import { paths } from '../../src/query/index.js';
import { loadResources } from '../../src/resources/index.js';
import { hashStore, openStore } from '../../src/store/index.js';
import { buildStored } from '../support/build-extraction.js';
import { dumpGraph } from '../support/dump-graph.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const resources = loadResources();
const folder = temporaryFolder();
const AT = '2031-03-12T08:00:00.000Z';
const NAMES = ['Ann Lee', 'Bo Ray', 'Cy Poe', 'Dee Fox', 'Eva Orr'];
let stores = 0;

function article(id: number): ReturnType<typeof buildStored> {
  const [subject, object] = [NAMES[id % 5]!, NAMES[(id * 2 + 1) % 5]!];
  const where = id % 2 === 0 ? {} : { place: 'Orlo', time: '2031-03-10' };
  return buildStored({ id: `d${id}`, claims: [{ subject, relation: 'ATTACK', object, ...where }], places: ['Orlo'] });
}

/** The address of a store of so many documents. */
async function newStore(documents = 20): Promise<string> {
  const url = `sqlite:${path.join(folder, `${++stores}.db`)}`;
  const store = await openStore(url);
  for (let id = 0; id < documents; id++) await store.putDocument(article(id), resources.reading);
  await store.close();
  return url;
}

const KEEPING = { resources, keepAfter: { taking: 0, resting: 60_000 } } as const;
const reading = { ...KEEPING, access: 'READ' } as const;

/** Opens the store, and keeps its graph. */
async function keep(url: string): Promise<void> {
  const knowledge = await openKnowledge(url, reading);
  await knowledge.close();
}

function stampsIn(url: string): readonly string[] {
  const database = new Database(url.slice('sqlite:'.length), { readonly: true });
  try {
    return database.prepare("SELECT stamp FROM kept_indexes WHERE state = 'WHOLE'").pluck().all() as string[];
  } finally {
    database.close();
  }
}

function change(url: string, sql: string): void {
  const database = new Database(url.slice('sqlite:'.length));
  database.exec(sql);
  database.close();
}

describe('a graph that a store keeps', () => {
  it('answers as the one that was built', async () => {
    const url = await newStore();
    const built = await openKnowledge(url, reading);
    expect(built.isFollowing).toBe(true);
    await built.close();
    const kept = await openKnowledge(url, reading);
    expect([kept.isFollowing, kept.position]).toEqual([false, 20]);
    expect(dumpGraph(kept.graph)).toEqual(dumpGraph(built.graph));
    const asked = { from: 'Ann Lee', to: 'Cy Poe' };
    expect(await paths(kept, asked)).toEqual(await paths({ ...built, store: kept.store }, asked));
    await kept.close();
  });

  it('is kept by whoever made it, when they close the store, and is no part of its record', async () => {
    const url = await newStore();
    const before = await openStore(url);
    const hash = await hashStore(before);
    await before.close();
    await keep(url);
    expect(stampsIn(url)).toHaveLength(1);
    const after = await openStore(url);
    expect(await hashStore(after)).toBe(hash);
    await after.close();
  });

  it('is kept while the store is open, when nothing has changed for a while', async () => {
    const url = await newStore();
    const knowledge = await openKnowledge(url, { resources, keepAfter: { taking: 0, resting: 20 } });
    await expect.poll(() => stampsIn(url).length, { timeout: 5000 }).toBe(1);
    const [first] = stampsIn(url);
    await knowledge.store.putDocument(article(30), resources.reading);
    await knowledge.catchUp();
    await expect.poll(() => stampsIn(url)[0] === first, { timeout: 5000 }).toBe(false);
    expect(stampsIn(url)).toHaveLength(1);
    await knowledge.close();
  });

  it('is not kept where it was made at once, or where the signal has fired', async () => {
    const url = await newStore();
    await keepNone(url, { resources, access: 'READ' });
    await keepNone(url, { resources, access: 'READ', keepAfter: { taking: Number.POSITIVE_INFINITY, resting: 0 } });
    const stop = new AbortController();
    const knowledge = await openKnowledge(url, { ...reading, signal: stop.signal });
    stop.abort();
    await knowledge.close();
    expect(() => stampsIn(url)).toThrow('no such table');
  });

  async function keepNone(url: string, options: Parameters<typeof openKnowledge>[1]): Promise<void> {
    const knowledge = await openKnowledge(url, options);
    await knowledge.close();
    expect(() => stampsIn(url)).toThrow('no such table');
  }

  it('is not believed once the record has changed, and another one takes its place', async () => {
    const url = await newStore();
    await keep(url);
    const writer = await openStore(url);
    await writer.deleteDocument('d3');
    await writer.close();
    const knowledge = await openKnowledge(url, reading);
    expect(knowledge.isFollowing).toBe(true);
    expect(knowledge.graph.claim({ documentId: 'd3', claimId: 'c1' })).toBeNull();
    await knowledge.close();
    const next = await openKnowledge(url, reading);
    expect([next.isFollowing, next.position]).toEqual([false, 21]);
    expect(dumpGraph(next.graph)).toEqual(dumpGraph(knowledge.graph));
    await next.close();
  });

  it('is not believed by those who would make another one', async () => {
    const url = await newStore();
    await keep(url);
    const others = { ...resources, wellKnownAcronyms: new Map([['AL', 'Ann Lee']]) };
    const knowledge = await openKnowledge(url, { ...reading, resources: others });
    expect(knowledge.isFollowing).toBe(true);
    await knowledge.close();
  });

  it.each([
    ['cut off', 'DELETE FROM kept_chunks'],
    ['altered', "UPDATE kept_chunks SET bytes = x'00'"],
    [
      'altered in the middle',
      "UPDATE kept_chunks SET bytes = CAST(substr(bytes, 1, 8) || x'ff00ff00' || substr(bytes, 13) AS BLOB)",
    ],
    ['without its table', 'DROP TABLE kept_chunks'],
    [
      'of another form',
      'DROP TABLE kept_chunks; CREATE TABLE kept_chunks (number, ordinal, bytes); INSERT INTO kept_chunks SELECT number, 0, 7 FROM kept_indexes',
    ],
  ])('is made anew where it is %s, which is told', async (_, sql) => {
    const url = await newStore();
    await keep(url);
    change(url, sql);
    const told: string[] = [];
    const knowledge = await openKnowledge(url, { ...reading, tell: (message) => told.push(message) });
    expect(knowledge.isFollowing).toBe(true);
    expect(knowledge.graph.claimCount).toBe(20);
    expect(told).toHaveLength(1);
    await knowledge.close();
  });

  it('is mended by the next who opens the store', async () => {
    const url = await newStore();
    await keep(url);
    change(url, "UPDATE kept_chunks SET bytes = x'00'");
    await keep(url);
    const knowledge = await openKnowledge(url, reading);
    expect(knowledge.isFollowing).toBe(false);
    await knowledge.close();
  });

  it('goes with a copy of the file', async () => {
    const url = await newStore();
    await keep(url);
    const copy = path.join(folder, 'copied.db');
    copyFileSync(url.slice('sqlite:'.length), copy);
    const knowledge = await openKnowledge(`sqlite:${copy}`, reading);
    expect([knowledge.isFollowing, knowledge.graph.claimCount]).toEqual([false, 20]);
    await knowledge.close();
  });

  it('stays for those who only read, and follows for those who ask for it', async () => {
    const url = await newStore();
    await keep(url);
    const knowledge = await openKnowledge(url, reading);
    const kept = knowledge.graph;
    await wait(50);
    expect([knowledge.graph === kept, knowledge.isFollowing]).toEqual([true, false]);
    const writer = await openStore(url);
    await writer.putDocument(article(50), resources.reading);
    expect([knowledge.position, await knowledge.catchUp(), knowledge.position]).toEqual([20, 21, 21]);
    expect([knowledge.isFollowing, knowledge.graph.claimCount, kept.claimCount]).toEqual([true, 21, 20]);
    await Promise.all([writer.close(), knowledge.close()]);
  });

  it('gives its place to one that follows, while questions are asked, where the store may be written', async () => {
    const url = await newStore(200);
    await keep(url);
    const knowledge = await openKnowledge(url, KEEPING);
    expect(knowledge.isFollowing).toBe(false);
    const asked = { from: 'Ann Lee', to: 'Cy Poe' };
    const expected = await paths(knowledge, asked);
    let answers = 0;
    while (!knowledge.isFollowing) {
      expect(await paths(knowledge, asked)).toEqual(expected);
      answers++;
      await wait(0);
    }
    expect(answers).toBeGreaterThan(1);
    expect(await paths(knowledge, asked)).toEqual(expected);
    await knowledge.close();
  });

  it('lets changes wait for the one that follows', async () => {
    const url = await newStore();
    await keep(url);
    const knowledge = await openKnowledge(url, KEEPING);
    const ids = ['Ann Lee', 'Bo Ray'].map((name) => knowledge.graph.entitiesByName(name)[0]!.id);
    const { entities } = await mergeEntities(knowledge, { entities: ids, reason: '', at: AT });
    expect(entities).toHaveLength(1);
    expect(await deleteDocument(knowledge, 'd0')).toBe(true);
    expect([knowledge.isFollowing, knowledge.graph.claimCount]).toEqual([true, 19]);
    await knowledge.close();
    const next = await openKnowledge(url, reading);
    expect([next.isFollowing, next.graph.claimCount]).toEqual([false, 19]);
    await next.close();
  });

  it('is closed at once while the one that follows is made', async () => {
    const url = await newStore(200);
    await keep(url);
    const knowledge = await openKnowledge(url, KEEPING);
    await knowledge.close();
    expect(knowledge.isFollowing).toBe(false);
    expect(knowledge.graph.claimCount).toBe(200);
    await expect(knowledge.catchUp()).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
  });

  it('is kept once where several open the store at once', async () => {
    const url = await newStore();
    const all = await Promise.all([1, 2, 3].map(() => openKnowledge(url, reading)));
    await Promise.all(all.map((knowledge) => knowledge.close()));
    expect(stampsIn(url)).toHaveLength(1);
    const knowledge = await openKnowledge(url, reading);
    expect(knowledge.isFollowing).toBe(false);
    await knowledge.close();
  });
});
