import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/base/index.js';
import { type ServedKnowledge, serveForTest, serveKnowledge } from '../support/serve-knowledge.js';

let served: ServedKnowledge;
const logged: unknown[] = [];
beforeAll(async () => {
  served = await serveKnowledge(undefined, { logInternal: (error) => logged.push(error) });
});
afterAll(() => served.stop());

describe('a mistake in an operation', () => {
  it.each([
    ['a filter key', '{ claims(where: { relatoin: { eq: "KILL" } }) { totalCount } }', 'relatoin'],
    ['an operator', '{ claims(where: { relation: { equals: "KILL" } }) { totalCount } }', 'equals'],
    ['an enum value', '{ claims(where: { polarity: { eq: NEGATIVE } }) { totalCount } }', 'NEGATIVE'],
    ['an order', '{ claims(order: NEWEST) { totalCount } }', 'NEWEST'],
    ['a day', '{ claims(where: { time: { before: "2012-02-30" } }) { totalCount } }', '2012-02-30'],
    ['a field', '{ claims { total } }', 'total'],
  ])('in %s is refused before it runs, and named', async (_what, query, word) => {
    const { data, errors } = await served.ask(query);
    expect(data).toBeUndefined();
    expect(errors[0]?.message).toContain(word);
    expect(errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it.each([
    ['a relation type', { relation: { eq: 'MURDER' } }, 'FILTER_INVALID', 'MURDER'],
    ['an entity type', { subjectType: { in: ['PERSON', 'ROBOT'] } }, 'FILTER_INVALID', 'ROBOT'],
    ['an entity', { subject: { eq: 'Nobody Atall' } }, 'ENTITY_NOT_FOUND', 'Nobody Atall'],
    ['a document', { document: { eq: 'nosuch' } }, 'DOCUMENT_NOT_FOUND', 'nosuch'],
  ])('in %s of a filter is named, never an empty list', async (_what, where, code, word) => {
    const { data, errors } = await served.ask('query ($where: ClaimFilter) { claims(where: $where) { totalCount } }', {
      where,
    });
    expect(data).toBeNull();
    expect(errors[0]?.extensions.claimgraph).toBe(code);
    expect(errors[0]?.message).toContain(word);
  });

  it.each([
    ['a variable of a filter', { where: { relatoin: { eq: 'KILL' } } }, 'relatoin'],
    ['a key that objects have', { where: JSON.parse('{ "__proto__": { "eq": "KILL" } }') }, '__proto__'],
    ['a key that every object has', { where: { constructor: { eq: 'KILL' } } }, 'constructor'],
    ['the type of a value', { where: { confidence: { gt: 'much' } } }, 'much'],
  ])('in %s is named', async (_what, variables, word) => {
    const { errors } = await served.ask(
      'query ($where: ClaimFilter) { claims(where: $where) { totalCount } }',
      variables,
    );
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toContain(word);
  });

  it('in a cursor is named as one', async () => {
    const other = (await served.ask('{ documents { pageInfo { endCursor } } }')).data.documents.pageInfo.endCursor;
    for (const cursor of ['', 'abc', '!!!', 'WyJjbGFpbXMiXQ', other, `${other}A`]) {
      const { errors } = await served.ask('query ($after: String) { claims(after: $after) { totalCount } }', {
        after: cursor,
      });
      expect([cursor, errors[0]?.extensions]).toEqual([
        cursor,
        expect.objectContaining({ code: 'BAD_USER_INPUT', claimgraph: 'CURSOR_INVALID' }),
      ]);
    }
  });

  it('in a global id is named as one', async () => {
    const many = Array.from({ length: 201 }, () => 'x');
    const { errors: refused } = await served.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: many });
    expect(refused[0]?.extensions.claimgraph).toBe('ARGUMENT_INVALID');
    for (const id of ['', 'a', 'RW50aXR5', '__proto__', 'Document:a', `${'A'.repeat(10_000)}`]) {
      const { data, errors } = await served.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect([id, data, errors[0]?.extensions.claimgraph]).toEqual([id, { node: null }, 'ID_INVALID']);
    }
  });

  it('in the name of one thing says that it is not there, or who it might be', async () => {
    const { errors } = await served.ask('{ document(id: "nosuch") { id } entity(id: "Nobody Atall") { id } }');
    const told = errors.map(({ path, extensions }) => [path?.[0], extensions.code, extensions.claimgraph]);
    expect(told.sort()).toEqual([
      ['document', 'NOT_FOUND', 'DOCUMENT_NOT_FOUND'],
      ['entity', 'NOT_FOUND', 'ENTITY_NOT_FOUND'],
    ]);
  });
});

describe('an ambiguous name', () => {
  it('gives its candidates, and is never a guess', async () => {
    const { ask } = await serveForTest([
      { id: 'x', referents: [{ name: 'Ann Lee' }], claims: [] },
      { id: 'y', referents: [{ name: 'Ann Lee', type: 'ORGANIZATION' }], claims: [] },
    ]);
    const { data, errors } = await ask('{ entity(id: "Ann Lee") { id } entityByName(name: "ann lee") { id } }');
    expect(data.entity).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', claimgraph: 'ENTITY_AMBIGUOUS' });
    expect(errors[0]?.extensions.details).toMatchObject({ candidates: [expect.anything(), expect.anything()] });
    expect(data.entityByName.length).toBe(2);
  });
});

describe('what goes wrong inside', () => {
  it('is hidden from the client, and logged', async () => {
    const logs: unknown[] = [];
    const broken = await serveForTest(undefined, { logInternal: (error) => logs.push(error) });
    Object.defineProperty(broken.knowledge.graph, 'degree', {
      value: () => {
        throw new Error('secret of /home/somebody');
      },
    });
    const { data, errors } = await broken.ask('{ entities { edges { node { degree } } } }');
    expect(data).toBeNull();
    expect(errors[0]?.message).toBe('Internal server error.');
    expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(errors)).not.toMatch(/secret|stack|\.ts/);
    expect(String(logs[0])).toContain('secret');
  });

  it('with the store is told by its meaning, without the folders of the machine', async () => {
    const broken = await serveForTest(undefined, { logInternal: () => {} });
    await broken.store.close();
    const { errors } = await broken.ask('{ documents { totalCount } }');
    expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', claimgraph: 'STORE_UNWRITABLE' });
    expect(errors[0]?.message).toBe(ERROR_CODES.STORE_UNWRITABLE.meaning);
  });
});

