import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareIds } from '../../src/base/index.js';
import type { JudgementDraft } from '../../src/domain/index.js';
import { type Change, hashMetadata, hashStore, type Store, type StoredDocument } from '../../src/store/index.js';
import { buildStored } from '../support/build-extraction.js';

/** Ids that differ between orders and encodings, or mean something to JavaScript or SQL. */
export const ODD_IDS: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  ' ',
  '%',
  "'; DROP TABLE documents; --",
  'a',
  'a\0b',
  'a#b',
  'A',
  'aa',
  'é',
  'e\u0301',
  'שלום',
  '\u202eabc',
  '\ud7ff',
  '\ue000',
  '\ufffd',
  '\uffff',
  '\u{10000}',
  '😀',
  '\u{10ffff}',
  'x'.repeat(512),
];

/** A person's judgement that two referents are one; the reason tells it apart. */
export function buildJudgement(reason: string): JudgementDraft {
  return {
    verdict: 'SAME',
    left: 'a#PERSON/ann lee/1',
    right: 'b#PERSON/ann lee/1',
    by: 'PERSON',
    reason,
    at: '2012-03-12T08:00:00Z',
    score: null,
    undoes: null,
  };
}

/** Everything of an asynchronous list, in its order. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

function story(id: string, title: string | null = null): StoredDocument {
  return buildStored({
    id,
    title,
    source: 'The Gazette',
    publishedAt: '2012-03-12',
    claims: [
      { subject: 'Ann Lee', relation: 'ATTACK', object: `${title} Bo Ray`, claimant: 'Cy Poe', stance: 'DENIES' },
    ],
  });
}

const ALL = { after: 0, limit: 1_000 };

/** What every store does; `open` gives an empty one, which the suite closes. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`a store at ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(async () => store.close());

    describe('empty', () => {
      it('holds nothing', async () => {
        expect(await store.counts()).toEqual({ documents: 0, judgements: 0, position: 0 });
        expect(await store.identity('a')).toBeNull();
        expect(await store.documents(['a', 'b'])).toEqual(new Map());
        expect(await store.documents([])).toEqual(new Map());
        expect(await store.documentsByTextHash('')).toEqual([]);
        expect(await store.documentIds({ after: null, limit: 10 })).toEqual([]);
        expect(await collect(store.scan())).toEqual([]);
        expect(await store.judgements()).toEqual([]);
        expect(await store.changes(ALL)).toEqual([]);
      });

      it('deletes nothing, and logs nothing of it', async () => {
        expect(await store.deleteDocument('a')).toBe(false);
        expect(await store.changes(ALL)).toEqual([]);
      });
    });

    describe('with documents', () => {
      it('gives back what was put, in the same bytes', async () => {
        const stored = buildStored({
          id: 'a',
          title: 'A "title" with \ud800, \0 and 😀',
          url: 'https://example.org/?a=%20',
          publishedAt: '2012-03-12T08:00:00Z',
          opening: 'שלום \0 😀 \\u0000 \ud800 \udc00x\ud83d\n\n',
          referents: [{ name: '__proto__', type: 'ORGANIZATION', aliases: ['constructor'] }],
          claims: [
            { subject: '__proto__', relation: 'KILL', object: 'constructor', claimant: null, time: '2012-03-12' },
          ],
          diagnostics: [{ code: 'LONG_TOKEN', severity: 'INFO', message: '…', span: { start: 0, end: 1 } }],
        });
        expect(await store.putDocument(stored, '1')).toBe('ADDED');
        const found = (await store.documents(['a'])).get('a');
        expect(found).toEqual(stored);
        expect(JSON.stringify(found)).toBe(JSON.stringify(stored));
      });

      it('keeps its record from whoever put or read it', async () => {
        const stored = structuredClone(story('a'));
        const expected = structuredClone(stored);
        await store.putDocument(stored, '1');
        (stored.document as { title: string }).title = 'changed';
        (stored.extraction.claims as unknown[]).length = 0;
        const found = (await store.documents(['a'])).get('a');
        try {
          ((found as StoredDocument).extraction.mentions as unknown[]).length = 0;
        } catch {
          // A frozen value refuses, which is as good as a copy.
        }
        expect((await store.documents(['a'])).get('a')).toEqual(expected);
      });

      it('says that the same again is UNCHANGED, and logs it once', async () => {
        expect(await store.putDocument(story('a'), '1')).toBe('ADDED');
        expect(await store.putDocument(story('a'), '1')).toBe('UNCHANGED');
        expect(await store.changes(ALL)).toEqual([{ position: 1, kind: 'DOCUMENT_PUT', documentId: 'a' }]);
      });

      it.each([
        ['title', { title: 'Other' }],
        ['source', { source: 'Other' }],
        ['address', { url: 'https://example.org/' }],
        ['publication date', { publishedAt: '2012-03-13' }],
        ['time anchor', { timeAnchor: '2012-03-13' }],
        ['emptied title', { title: '' }],
      ])('updates a document of another %s', async (_, change) => {
        await store.putDocument(buildStored({ id: 'a' }), '1');
        const changed = buildStored({ id: 'a', ...change });
        expect(await store.putDocument(changed, '1')).toBe('UPDATED');
        expect((await store.documents(['a'])).get('a')).toEqual(changed);
        expect((await store.counts()).documents).toBe(1);
        expect(await store.changes(ALL)).toHaveLength(2);
      });

      it('updates a document of another text, and forgets the old text', async () => {
        const before = buildStored({ id: 'a', opening: 'Before.' });
        const after = buildStored({ id: 'a', opening: 'After.' });
        await store.putDocument(before, '1');
        expect(await store.putDocument(after, '1')).toBe('UPDATED');
        expect((await store.documents(['a'])).get('a')).toEqual(after);
        expect(await store.documentsByTextHash(before.document.textHash)).toEqual([]);
        expect(await store.documentsByTextHash(after.document.textHash)).toEqual(['a']);
      });

      it('updates a document that another version of the reading has read', async () => {
        await store.putDocument(buildStored({ id: 'a' }), '1');
        expect(await store.putDocument(buildStored({ id: 'a' }), '2')).toBe('UPDATED');
        expect((await store.identity('a'))?.reading).toBe('2');
      });

      it('tells the identity of a document', async () => {
        const stored = story('a', 'T');
        await store.putDocument(stored, '7');
        expect(await store.identity('a')).toEqual({
          textHash: stored.document.textHash,
          metadataHash: hashMetadata(stored.document),
          reading: '7',
        });
        expect(await store.identity('b')).toBeNull();
        await store.putDocument(story('c'), '8');
        const identities = await store.identities(['c', 'b', 'a', 'a', '\ud800']);
        expect([...identities].map(([id, { reading }]) => [id, reading])).toEqual([
          ['c', '8'],
          ['a', '7'],
        ]);
      });

      it('keeps any version of the reading', async () => {
        for (const reading of ['', '\0', '\\', '😀']) {
          await store.putDocument(story('a'), reading);
          expect((await store.identity('a'))?.reading).toBe(reading);
        }
      });

      it('keeps the same text under two ids as two documents', async () => {
        const { textHash } = story('a').document;
        for (const id of ['b', '😀', '\uffff', 'a']) await store.putDocument(story(id), '1');
        expect(await store.documentsByTextHash(textHash)).toEqual(['a', 'b', '\uffff', '😀']);
        await store.deleteDocument('b');
        expect(await store.documentsByTextHash(textHash)).toEqual(['a', '\uffff', '😀']);
      });

      it('takes many writes that nobody waits for in the order in which they were begun', async () => {
        const ids = Array.from({ length: 40 }, (_, index) => `d${String(index).padStart(2, '0')}`);
        const [first, same, other, deletion, again, ...rest] = await Promise.all([
          store.putDocument(story('a'), '1'),
          store.putDocument(story('a'), '1'),
          store.putDocument(story('a', 'new'), '1'),
          store.deleteDocument('a'),
          store.putDocument(story('a', 'newer'), '1'),
          ...ids.map((id) => store.putDocument(story(id), '1')),
        ]);
        expect([first, same, other, deletion, again]).toEqual(['ADDED', 'UNCHANGED', 'UPDATED', true, 'ADDED']);
        expect(rest).toEqual(ids.map(() => 'ADDED'));
        const changes = await store.changes({ after: 0, limit: 100 });
        expect(changes.map(({ position }) => position)).toEqual(changes.map((_, index) => index + 1));
        expect(changes.map((change) => ('documentId' in change ? change.documentId : ''))).toEqual([
          ...['a', 'a', 'a', 'a'],
          ...ids,
        ]);
        expect((await store.documents(['a'])).get('a')).toEqual(story('a', 'newer'));
        expect(await store.counts()).toEqual({ documents: 41, judgements: 0, position: 44 });
      });

      it('refuses one of many that are put at once, and takes the others', async () => {
        const putting = ['a', '', 'b'].map((id) => store.putDocument(story(id), '1'));
        expect((await Promise.allSettled(putting)).map(({ status }) => status)).toEqual([
          'fulfilled',
          'rejected',
          'fulfilled',
        ]);
        expect(await store.documentIds({ after: null, limit: 10 })).toEqual(['a', 'b']);
      });

      it('deletes exactly one document', async () => {
        for (const id of ['a', 'b', 'c']) await store.putDocument(story(id, id), '1');
        expect(await store.deleteDocument('b')).toBe(true);
        expect(await store.deleteDocument('b')).toBe(false);
        expect(await store.identity('b')).toBeNull();
        expect(await store.documentIds({ after: null, limit: 10 })).toEqual(['a', 'c']);
        expect(await store.documents(['a', 'b', 'c'])).toEqual(
          new Map([
            ['a', story('a', 'a')],
            ['c', story('c', 'c')],
          ]),
        );
        expect((await store.counts()).documents).toBe(2);
        expect((await store.changes({ after: 3, limit: 10 })).map(({ kind }) => kind)).toEqual(['DOCUMENT_DELETED']);
      });

      it('adds a document anew after its deletion, at a position of its own', async () => {
        await store.putDocument(story('a'), '1');
        await store.deleteDocument('a');
        expect(await store.putDocument(story('a'), '1')).toBe('ADDED');
        expect((await store.changes(ALL)).map(({ position, kind }) => [position, kind])).toEqual([
          [1, 'DOCUMENT_PUT'],
          [2, 'DOCUMENT_DELETED'],
          [3, 'DOCUMENT_PUT'],
        ]);
      });

      it('takes any well-formed id, in the order of UTF-8 bytes', async () => {
        for (const id of [...ODD_IDS].reverse()) expect(await store.putDocument(story(id), '1')).toBe('ADDED');
        const ascending = [...ODD_IDS].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect([...ODD_IDS].sort(compareIds)).toEqual(ascending);
        expect(await store.documentIds({ after: null, limit: 100 })).toEqual(ascending);
        expect((await collect(store.scan())).map(({ document }) => document.id)).toEqual(ascending);
        const found = await store.documents(ODD_IDS);
        for (const id of ODD_IDS) {
          expect(found.get(id)).toEqual(story(id));
          expect(await store.identity(id)).not.toBeNull();
        }
        for (const id of ODD_IDS) expect(await store.deleteDocument(id)).toBe(true);
        expect((await store.counts()).documents).toBe(0);
      });

      it.each([
        ['an empty id', ''],
        ['a lone surrogate', 'a\ud800'],
        ['an endless id', 'x'.repeat(513)],
      ])('refuses %s, and finds nothing by it', async (_, id) => {
        await expect(store.putDocument(story(id), '1')).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
        await store.putDocument(story('a\ufffd'), '1');
        expect(await store.identity(id)).toBeNull();
        expect(await store.deleteDocument(id)).toBe(false);
        expect((await store.documents([id])).size).toBe(0);
        expect((await store.counts()).documents).toBe(1);
      });

      it('refuses the extraction of another document', async () => {
        const { document } = story('a');
        const { extraction } = story('b');
        const putting = store.putDocument({ document, extraction }, '1');
        await expect(putting).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
        expect(await store.counts()).toEqual({ documents: 0, judgements: 0, position: 0 });
      });

      it('pages through ids, whether or not the cursor still exists', async () => {
        for (const id of ['a', 'b', 'c', 'd']) await store.putDocument(story(id), '1');
        await store.deleteDocument('b');
        expect(await store.documentIds({ after: null, limit: 2 })).toEqual(['a', 'c']);
        expect(await store.documentIds({ after: 'a', limit: 1 })).toEqual(['c']);
        expect(await store.documentIds({ after: 'b', limit: 10 })).toEqual(['c', 'd']);
        expect(await store.documentIds({ after: 'd', limit: 10 })).toEqual([]);
        expect(await store.documentIds({ after: '', limit: 1 })).toEqual(['a']);
        expect(await store.documentIds({ after: null, limit: 0 })).toEqual([]);
        expect(await store.documentIds({ after: null, limit: -1 })).toEqual([]);
        expect(await store.documentIds({ after: null, limit: Number.POSITIVE_INFINITY })).toEqual(['a', 'c', 'd']);
      });

      it('finds many documents at once', async () => {
        for (const id of ['a', 'b']) await store.putDocument(story(id), '1');
        const ids = Array.from({ length: 70_000 }, (_, index) => `missing ${index}`);
        const found = await store.documents(['b', ...ids, 'a', 'b']);
        expect([...found.keys()]).toEqual(['b', 'a']);
      });

      it('gives the texts of documents alone, to the code unit', async () => {
        const texts = new Map(
          ['', 'plain', 'a \ufffd, a \ud800 and a \udc00\ud83d', '\u0000\\u0000 \r\n', '😀'].map((text, at) => [
            `d${at}`,
            text,
          ]),
        );
        for (const [id, text] of texts) {
          const stored = story(id);
          const extraction = { ...stored.extraction, text };
          await store.putDocument({ document: { ...stored.document, text }, extraction }, '1');
        }
        expect(await store.texts(['d3', 'none', ...texts.keys(), '__proto__'])).toEqual(texts);
        expect((await store.texts([])).size).toBe(0);
      });

      it('scans past changes made meanwhile', async () => {
        const ids = Array.from({ length: 100 }, (_, index) => `d${String(index).padStart(3, '0')}`);
        for (const id of ids) await store.putDocument(story(id), '1');
        const seen: string[] = [];
        for await (const { document } of store.scan()) {
          seen.push(document.id);
          if (document.id === 'd010') {
            for (const id of ['d000', 'd010', 'd011', 'd090']) await store.deleteDocument(id);
            await store.putDocument(story('d050', 'new'), '1');
            await store.putDocument(story('d099x'), '1');
          }
          if (document.id === 'd050') expect(document.title).toBe('new');
        }
        expect(seen).toEqual([...ids.filter((id) => id !== 'd011' && id !== 'd090'), 'd099x']);
      });
    });

    describe('asked for words', () => {
      it('finds names and passages of the documents that it holds now', async () => {
        await store.putDocument(story('a', 'First'), '1');
        await store.putDocument(story('b', 'Second'), '1');
        expect(await store.searchForms('lee', 9)).toEqual(['Ann Lee']);
        expect(await store.searchForms('NN L', 9)).toEqual(['Ann Lee']);
        const found = async (text: string): Promise<readonly string[]> =>
          (await store.searchPassages(text, 9)).map(({ documentId, kind }) => `${documentId} ${kind}`).sort();
        expect(await found('first ray')).toEqual(['a CLAIM', 'a QUOTATION']);
        await store.putDocument(story('a', 'Third'), '1');
        expect(await found('first')).toEqual([]);
        await store.deleteDocument('b');
        expect(await found('ann')).toEqual(['a CLAIM', 'a QUOTATION']);
      });

      it('answers any words', async () => {
        await store.putDocument(story('a', 'First'), '1');
        for (const text of [
          '',
          ' ',
          '"',
          '*',
          'a AND NOT',
          'NEAR(',
          '\0',
          '\ud800',
          '()^:-',
          "';--",
          'x'.repeat(9999),
        ]) {
          expect(await store.searchForms(text, 9)).toBeInstanceOf(Array);
          expect(await store.searchPassages(text, 9)).toBeInstanceOf(Array);
        }
      });
    });

    describe('told that a claim was read wrongly', () => {
      it('keeps that in its log, in order', async () => {
        const draft = { documentId: 'a', claim: 'f'.repeat(24), reason: 'Misread.', at: '2012-03-12T08:00:00Z' };
        const first = await store.appendRetraction({ ...draft, effect: 'RETRACT' });
        const second = await store.appendRetraction({ ...draft, effect: 'RESTORE' });
        expect([first.id, second.id]).toEqual(['x1', 'x2']);
        expect(await store.retractions()).toEqual([first, second]);
        expect(await store.changes(ALL)).toEqual([
          { position: 1, kind: 'CLAIM_RETRACTED', retraction: first },
          { position: 2, kind: 'CLAIM_RETRACTED', retraction: second },
        ]);
      });
    });

    describe('with judgements', () => {
      it('numbers them in the order of the log, and logs each', async () => {
        await store.putDocument(story('a'), '1');
        const drafts = ['first', 'second \ud800 😀', ''].map(buildJudgement);
        const judged = [];
        for (const draft of drafts) judged.push(await store.appendJudgement(draft));
        await store.deleteDocument('a');
        expect(judged).toEqual(drafts.map((draft, index) => ({ ...draft, id: `j${index + 1}` })));
        expect(await store.judgements()).toEqual(judged);
        expect(await store.changes(ALL)).toEqual([
          { position: 1, kind: 'DOCUMENT_PUT', documentId: 'a' },
          ...judged.map((judgement, index) => ({ position: index + 2, kind: 'JUDGED', judgement })),
          { position: 5, kind: 'DOCUMENT_DELETED', documentId: 'a' },
        ]);
        expect(await store.counts()).toEqual({ documents: 0, judgements: 3, position: 5 });
      });

      it('takes the same judgement twice', async () => {
        await store.appendJudgement(buildJudgement('again'));
        expect((await store.appendJudgement(buildJudgement('again'))).id).toBe('j2');
      });

      it('keeps who judged, how sure, and what is taken back', async () => {
        const draft: JudgementDraft = {
          ...buildJudgement('odd'),
          verdict: 'UNSURE',
          by: 'ALGORITHM',
          score: 0.123456789,
          undoes: 'j1',
        };
        await store.appendJudgement(draft);
        expect(await store.judgements()).toEqual([{ ...draft, id: 'j1' }]);
      });
    });

    it('pages through changes', async () => {
      for (const id of ['a', 'b', 'c', 'd', 'e']) await store.putDocument(story(id), '1');
      const paged: Change[] = [];
      while (true) {
        const page = await store.changes({ after: paged.at(-1)?.position ?? 0, limit: 2 });
        if (page.length === 0) break;
        expect(page.length).toBeLessThanOrEqual(2);
        paged.push(...page);
      }
      expect(paged.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
      expect(await store.changes({ after: 5, limit: 10 })).toEqual([]);
      expect(await store.changes({ after: 900, limit: 10 })).toEqual([]);
      expect(await store.changes({ after: -1, limit: 1 })).toHaveLength(1);
      expect(await store.changes({ after: 0, limit: 0 })).toEqual([]);
      expect(await store.changes({ after: 0, limit: -5 })).toEqual([]);
      expect(await store.changes({ after: 0, limit: Number.POSITIVE_INFINITY })).toHaveLength(5);
    });

    it('takes writes that do not wait for each other, in their order', async () => {
      const outcomes = await Promise.all([
        store.putDocument(story('a'), '1'),
        store.putDocument(story('a', 'T'), '1'),
        store.putDocument(story('a', 'T'), '1'),
        store.deleteDocument('a'),
      ]);
      expect(outcomes).toEqual(['ADDED', 'UPDATED', 'UNCHANGED', true]);
      expect((await store.counts()).position).toBe(3);
    });

    describe('that keeps an index', () => {
      const bytesOf = async (stamp: string): Promise<readonly number[] | null> => {
        const chunks = await store.keptIndex?.(stamp);
        return chunks === null || chunks === undefined ? null : (await collect(chunks)).flatMap((chunk) => [...chunk]);
      };
      const chunk = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);

      it('gives it back by its stamp, until another one takes its place', async () => {
        if (store.keepIndex === undefined) return;
        expect(await bytesOf('one')).toBeNull();
        await store.keepIndex('one', [chunk(0, 1, 255), chunk(), new Uint8Array([9, 2, 9]).subarray(1, 2)]);
        expect(await bytesOf('one')).toEqual([0, 1, 255, 2]);
        expect(await bytesOf("two'--")).toBeNull();
        await store.keepIndex("two'--", [chunk(7)]);
        expect([await bytesOf('one'), await bytesOf("two'--")]).toEqual([null, [7]]);
        await store.keepIndex("two'--", []);
        expect(await bytesOf("two'--")).toEqual([]);
      });

      it('tells nothing of it in its record', async () => {
        if (store.keepIndex === undefined) return;
        await store.putDocument(story('a'), '1');
        const before = [await store.counts(), await store.changes(ALL), await hashStore(store)];
        await store.keepIndex('one', [chunk(1)]);
        expect([await store.counts(), await store.changes(ALL), await hashStore(store)]).toEqual(before);
      });

      it('has the one before where the new one is not made to its end', async () => {
        if (store.keepIndex === undefined) return;
        await store.keepIndex('one', [chunk(1), chunk(2)]);
        const broken = (function* () {
          yield chunk(3);
          throw new Error('broken');
        })();
        await expect(store.keepIndex('one', broken)).rejects.toThrow('broken');
        expect(await bytesOf('one')).toEqual([1, 2]);
      });

      it('takes writes while one is made', async () => {
        if (store.keepIndex === undefined) return;
        const slow = (async function* () {
          for (const id of ['a', 'b']) {
            yield chunk(1);
            await store.putDocument(story(id), '1');
          }
        })();
        await store.keepIndex('one', slow);
        expect([await bytesOf('one'), (await store.counts()).documents]).toEqual([[1, 1], 2]);
      });
    });

    it('closes twice, and refuses everything then', async () => {
      await store.putDocument(story('a'), '1');
      await store.close();
      await store.close();
      const refused = [
        store.putDocument(story('b'), '1'),
        store.deleteDocument('a'),
        store.identity('a'),
        store.documents(['a']),
        store.texts(['a']),
        store.documentsByTextHash(''),
        store.documentIds({ after: null, limit: 1 }),
        collect(store.scan()),
        store.appendJudgement(buildJudgement('late')),
        store.judgements(),
        store.changes(ALL),
        store.counts(),
        ...(store.keepIndex === undefined ? [] : [store.keepIndex('a', []), store.keptIndex?.('a')]),
      ];
      for (const promise of await Promise.allSettled(refused)) {
        expect(promise).toMatchObject({ status: 'rejected', reason: { code: 'STORE_UNWRITABLE' } });
      }
    });

    it('stops a scan when it is closed meanwhile', async () => {
      for (const id of ['a', 'b']) await store.putDocument(story(id), '1');
      const scanning = (async () => {
        for await (const _ of store.scan()) await store.close();
      })();
      await expect(scanning).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
    });
  });
}
