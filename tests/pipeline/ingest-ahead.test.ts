import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createThreadedReader,
  type IngestEvent,
  type IngestTarget,
  ingest,
  ingestAhead,
} from '../../src/pipeline/index.js';
import { startReadingThread } from '../../src/pipeline/reading-thread.js';
import { createDocument, type RawInput } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore, type Store } from '../../src/store/index.js';

const resources = loadResources();
const reader = createThreadedReader(resources, 2);
afterAll(() => reader.close());

const PEOPLE = ['Ann Lee', 'Bo Ray', 'Cy Poe', 'Dee Fox', 'Eli Orr'];

function article(index: number): { readonly id: string; readonly text: string } {
  const [who, whom] = [PEOPLE[index % 5]!, PEOPLE[(index * 3 + 1) % 5]!];
  const text = `${who} criticized ${whom} in Valdoro on Monday. "${whom} attacked us", ${who} said in speech ${index}. `;
  return { id: `article-${index}`, text: text.repeat(1 + (index % 7)) };
}

function wire(lines: AsyncIterable<unknown> | Iterable<unknown>): RawInput {
  return {
    name: 'wire.jsonl',
    mediaType: 'application/x-ndjson',
    async *open() {
      for await (const line of lines) yield Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
    },
  };
}

/** Among articles: some that come again, some under a known id with another text and back, and what cannot be read. */
const LINES = Array.from({ length: 40 }, (_, index) => {
  if (index % 10 === 3) return article(index - 1);
  if (index % 10 === 5) return { ...article(index), id: 'article-0' };
  if (index % 10 === 6) return article(0);
  if (index % 10 === 8) return '{"text": ';
  return article(index);
});

async function newTarget(): Promise<IngestTarget> {
  return { store: await openStore('memory:'), resources };
}

async function all(events: AsyncIterable<IngestEvent>): Promise<readonly IngestEvent[]> {
  const list: IngestEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

async function contentOf(store: Store): Promise<string> {
  const stored = [];
  for await (const each of store.scan()) stored.push(each);
  return JSON.stringify([stored, await store.changes({ after: 0, limit: 1000 })]);
}

describe('an ingest by several threads', () => {
  it('gives the events and the store that one thread gives, byte for byte', async () => {
    const [one, many] = [await newTarget(), await newTarget()];
    const expected = await all(ingest(one, [wire(LINES)]));
    expect(new Set(expected.map(({ kind }) => kind))).toEqual(new Set(['ADDED', 'UPDATED', 'UNCHANGED', 'FAILED']));
    expect(await all(ingestAhead(many, [wire(LINES)], { reader, threads: 2 }))).toEqual(expected);
    expect(await contentOf(many.store)).toBe(await contentOf(one.store));
  });

  it('puts a document as soon as it is read, also where the next one is long in coming', async () => {
    const stop = new AbortController();
    async function* slowly() {
      // More than a reader looks at before it begins.
      yield { ...article(0), more: 'x'.repeat(300_000) };
      await wait(60_000, undefined, { ref: false });
    }
    const events = ingestAhead(await newTarget(), [wire(slowly())], { reader, threads: 2, signal: stop.signal });
    expect((await events.next()).value).toMatchObject({ kind: 'ADDED', documentId: 'article-0' });
    stop.abort();
    expect((await events.next()).done).toBe(true);
  });

  it('stops behind the document under way, and leaves out what was read ahead', async () => {
    const stop = new AbortController();
    const target = await newTarget();
    const events: IngestEvent[] = [];
    const lines = Array.from({ length: 30 }, (_, index) => article(index));
    for await (const event of ingestAhead(target, [wire(lines)], { reader, threads: 2, signal: stop.signal })) {
      events.push(event);
      if (events.length === 5) stop.abort();
    }
    expect(events).toHaveLength(5);
    expect((await target.store.counts()).documents).toBe(5);
    const rest = await all(ingestAhead(target, [wire(lines)], { reader, threads: 2 }));
    expect(rest.map(({ kind }) => kind)).toEqual([...Array(5).fill('UNCHANGED'), ...Array(25).fill('ADDED')]);
  });

  it('reads few documents ahead of those that are put', async () => {
    let given = 0;
    function* counted() {
      for (let index = 0; index < 200; index++) {
        given++;
        yield article(index);
      }
    }
    let furthest = 0;
    let put = 0;
    for await (const _ of ingestAhead(await newTarget(), [wire(counted())], { reader, threads: 2 })) {
      furthest = Math.max(furthest, given - put++);
    }
    expect(put).toBe(200);
    expect(furthest).toBeLessThan(20);
  });
});

describe('a thread that reads', () => {
  it('names each document that it cannot give, where it ends before', async () => {
    const thread = startReadingThread(resources);
    const readings = [0, 1].map((index) => thread.read(createDocument(article(index))));
    const outcomes = Promise.allSettled(readings);
    await thread.end();
    expect((await outcomes).map((each) => (each.status === 'rejected' ? String(each.reason) : each))).toEqual([
      expect.stringContaining('"article-0"'),
      expect.stringContaining('"article-1"'),
    ]);
    await expect(thread.read(createDocument(article(2)))).rejects.toThrow('"article-2"');
    expect(thread.waiting).toBe(0);
  });
});
