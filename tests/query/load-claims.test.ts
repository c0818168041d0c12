import { describe, expect, it } from 'vitest';
import { duplicateOf, listClaims, loadClaims, loadDocuments, requireDocument } from '../../src/query/index.js';
import { buildKnowledge } from '../support/build-knowledge.js';

const SKETCH = {
  claims: [
    {
      subject: { words: '12 officers', counts: { min: 12, max: 12 } },
      relation: 'ACCUSE',
      object: 'Bo Ray',
      others: [{ words: 'bribes', role: 'TOPIC', preposition: 'of', entity: false }],
      claimant: ['Ann Lee', null],
      stance: 'DENIES',
      place: 'Homs',
      time: '2012-03-12',
      role: 'guards',
    },
    { subject: 'Ann Lee', relation: 'DENY', object: 'Bo Ray', about: 0 },
  ],
} as const;

describe('loadClaims', () => {
  it('gives each claim with its words, its quotations and the entities that they are', async () => {
    const knowledge = await buildKnowledge([{ id: 'a', ...SKETCH }]);
    const [view] = await loadClaims(knowledge, [{ documentId: 'a', claimId: 'c1' }]);
    const nameOf = (id: string | null | undefined): string | undefined => knowledge.graph.entity(id ?? '')?.name;
    expect(view?.evidence.map(({ part, quote }) => `${part} ${quote}`)).toEqual([
      expect.stringMatching(/^SENTENCE Ann Lee said that .*\.$/),
      'CLAIMANT Ann Lee',
      'CUE said',
      expect.stringMatching(/^CONTENT It was denied that/),
      'CUE denied',
      expect.stringMatching(/^CONTENT 12 officers/),
      'SUBJECT 12 officers',
      'COUNTS 12 officers',
      'TRIGGER accuse',
      'OBJECT Bo Ray',
      'OTHER bribes',
      'ROLE guards',
      'PLACE Homs',
      'TIME 2012-03-12',
    ]);
    for (const { start, end, quote } of view?.evidence ?? []) {
      expect(view?.document.text.slice(start, end)).toBe(quote);
    }
    expect(view?.quotations.map(({ quotation, claimant }) => [quotation.stance, nameOf(claimant)])).toEqual([
      ['ASSERTS', 'Ann Lee'],
      ['DENIES', undefined],
    ]);
    expect(view?.objects.map(({ entity }) => nameOf(entity))).toEqual(['Bo Ray']);
    expect(view?.others.map(({ entity }) => entity)).toEqual([null]);
    expect(nameOf(view?.place?.entity)).toBe('Homs');
  });

  it('keeps the order of the references, null where there is none', async () => {
    const knowledge = await buildKnowledge([{ id: 'a', ...SKETCH }]);
    const views = await loadClaims(knowledge, [
      { documentId: 'a', claimId: 'c2' },
      { documentId: 'gone', claimId: 'c1' },
      { documentId: 'a', claimId: 'c9' },
      { documentId: 'a', claimId: 'c1' },
    ]);
    expect(views.map((view) => view?.claimId ?? null)).toEqual(['c2', null, null, 'c1']);
    expect(views[0]?.about).toEqual({ documentId: 'a', claimId: 'c1' });
  });

  it('reads the store once for a page of claims of many documents', async () => {
    const knowledge = await buildKnowledge(
      Array.from({ length: 20 }, (_, index) => ({ id: `d${index}`, title: `${index}`, ...SKETCH })),
    );
    let reads = 0;
    const counting = {
      ...knowledge,
      position: knowledge.position,
      store: new Proxy(knowledge.store, {
        get(store, name, receiver) {
          const value: unknown = Reflect.get(store, name, receiver);
          if (typeof value !== 'function') return value;
          return (...given: unknown[]) => {
            reads++;
            return value.apply(store, given) as unknown;
          };
        },
      }),
    };
    const page = await listClaims(counting, { page: { first: 40 } });
    expect(reads).toBe(0);
    const views = await loadClaims(
      counting,
      page.edges.map(({ node }) => node),
    );
    expect(views).toHaveLength(40);
    expect(reads).toBe(1);
  });
});

describe('documents', () => {
  it('are found by their own id and by their global id', async () => {
    const knowledge = await buildKnowledge([{ id: 'a', ...SKETCH }]);
    expect((await requireDocument(knowledge, 'a')).document.id).toBe('a');
    expect((await requireDocument(knowledge, Buffer.from('Document:a').toString('base64url'))).document.id).toBe('a');
    await expect(requireDocument(knowledge, 'b')).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' });
    expect((await loadDocuments(knowledge, ['b', 'a'])).map((stored) => stored?.document.id)).toEqual([undefined, 'a']);
  });

  it('are duplicates of the least other id with the same text', async () => {
    const knowledge = await buildKnowledge([{ id: 'b', ...SKETCH }, { id: 'a', ...SKETCH }, { id: 'c' }]);
    const documents = await loadDocuments(knowledge, ['a', 'b', 'c']);
    const originals = await Promise.all(
      documents.map(async (stored) => (stored === null ? null : duplicateOf(knowledge, stored.document))),
    );
    expect(originals).toEqual([null, 'a', null]);
  });
});
