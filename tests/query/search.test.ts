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
    const found = node.kind === 'ENTITY' ? node.entity.name : `${node.claim.documentId}${node.claim.claimId}`;
    return `${node.match} ${found}`;
  });
}

describe('search', () => {
  it('puts exact names before beginnings, words and parts of words', async () => {
    expect(await find('haddad')).toEqual([
      'EXACT José Haddad',
      'PREFIX Haddad Bank',
      'WORD Trade Bank of Haddadia',
      'SUBSTRING Abuhaddad',
    ]);
  });

  it('takes no account of case, accents, blanks and the order of words', async () => {
    expect(await find('  JOSE   haddad ')).toEqual(['EXACT José Haddad']);
    expect(await find('bank haddad')).toEqual(['WORD Haddad Bank', 'WORD Trade Bank of Haddadia']);
  });

  it('finds claims by their predicate', async () => {
    expect(await find('round', ['CLAIM'])).toEqual(['PREFIX ac1']);
    expect(await find('attack')).toEqual(['EXACT ac2', 'EXACT bc1']);
    expect(await find('ttack')).toEqual([]);
    expect(await find('attack', ['ENTITY'])).toEqual([]);
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
