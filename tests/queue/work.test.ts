import { connect } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { type DocumentReader, extractDocument, type IngestTarget } from '../../src/pipeline/index.js';
import { type EnqueueEvent, enqueue, openQueue, type Queue, type WorkEvent, work } from '../../src/queue/index.js';
import { createDocument } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { lacksNats, type NatsServers, startNats } from '../support/start-nats.js';

const resources = loadResources();
const READER: DocumentReader = {
  read: async (document) => extractDocument(document, resources),
  close: async () => undefined,
};

function article(id: string, words = 'in Valdoro on Monday') {
  return createDocument({ id, text: `Ann Lee criticized Bo Ray ${words}.` });
}

/** Works until the queue is empty, or what is done with the events says so; gives the events. */
async function workOff(
  queue: Queue,
  store: Store,
  {
    reader = READER,
    attempts = 2,
    hear,
  }: { reader?: DocumentReader; attempts?: number; hear?: (event: WorkEvent, stop: AbortController) => void } = {},
): Promise<readonly WorkEvent[]> {
  const events: WorkEvent[] = [];
  const stop = new AbortController();
  const target: IngestTarget = { store, resources };
  await work(queue, target, {
    reader,
    slots: 3,
    attempts,
    untilEmpty: true,
    signal: stop.signal,
    hear(event) {
      events.push(event);
      hear?.(event, stop);
    },
  });
  return events;
}

function kinds(events: readonly WorkEvent[]): readonly string[] {
  return events.map(({ kind }) => kind).sort();
}

async function deadOf(queue: Queue) {
  const list = [];
  for await (const dead of queue.dead()) list.push(dead);
  return list;
}

