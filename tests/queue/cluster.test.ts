import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentReader, extractDocument } from '../../src/pipeline/index.js';
import { openQueue, work } from '../../src/queue/index.js';
import { createDocument } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore } from '../../src/store/index.js';
import { generateCorpus } from '../bench/generate-corpus.js';
import { lacksNats, type NatsServers, startNats } from '../support/start-nats.js';

const COUNT = 150;
const resources = loadResources();

describe.skipIf(lacksNats())('a queue that three servers keep', () => {
  let servers: NatsServers;
  beforeAll(async () => {
    servers = await startNats(3);
  });
  afterAll(() => servers?.remove());

  it('loses nothing and does nothing twice where its leader is killed', { timeout: 180_000 }, async () => {
    const alone = servers.newAddress('?patience=3');
    // A queue of one server becomes one of three where its address says so.
    await (await openQueue(alone)).close();
    const address = `${alone}&replicas=3`;
    const [queue, source] = [await openQueue(address), await openQueue(address)];
    const store = await openStore('memory:');
    const target = { store, resources };
    const reader: DocumentReader = {
      read: async (document) => extractDocument(document, resources),
      close: async () => undefined,
    };
    const documents = [...generateCorpus({ count: COUNT, words: 40, seed: 9 })].map((each) => createDocument(each));
    const acknowledged: string[] = [];
    const putting = (async () => {
      for (const document of documents) {
        await source.put(document);
        acknowledged.push(document.id);
      }
    })();

    const stop = new AbortController();
    const doneAt: number[] = [];
    const counts: Record<string, number> = {};
    let killed: Promise<string> | null = null;
    await work(
      queue,
      { store, resources },
      {
        reader,
        slots: 4,
        attempts: 5,
        untilEmpty: false,
        signal: stop.signal,
        hear({ kind }) {
          counts[kind] = (counts[kind] ?? 0) + 1;
          doneAt.push(performance.now());
          if (doneAt.length === 40) killed = servers.killLeader(`${nameOf(address)}-documents`);
          void store.counts().then(({ documents }) => documents === COUNT && stop.abort());
        },
      },
    );
    await putting;
    const gaps = doneAt.slice(1).map((time, index) => time - doneAt[index]!);
    console.log(
      `The leader (${await killed}) was killed; the longest gap was ${(Math.max(...gaps) / 1000).toFixed(1)} s.`,
    );
    expect(killed).not.toBeNull();
    expect(acknowledged).toHaveLength(COUNT);
    // Each once in the log of changes.
    expect(counts.ADDED).toBe(COUNT);
    expect(counts.UPDATED).toBeUndefined();
    expect((await store.counts()).position).toBe(COUNT);
    // One whose acknowledgement was lost comes again, and is found as it is.
    await work(queue, target, {
      reader,
      slots: 1,
      attempts: 5,
      untilEmpty: true,
      signal: new AbortController().signal,
      hear: ({ kind }) => expect(kind).toBe('UNCHANGED'),
    });
    expect(await queue.counts()).toMatchObject({ waiting: 0, underWay: 0, dead: 0 });
    await queue.close();
    await source.close();
  });
});

function nameOf(address: string): string {
  return /\/([^/?]+)\?/.exec(address)?.[1] ?? '';
}
