import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { addDocuments, extractInputs, followKnowledge, type IngestEvent, ingest } from '../../src/pipeline/index.js';
import { createDocument, type RawInput } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore } from '../../src/store/index.js';

const resources = loadResources();
const TEXT = 'Ann Lee criticized Bo Ray in Valdoro on Monday.';

/** An input of JSON Lines that notes each chunk that is asked of it. */
function wire(name: string, lines: readonly unknown[], asked: string[] = []): RawInput {
  return {
    name,
    mediaType: 'application/x-ndjson',
    async *open() {
      for (const line of lines) {
        asked.push(name);
        yield Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
      }
    },
  };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function words(events: readonly IngestEvent[]): readonly string[] {
  return events.map((event) => `${event.kind} ${event.kind === 'FAILED' ? event.code : event.documentId}`);
}

describe('addDocuments', () => {
  it('tells new, changed and known documents apart, and reads the known ones not again', async () => {
    const target = { store: await openStore('memory:'), resources };
    const document = createDocument({ id: 'd1', text: TEXT });
    expect(await addDocuments(target, [document])).toMatchObject([{ documentId: 'd1', outcome: 'ADDED' }]);
    expect(await addDocuments(target, [document])).toEqual([{ documentId: 'd1', outcome: 'UNCHANGED', claims: null }]);
    const retitled = createDocument({ id: 'd1', text: TEXT, title: 'A quarrel' });
    expect(await addDocuments(target, [retitled])).toMatchObject([{ outcome: 'UPDATED' }]);
    expect((await target.store.documents(['d1'])).get('d1')!.extraction.document.title).toBe('A quarrel');
    const anchored = createDocument({ id: 'd1', text: TEXT, title: 'A quarrel' }, { timeAnchor: '2031-03-12' });
    expect(await addDocuments(target, [anchored])).toMatchObject([{ outcome: 'UPDATED' }]);
    const other = { ...target, resources: { ...resources, reading: 'another' } };
    expect((await addDocuments(other, [anchored]))[0]!.claims).not.toBeNull();
  });

  it('has the graph follow where the target has one', async () => {
    const knowledge = await followKnowledge(await openStore('memory:'), { resources });
    await addDocuments(knowledge, [createDocument({ id: 'd1', text: TEXT })]);
    expect(knowledge.position).toBe((await knowledge.store.counts()).position);
    expect(knowledge.position).toBeGreaterThan(0);
  });
});

describe('ingest', () => {
  it('gives one event a document, in order, and goes on after failures', async () => {
    const target = { store: await openStore('memory:'), resources };
    const missing = { input: 'gone.txt', line: null, code: 'INPUT_NOT_FOUND', reason: 'It is not there.' } as const;
    const inputs = [
      wire('a', [{ id: 'd1', text: TEXT }, '{', { id: 'd2', text: TEXT }]),
      missing,
      wire('b', [{ id: 'd1', text: TEXT }]),
    ];
    const events = await all(ingest(target, inputs));
    expect(words(events)).toEqual([
      'ADDED d1',
      'FAILED INPUT_MALFORMED',
      'ADDED d2',
      'FAILED INPUT_NOT_FOUND',
      'UNCHANGED d1',
    ]);
    expect(events[1]).toMatchObject({ input: 'a', line: 2 });
    expect((await target.store.counts()).documents).toBe(2);
  });

  it('goes on after a document that is too large for the store', async () => {
    const store = await openStore('memory:');
    const narrow = new Proxy(store, {
      get: (whole, name) => {
        const value = Reflect.get(whole, name);
        if (name !== 'putDocument') return typeof value === 'function' ? value.bind(whole) : value;
        return async (...[stored, reading]: Parameters<typeof store.putDocument>) => {
          if (stored.document.id === 'd2') throw new ClaimgraphError('INPUT_TOO_LARGE', 'It is too large.');
          return whole.putDocument(stored, reading);
        };
      },
    });
    const lines = [1, 2, 3].map((number) => ({ id: `d${number}`, text: `${TEXT} ${number}` }));
    const events = await all(ingest({ store: narrow, resources }, [wire('a', lines)]));
    expect(words(events)).toEqual(['ADDED d1', 'FAILED INPUT_TOO_LARGE', 'ADDED d3']);
    expect(events[1]).toMatchObject({ input: 'a', reason: 'It is too large.' });
  });

  it('gives an event only after its document is in the store', async () => {
    const target = { store: await openStore('memory:'), resources };
    const lines = [1, 2, 3].map((number) => ({ id: `d${number}`, text: `${TEXT} ${number}` }));
    for await (const event of ingest(target, [wire('a', lines)])) {
      if (event.kind !== 'FAILED') expect(await target.store.identity(event.documentId)).not.toBeNull();
    }
  });

  it('ends after the document under way where the signal fires, also while an input keeps silent', async () => {
    const target = { store: await openStore('memory:'), resources };
    const controller = new AbortController();
    const silent: RawInput = {
      name: '-',
      mediaType: 'application/x-ndjson',
      async *open() {
        // More than a reader looks at before it begins.
        yield Buffer.from(`${JSON.stringify({ id: 'd1', text: TEXT, more: 'x'.repeat(300_000) })}\n`);
        await new Promise(() => undefined);
      },
    };
    const events: IngestEvent[] = [];
    for await (const event of ingest(target, [silent], { signal: controller.signal })) {
      events.push(event);
      setTimeout(() => controller.abort(), 1);
    }
    expect(words(events)).toEqual(['ADDED d1']);
    expect(await all(ingest(target, [silent], { signal: controller.signal }))).toEqual([]);
  });

  it('stops with the store, and what was acknowledged is safe', async () => {
    const store = await openStore('memory:');
    const events: IngestEvent[] = [];
    const lines = [1, 2, 3].map((number) => ({ id: `d${number}`, text: `${TEXT} ${number}` }));
    const run = async (): Promise<void> => {
      for await (const event of ingest({ store, resources }, [wire('a', lines)])) {
        events.push(event);
        await store.close();
      }
    };
    await expect(run()).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
    expect(words(events)).toEqual(['ADDED d1']);
  });
});

describe('extractInputs', () => {
  it('reads no further than it is asked to', async () => {
    const asked: string[] = [];
    const lines = Array.from({ length: 1000 }, (_, number) => ({ id: `d${number}`, text: `${TEXT} ${number}` }));
    for await (const event of extractInputs(resources, [wire('a', lines, asked), wire('b', lines, asked)])) {
      if (event.kind === 'EXTRACTED' && event.extraction.id === 'd2') break;
    }
    expect(asked.length).toBeLessThan(100);
    expect(asked).not.toContain('b');
  });
});