describe('odd text in every argument', () => {
  const odd = fc.oneof(
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      '\u0000',
      '\ud800',
      '\u202eabc',
      '%',
      "'; DROP TABLE x; --",
      '{{7*7}}',
      '#',
      '"',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ maxLength: 3 }).map((text) => text.repeat(1000)),
  );

  it('is answered, with data or with a mistake of the client', async () => {
    const operation = `query ($text: String!, $id: ID!, $where: ClaimFilter, $entities: EntityFilter, $documents: DocumentFilter) {
      search(text: $text) { totalCount }
      entityByName(name: $text) { id }
      entity(id: $id) { id }
      document(id: $id) { id }
      node(id: $id) { id }
      claims(where: $where) { totalCount }
      entities(where: $entities) { totalCount }
      documents(where: $documents) { totalCount }
      paths(from: $id, to: $id) { explanation }
      neighborhood(seeds: [$id]) { truncated }
      after: claims(after: $text) { totalCount }
    }`;
    await fc.assert(
      fc.asyncProperty(odd, async (text) => {
        const eq = { eq: text };
        const where = { OR: [{ predicate: { contains: text } }, { source: eq }, { subject: eq }, { relation: eq }] };
        const { errors, status } = await served.ask(operation, {
          text,
          id: text,
          where,
          entities: { name: { contains: text } },
          documents: { text: { contains: text } },
        });
        expect(status).toBe(200);
        for (const { extensions } of errors) expect(['BAD_USER_INPUT', 'NOT_FOUND']).toContain(extensions.code);
      }),
      { numRuns: 60 },
    );
    expect(logged).toEqual([]);
  });
});