describe.skipIf(lacksNats())('a queue', () => {
  let servers: NatsServers;
  beforeAll(async () => {
    servers = await startNats();
  });
  afterAll(() => servers?.remove());

  it('holds a document once while it waits, and gives it to a worker who puts it into the store', async () => {
    const queue = await openQueue(servers.newAddress());
    const store = await openStore('memory:');
    expect(await queue.put(article('d1'))).toBe('QUEUED');
    expect(await queue.put(article('d1'))).toBe('WAITING');
    expect(await queue.counts()).toMatchObject({ waiting: 1, underWay: 0, dead: 0 });
    expect(await workOff(queue, store)).toMatchObject([{ kind: 'ADDED', documentId: 'd1', count: 1 }]);
    expect(await queue.counts()).toMatchObject({ waiting: 0, underWay: 0, oldest: null });
    // What is done is told by the store.
    expect(await queue.put(article('d1'))).toBe('QUEUED');
    expect(kinds(await workOff(queue, store))).toEqual(['UNCHANGED']);
    await queue.close();
  });

  it('ends with the text that was put last under an id, however workers take them', async () => {
    const queue = await openQueue(servers.newAddress('?patience=2'));
    const store = await openStore('memory:');
    const slow: DocumentReader = {
      ...READER,
      async read(document) {
        if (document.text.includes('first')) await new Promise((resolve) => setTimeout(resolve, 400));
        return extractDocument(document, resources);
      },
    };
    for (const words of ['at first', 'then', 'at first']) await queue.put(article('d1', words));
    expect(await queue.counts()).toMatchObject({ waiting: 3 });
    expect(kinds(await workOff(queue, store, { reader: slow }))).toEqual(expect.arrayContaining(['ADDED', 'LATER']));
    expect((await store.documents(['d1'])).get('d1')?.document.text).toContain('at first');
    expect((await store.changes({ after: 0, limit: 10 })).length).toBe(3);
    await queue.close();
  });

  it('gives what a silent worker had to another one, and nothing twice', async () => {
    const queue = await openQueue(servers.newAddress('?patience=1'));
    const store = await openStore('memory:');
    await queue.put(article('d1'));
    const silent = await queue.take();
    expect(await queue.counts()).toMatchObject({ waiting: 0, underWay: 1 });
    expect(await workOff(queue, store)).toMatchObject([{ kind: 'ADDED', count: 2 }]);
    expect(await silent?.turn()).toBe('GONE');
    await queue.close();
  });

  it('keeps a document that takes long with its worker', async () => {
    const queue = await openQueue(servers.newAddress('?patience=1'));
    const reader: DocumentReader = {
      ...READER,
      async read(document) {
        await new Promise((resolve) => setTimeout(resolve, 2500));
        return extractDocument(document, resources);
      },
    };
    await queue.put(article('d1'));
    expect(await workOff(queue, await openStore('memory:'), { reader })).toMatchObject([{ kind: 'ADDED', count: 1 }]);
    await queue.close();
  });

  it('carries a document that is larger than a message may be, and keeps no part of it afterwards', async () => {
    const address = servers.newAddress();
    const queue = await openQueue(address);
    const store = await openStore('memory:');
    const reader: DocumentReader = {
      ...READER,
      read: async (document) => ({ ...EMPTY, id: document.id, text: document.text }),
    };
    const EMPTY = extractDocument(article('any'), resources);
    const large = createDocument({ id: 'large', text: 'Ann Lee met Bo Ray – 𝄞. '.repeat(100_000) });
    expect(await queue.put(large)).toBe('QUEUED');
    expect(await queue.put(large)).toBe('WAITING');
    expect(kinds(await workOff(queue, store, { reader }))).toEqual(['ADDED']);
    expect((await store.documents(['large'])).get('large')?.document).toEqual(large);
    const connection = await connect({ servers: servers.hosts });
    const name = `${address.slice(address.lastIndexOf('/') + 1)}-parts`;
    const answer = await connection.request(`$JS.API.STREAM.INFO.${name}`);
    expect(answer.json()).toMatchObject({ state: { messages: 0 } });
    await connection.close();
    await queue.close();
  });

  it('tries again what fails, gives it up with the reason, and takes it back or drops it', async () => {
    const queue = await openQueue(servers.newAddress());
    const store = await openStore('memory:');
    const failing: DocumentReader = {
      ...READER,
      async read(document) {
        if (document.id !== 'good') throw new Error(`Document "${document.id}" could not be read.`);
        return extractDocument(document, resources);
      },
    };
    for (const id of ['bad', 'good', 'worse']) await queue.put(article(id));
    const events = await workOff(queue, store, { reader: failing });
    expect(kinds(events)).toEqual(['ADDED', 'BURIED', 'BURIED', 'FAILED', 'FAILED']);
    expect((await deadOf(queue)).map(({ documentId, reason, count }) => ({ documentId, reason, count }))).toEqual(
      expect.arrayContaining([
        { documentId: 'bad', reason: 'Document "bad" could not be read.', count: 2 },
        { documentId: 'worse', reason: 'Document "worse" could not be read.', count: 2 },
      ]),
    );
    const [first, second] = await deadOf(queue);
    expect(await queue.drop(first!)).toBe(true);
    expect(await queue.drop(first!)).toBe(false);
    expect(await queue.retry(second!)).toBe(true);
    expect(await queue.retry(second!)).toBe(false);
    expect(await queue.counts()).toMatchObject({ waiting: 1, dead: 0 });
    expect(await workOff(queue, store)).toMatchObject([{ kind: 'ADDED', documentId: second!.documentId }]);
    await queue.close();
  });

  it('gives up what ends its workers, and messages of others, at once', async () => {
    const address = servers.newAddress('?patience=1');
    const queue = await openQueue(address);
    const store = await openStore('memory:');
    await queue.put(article('deadly'));
    await queue.take();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const connection = await connect({ servers: servers.hosts });
    const name = address.slice(address.lastIndexOf('/') + 1).split('?')[0];
    await connection.request(`${name}.documents.other`, '{"no": "document"}');
    await connection.close();
    expect(kinds(await workOff(queue, store, { attempts: 1 }))).toEqual(['BURIED', 'BURIED']);
    const dead = await deadOf(queue);
    expect(dead.find(({ documentId }) => documentId === 'deadly')?.reason).toContain('1 workers');
    expect(dead.find(({ documentId }) => documentId === null)?.reason).toContain('INPUT_MALFORMED');
    expect((await store.counts()).documents).toBe(0);
    await queue.close();
  });

  it('waits for a store that cannot be written now, and blames no document for it', async () => {
    const queue = await openQueue(servers.newAddress());
    const store = await openStore('memory:');
    let refusals = 2;
    const busy: Store = Object.assign(Object.create(store) as Store, {
      counts: () => store.counts(),
      identity: (id: string) => store.identity(id),
      async putDocument(...words: Parameters<Store['putDocument']>) {
        if (refusals-- > 0) throw new ClaimgraphError('STORE_UNREACHABLE', 'No server there.');
        return store.putDocument(...words);
      },
    });
    await queue.put(article('d1'));
    expect(kinds(await workOff(queue, busy, { attempts: 1 }))).toEqual(['ADDED', 'STORE_WAITS', 'STORE_WAITS']);
    await queue.close();
  });

  it('stops a worker after the documents under way, and leaves the others', async () => {
    const queue = await openQueue(servers.newAddress('?patience=2'));
    const store = await openStore('memory:');
    for (let index = 0; index < 20; index++) await queue.put(article(`d${index}`));
    const events = await workOff(queue, store, { hear: (_event, stop) => stop.abort() });
    expect(events.length).toBeLessThan(20);
    expect((await store.counts()).documents).toBe(events.length);
    expect((await workOff(queue, store)).length).toBe(20 - events.length);
    await queue.close();
  });

  it('takes no more than may wait, until there is room', async () => {
    const address = servers.newAddress();
    const [queue, other] = [await openQueue(address), await openQueue(address)];
    const lines = Array.from({ length: 12 }, (_, index) =>
      JSON.stringify({ id: `d${index}`, text: 'Ann Lee met Bo Ray.' }),
    );
    async function* open() {
      yield Buffer.from(`${lines.join('\n')}\n`);
    }
    const events: EnqueueEvent[] = [];
    const input = { name: 'wire.jsonl', mediaType: 'application/x-ndjson', open };
    const putting = (async () => {
      for await (const event of enqueue(queue, [input], { most: 5 })) events.push(event);
    })();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(events).toHaveLength(5);
    const store = await openStore('memory:');
    while ((await store.counts()).documents < 12) await workOff(other, store);
    await putting;
    expect(events).toHaveLength(12);
    await queue.close();
    await other.close();
  });

  it('says where there is none', async () => {
    await expect(openQueue('nats://127.0.0.1:9/none')).rejects.toMatchObject({ code: 'QUEUE_UNREACHABLE' });
    await expect(openQueue('amqp://localhost')).rejects.toMatchObject({ code: 'QUEUE_URL_INVALID' });
  });
});
