import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeNodeId, findEntity, requireEntity, search } from '../../src/query/index.js';
import { buildKnowledge } from '../support/build-knowledge.js';

const KNOWLEDGE = buildKnowledge([
  {
    id: 'a',
    referents: [
      { name: 'José Haddad', aliases: ['Haddad'] },
      { name: 'Haddad Bank', type: 'ORGANIZATION', acronyms: ['HB'] },
      { name: 'Trade Bank of Haddadia', type: 'ORGANIZATION' },
      { name: 'Abuhaddad', type: 'PLACE' },
      { name: 'Ann Lee' },
    ],
    claims: [
      { subject: 'Ann Lee', relation: 'DETAIN', object: 'Haddad', predicate: 'round up' },
      { subject: 'Ann Lee', relation: 'ATTACK', object: 'Haddad Bank' },
    ],
  },
  { id: 'b', claims: [{ subject: 'Jo Roe', relation: 'ATTACK', object: 'Bo Ray' }] },
  { id: 'c', groups: ['soldiers'], claims: [{ subject: 'soldiers', relation: 'KILL', object: 'Jo Roe' }] },
  { id: 'd', groups: ['soldiers'] },
]);

async function find(text: string, kinds?: readonly string[]): Promise<readonly string[]> {
  const page = await search(await KNOWLEDGE, { text, kinds });
  return page.edges.map(({ node }) => {
    if (node.kind === 'ENTITY') return `${node.match} ${node.entity.name}`;
    const { documentId } = node.kind === 'CLAIM' ? node.claim : node.quotation;
    return `${node.match} ${documentId}${node.kind === 'CLAIM' ? node.claim.claimId : node.quotation.quotation.id}`;
  });
}

describe('search', () => {
  it('puts exact names before beginnings, words and parts of words', async () => {
    expect(await find('haddad', ['ENTITY'])).toEqual([
      'EXACT José Haddad',
      'PREFIX Haddad Bank',
      'WORD Trade Bank of Haddadia',
      'SUBSTRING Abuhaddad',
    ]);
  });

  it('takes no account of case, accents, blanks and the order of words', async () => {
    expect(await find('  JOSE   haddad ', ['ENTITY'])).toEqual(['EXACT José Haddad']);
    expect(await find('bank haddad', ['ENTITY'])).toEqual(['WORD Haddad Bank', 'WORD Trade Bank of Haddadia']);
  });

  it('finds claims by their predicate', async () => {
    expect(await find('round', ['CLAIM'])).toEqual(['PREFIX ac1']);
    expect(await find('attack')).toEqual(['EXACT ac2', 'EXACT bc1']);
    expect(await find('ttack')).toEqual([]);
    expect(await find('attack', ['ENTITY'])).toEqual([]);
  });

  it('finds claims by their sentences and quotations by their content, and shows where', async () => {
    const knowledge = await buildKnowledge([
      {
        id: 'a',
        claims: [
          { subject: 'Élodie Marchetti', relation: 'ATTACK', object: 'Bo Ray', claimant: 'Cy Poe' },
          { subject: 'Di Voss', relation: 'KILL', object: 'Eve Orr' },
        ],
      },
    ]);
    const page = await search(knowledge, { text: 'the elodie ra', kinds: ['CLAIM', 'QUOTATION'] });
    expect(page.edges.map(({ node }) => [node.kind, node.match])).toEqual([
      ['CLAIM', 'TEXT'],
      ['QUOTATION', 'TEXT'],
    ]);
    for (const { node } of page.edges) {
      const marked = node.marks.map(({ start, end }) => node.snippet.slice(start, end));
      expect(marked).toEqual(['Élodie', 'Ray']);
    }
  });

  it('finds the same after documents have changed and gone', async () => {
    const knowledge = await buildKnowledge();
    const names = async (text: string): Promise<readonly string[]> =>
      (await search(knowledge, { text })).edges.map(({ node }) => `${node.kind} ${node.form}`);
    await knowledge.put({ id: 'a', claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' }] });
    await knowledge.put({ id: 'b', people: ['Ann Lee'] });
    expect(await names('ann')).toEqual(['ENTITY Ann Lee', 'CLAIM Ann']);
    await knowledge.put({ id: 'a', claims: [{ subject: 'Cy Poe', relation: 'ATTACK', object: 'Bo Ray' }] });
    expect(await names('ann')).toEqual(['ENTITY Ann Lee']);
    await knowledge.remove('b');
    expect(await names('ann')).toEqual([]);
    expect(await names('poe')).toEqual(['ENTITY Cy Poe', 'CLAIM Poe']);
  });

  it('refuses blank and endless texts and unknown kinds', async () => {
    for (const text of ['', '  ', 'x'.repeat(501)]) {
      await expect(find(text)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    }
    await expect(find('x', ['DOCUMENT'])).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });

  it('answers any other text', async () => {
    const knowledge = await KNOWLEDGE;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 20 }), async (text) => {
        fc.pre(text.trim() !== '');
        const page = await search(knowledge, { text });
        expect(page.edges.length).toBeLessThanOrEqual(page.totalCount);
      }),
    );
    expect(await find('\u0301')).toEqual([]);
  });
});

describe('requireEntity', () => {
  it('takes a global id, a referent key, or an exact name', async () => {
    const knowledge = await KNOWLEDGE;
    const entity = await requireEntity(knowledge, 'Haddad Bank');
    expect(await requireEntity(knowledge, entity.id)).toEqual(entity);
    expect(await requireEntity(knowledge, encodeNodeId('Entity', entity.id))).toEqual(entity);
    expect(findEntity(knowledge, 'HB')).toEqual([entity]);
    expect(findEntity(knowledge, 'Nobody')).toEqual([]);
  });

  it('lists the candidates where several go by the name', async () => {
    await expect(requireEntity(await KNOWLEDGE, 'soldiers')).rejects.toMatchObject({
      code: 'ENTITY_AMBIGUOUS',
      details: {
        candidates: [
          { name: 'soldiers', type: 'GROUP', degree: 1, documents: 1 },
          { name: 'soldiers', type: 'GROUP', degree: 0, documents: 1 },
        ],
      },
    });
  });

  it('names those that are written alike where none does', async () => {
    await expect(requireEntity(await KNOWLEDGE, 'Anne Lee')).rejects.toMatchObject({
      code: 'ENTITY_NOT_FOUND',
      details: { near: ['Ann Lee'] },
    });
    await expect(requireEntity(await KNOWLEDGE, 'bank')).rejects.toMatchObject({
      details: { near: ['Haddad Bank', 'Trade Bank of Haddadia'] },
    });
  });
});
