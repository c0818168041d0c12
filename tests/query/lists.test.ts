import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLAIM_ORDERS,
  claimKey,
  DOCUMENT_ORDERS,
  ENTITY_ORDERS,
  entityClaims,
  entityRelationships,
  listClaims,
  listDocuments,
  listEntities,
  listRelationships,
  type Page,
  type PageRequest,
  RELATIONSHIP_ORDERS,
  selectClaims,
  selectDocuments,
  selectEntities,
  selectRelationships,
} from '../../src/query/index.js';
import type { ExtractionSketch } from '../support/build-extraction.js';
import { type BuiltKnowledge, buildKnowledge } from '../support/build-knowledge.js';

/** A list in one of its orders, as the names of its items. */
interface List {
  readonly name: string;
  read(knowledge: BuiltKnowledge, page: PageRequest): Promise<Page<string>>;
  all(knowledge: BuiltKnowledge): Promise<readonly string[]>;
}

function asNames<Item>(page: Page<Item>, nameOf: (item: Item) => string): Page<string> {
  return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: nameOf(node) })) };
}

async function collect<Item>(items: AsyncIterable<Item>, nameOf: (item: Item) => string): Promise<string[]> {
  const names: string[] = [];
  for await (const item of items) names.push(nameOf(item));
  return names;
}

const LISTS: readonly List[] = [
  ...Object.keys(ENTITY_ORDERS).map(
    (order): List => ({
      name: `entities by ${order}`,
      read: async (knowledge, page) => asNames(await listEntities(knowledge, { order, page }), ({ id }) => id),
      all: (knowledge) => collect(selectEntities(knowledge, {}), ({ id }) => id),
    }),
  ),
  ...Object.keys(CLAIM_ORDERS).map(
    (order): List => ({
      name: `claims by ${order}`,
      read: async (knowledge, page) => asNames(await listClaims(knowledge, { order, page }), claimKey),
      all: (knowledge) => collect(selectClaims(knowledge, {}), claimKey),
    }),
  ),
  ...Object.keys(RELATIONSHIP_ORDERS).map(
    (order): List => ({
      name: `relationships by ${order}`,
      read: async (knowledge, page) =>
        asNames(await listRelationships(knowledge, { order, page }), ({ relationship }) => relationship.id),
      all: (knowledge) => collect(selectRelationships(knowledge, {}), ({ relationship }) => relationship.id),
    }),
  ),
  ...Object.keys(DOCUMENT_ORDERS).map(
    (order): List => ({
      name: `documents by ${order}`,
      read: async (knowledge, page) =>
        asNames(await listDocuments(knowledge, { order, page }), ({ document }) => document.id),
      all: (knowledge) => collect(selectDocuments(knowledge, {}), ({ document }) => document.id),
    }),
  ),
];

const DAYS = ['2012-03-10', '2012-03-11', '2012-03-11T08:00:00Z', null];

/** Unnamed groups never merge across documents, so that what a document brings leaves the others as they are. */
const anySketch = fc
  .record({
    publishedAt: fc.constantFrom(...DAYS),
    claims: fc.array(
      fc.record({
        subject: fc.constantFrom('soldiers', 'rebels', 'farmers'),
        object: fc.constantFrom('villagers', 'soldiers', 'drivers'),
        relation: fc.constantFrom('KILL' as const, 'ATTACK' as const),
        time: fc.constantFrom('2012-03-09', '2012-03-12'),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(
    (sketch): ExtractionSketch => ({ ...sketch, groups: ['soldiers', 'rebels', 'farmers', 'villagers', 'drivers'] }),
  );

const anyId = fc.string({ minLength: 1, maxLength: 3 });

async function readThrough(
  list: List,
  knowledge: BuiltKnowledge,
  walk: { readonly size: number; readonly backward: boolean; readonly between: () => Promise<void> },
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const request: PageRequest = walk.backward
      ? { last: walk.size, before: cursor }
      : { first: walk.size, after: cursor };
    const page: Page<string> = await list.read(knowledge, request);
    const names = page.edges.map(({ node }) => node);
    if (walk.backward) seen.unshift(...names);
    else seen.push(...names);
    expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor ?? null);
    expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
    const more = walk.backward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage;
    if (!more) return seen;
    expect(names).toHaveLength(walk.size);
    cursor = walk.backward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
    await walk.between();
  }
}

describe.each(LISTS)('pages of $name', (list) => {
  it('give every item once, in the same order forwards and backwards', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(anyId, anySketch), { maxLength: 4, selector: ([id]) => id }),
        fc.integer({ min: 1, max: 7 }),
        async (documents, size) => {
          const knowledge = await buildKnowledge(documents.map(([id, sketch]) => ({ ...sketch, id })));
          const between = async (): Promise<void> => undefined;
          const forwards = await readThrough(list, knowledge, { size, backward: false, between });
          const backwards = await readThrough(list, knowledge, { size, backward: true, between });
          expect(backwards).toEqual(forwards);
          expect([...forwards].sort()).toEqual([...(await list.all(knowledge))].sort());
          expect((await list.read(knowledge, { first: 0 })).totalCount).toBe(forwards.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('give each item that is there throughout once, while documents come and go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(anyId, anySketch), { minLength: 1, maxLength: 3, selector: ([id]) => id }),
        fc.array(fc.tuple(anyId, anySketch), { maxLength: 4 }),
        fc.record({ size: fc.integer({ min: 1, max: 5 }), backward: fc.boolean() }),
        async (documents, coming, { size, backward }) => {
          const knowledge = await buildKnowledge(documents.map(([id, sketch]) => ({ ...sketch, id: `${id}.` })));
          const before = await list.all(knowledge);
          const queue = [...coming];
          let last: string | null = null;
          const between = async (): Promise<void> => {
            const next = queue.pop();
            if (last !== null) await knowledge.remove(last);
            last = next === undefined ? null : `${next[0]}!`;
            if (next !== undefined && last !== null) await knowledge.put({ ...next[1], id: last });
          };
          const seen = await readThrough(list, knowledge, { size, backward, between });
          const throughout = new Set(before);
          expect(seen.filter((name) => throughout.has(name)).sort()).toEqual([...before].sort());
          expect(new Set(seen).size).toBe(seen.length);
        },
      ),
      { numRuns: 25 },
    );
  });
});

const KNOWLEDGE = buildKnowledge([
  {
    id: 'b',
    source: 'Gazette',
    publishedAt: '2012-03-12',
    organizations: ['Red Army', 'Blue Party'],
    places: ['Aleppo'],
    claims: [
      { subject: 'Red Army', relation: 'ATTACK', object: 'Aleppo', time: '2012-03-10', claimant: 'Ann Lee' },
      { subject: 'Red Army', relation: 'ATTACK', object: 'Aleppo', polarity: 'NEGATED' },
      {
        subject: ['Red Army', 'Blue Party'],
        relation: 'KILL',
        object: 'Bo Ray',
        claimant: 'Ann Lee',
        stance: 'DENIES',
      },
    ],
  },
  {
    id: 'a',
    publishedAt: '2012-03-14T10:00:00Z',
    claims: [{ subject: 'Bo Ray', relation: 'LEADS', object: 'Cy Poe', place: 'Homs' }],
  },
]);

async function claimIds(where: unknown): Promise<readonly string[]> {
  const page = await listClaims(await KNOWLEDGE, { where });
  return page.edges.map(({ node }) => `${node.documentId}${node.claimId}`);
}

describe('filters on claims', () => {
  it.each([
    [{}, ['ac1', 'bc1', 'bc2', 'bc3']],
    [{ relation: { eq: 'ATTACK' } }, ['bc1', 'bc2']],
    [{ family: { ne: 'FORCE' } }, ['ac1']],
    [{ subject: { eq: 'Blue Party' } }, ['bc3']],
    [{ object: { eq: 'Blue Party' } }, []],
    [{ participant: { in: ['Blue Party', 'Cy Poe'] } }, ['ac1', 'bc3']],
    [{ claimant: { eq: 'Ann Lee' } }, ['bc1', 'bc3']],
    [{ claimant: { exists: false } }, ['ac1', 'bc2']],
    [{ stance: { ne: 'DENIES' } }, ['ac1', 'bc1', 'bc2']],
    [{ attributed: { eq: false } }, ['ac1', 'bc2']],
    [{ polarity: { eq: 'NEGATED' } }, ['bc2']],
    [{ place: { exists: true } }, ['ac1']],
    [{ objectType: { eq: 'PLACE' } }, ['bc1', 'bc2']],
    [{ source: { contains: 'GAZ' } }, ['bc1', 'bc2', 'bc3']],
    [{ source: { exists: false } }, ['ac1']],
    [{ document: { eq: 'a' } }, ['ac1']],
    [{ publishedAt: { after: '2012-03-12' } }, ['ac1']],
    [{ publishedAt: { before: '2012-03-12' } }, []],
    [{ time: { overlaps: { to: '2012-03-10' } } }, ['bc1']],
    [{ time: { exists: true } }, ['bc1']],
    [{ confidence: { gte: 0.8, lt: 0.9 } }, ['ac1', 'bc1', 'bc2', 'bc3']],
    [{ OR: [{ relation: { eq: 'LEADS' } }, { stance: { eq: 'DENIES' } }] }, ['ac1', 'bc3']],
    [{ NOT: { OR: [{ relation: { eq: 'LEADS' } }, { stance: { eq: 'DENIES' } }] } }, ['bc1', 'bc2']],
    [{ AND: [{ relation: { eq: 'ATTACK' } }, { polarity: { eq: 'AFFIRMED' } }] }, ['bc1']],
  ])('%j', async (where, expected) => {
    expect(await claimIds(where)).toEqual(expected);
  });

  it('names what nothing goes by, with names that are written alike', async () => {
    await expect(claimIds({ subject: { eq: 'Red Armi' } })).rejects.toMatchObject({
      code: 'ENTITY_NOT_FOUND',
      details: { path: 'where.subject.eq', near: ['Red Army'] },
    });
    await expect(claimIds({ document: { eq: 'z' } })).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' });
  });
});

describe('filters on relationships', () => {
  it('keep those with a matching claim, and carry the matching claims', async () => {
    const page = await listRelationships(await KNOWLEDGE, { where: { polarity: { eq: 'NEGATED' } } });
    expect(page.edges.map(({ node }) => node.claims.map(({ claimId }) => claimId))).toEqual([['c2']]);
    expect(page.edges[0]?.node.relationship.claims).toHaveLength(2);
  });

  it('mean the ends of the relationship, not every participant of its claims', async () => {
    const page = await listRelationships(await KNOWLEDGE, { where: { subject: { eq: 'Blue Party' } } });
    expect(page.totalCount).toBe(1);
    const disputed = await listRelationships(await KNOWLEDGE, { where: { dispute: { gte: 1 } } });
    expect(disputed.totalCount).toBe(3);
  });

  it('put those with most matching claims first where asked to', async () => {
    const page = await listRelationships(await KNOWLEDGE, { order: 'CLAIMS' });
    expect(page.edges.map(({ node }) => node.claims.length)).toEqual([2, 1, 1, 1]);
  });
});

describe('filters on entities', () => {
  const names = async (request: Parameters<typeof listEntities>[1]): Promise<readonly string[]> =>
    (await listEntities(await KNOWLEDGE, request)).edges.map(({ node }) => node.name);

  it.each([
    [{ type: { eq: 'ORGANIZATION' } }, ['Blue Party', 'Red Army']],
    [{ name: { contains: 'POE' } }, ['Cy Poe']],
    [{ document: { eq: 'a' }, type: { eq: 'PERSON' } }, ['Bo Ray', 'Cy Poe']],
    [{ degree: { gt: 1 } }, ['Bo Ray', 'Red Army']],
    [{ id: { in: ['Aleppo', 'Homs'] } }, ['Aleppo', 'Homs']],
    [{ named: { eq: false } }, []],
  ])('%j', async (where, expected) => {
    expect(await names({ where })).toEqual(expected);
  });

  it('keep the ends of relationships that a second filter chooses', async () => {
    expect(await names({ relationshipWhere: { relation: { eq: 'LEADS' } } })).toEqual(['Bo Ray', 'Cy Poe']);
  });
});

describe('filters on documents', () => {
  it.each([
    [{ publishedAt: { before: '2012-03-13' } }, ['b']],
    [{ text: { contains: 'cy poe' } }, ['a']],
    [{ title: { exists: true } }, []],
    [{ id: { notIn: ['a'] } }, ['b']],
  ])('%j', async (where, expected) => {
    const page = await listDocuments(await KNOWLEDGE, { where });
    expect(page.edges.map(({ node }) => node.document.id)).toEqual(expected);
  });
});

describe('lists of one entity', () => {
  it('hold the claims in which it has the part that was asked for', async () => {
    const knowledge = await KNOWLEDGE;
    const [entity] = knowledge.graph.entitiesByName('Bo Ray');
    const ids = async (part: string | null): Promise<readonly string[]> => {
      const page = await entityClaims(knowledge, { entity: entity?.id ?? '', part });
      return page.edges.map(({ node }) => `${node.documentId}${node.claimId}`);
    };
    expect(await ids(null)).toEqual(['ac1', 'bc3']);
    expect(await ids('SUBJECT')).toEqual(['ac1']);
    expect(await ids('CLAIMANT')).toEqual([]);
    await expect(ids('AGENT')).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect((await entityRelationships(knowledge, { entity: entity?.id ?? '' })).totalCount).toBe(3);
    expect((await entityClaims(knowledge, { entity: 'nothing' })).totalCount).toBe(0);
  });
});

describe('pages', () => {
  it('hold 25 items where no size is given, and refuse sizes beyond 200', async () => {
    const people = Array.from({ length: 30 }, (_, index) => `Person ${String.fromCharCode(65 + index)}`);
    const knowledge = await buildKnowledge([{ id: 'a', groups: people }]);
    expect((await listEntities(knowledge, {})).edges).toHaveLength(25);
    for (const page of [{ first: 201 }, { last: 201 }, { first: -1 }, { first: 1.5 }, { first: 1, last: 1 }]) {
      await expect(listEntities(knowledge, { page })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
    }
  });

  it('refuse cursors of other lists and other orders', async () => {
    const knowledge = await KNOWLEDGE;
    const { pageInfo } = await listClaims(knowledge, { page: { first: 1 } });
    const foreign = [pageInfo.endCursor, '', 'x', '§', Buffer.from('[1]').toString('base64url')];
    for (const after of foreign) {
      await expect(listEntities(knowledge, { page: { after } })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    }
    await expect(listClaims(knowledge, { order: 'TIME', page: { before: pageInfo.endCursor } })).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
  });

  it('never throw anything but CURSOR_INVALID for any cursor', async () => {
    const knowledge = await KNOWLEDGE;
    const forged = fc
      .array(fc.oneof(fc.string(), fc.double(), fc.constant(null)))
      .map((key) => Buffer.from(JSON.stringify(['claims', 'DOCUMENT', ...key])).toString('base64url'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), forged), async (after) => {
        try {
          expect((await listClaims(knowledge, { page: { after } })).totalCount).toBe(4);
        } catch (error) {
          expect(error).toMatchObject({ code: 'CURSOR_INVALID' });
        }
      }),
    );
  });

  it('know what lies on either side of a page between two cursors', async () => {
    const knowledge = await KNOWLEDGE;
    const all = await listClaims(knowledge, {});
    const [first, , , last] = all.edges.map(({ cursor }) => cursor);
    const inner = await listClaims(knowledge, { page: { first: 5, after: first ?? null, before: last ?? null } });
    expect(inner.edges.map(({ node }) => node.claimId)).toEqual(['c1', 'c2']);
    expect(inner.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  it('name the orders that there are', async () => {
    await expect(listClaims(await KNOWLEDGE, { order: 'TIMES' })).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      details: { allowed: Object.keys(CLAIM_ORDERS) },
    });
  });
});
