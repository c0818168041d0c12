import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStored, type ExtractionSketch } from '../support/build-extraction.js';
import { type ServedKnowledge, serveForTest, serveKnowledge } from '../support/serve-knowledge.js';

/** Nine people in a ring, one document for each meeting, so that every list has many pages. */
const RING: readonly ExtractionSketch[] = Array.from({ length: 9 }, (_, index) => ({
  id: `d${index}`,
  title: `Meeting ${index}`,
  source: 'Ring',
  publishedAt: `2012-03-0${index + 1}`,
  claims: [
    { subject: `Person Number${'ABCDEFGHI'[index]}`, relation: 'CONSULT', object: 'Hub Central' },
    { subject: `Person Number${'ABCDEFGHI'[index]}`, relation: 'SUPPORT', object: 'Hub Central', claimant: 'Cy Poe' },
  ],
}));

/** The connections that have more than three items over the ring, as selections with a place for arguments. */
const CONNECTIONS: Readonly<
  Record<string, { readonly before: string; readonly field: string; readonly after: string }>
> = {
  documents: { before: '', field: 'documents', after: '' },
  'documents, latest first': { before: '', field: 'documents|order: LATEST', after: '' },
  entities: { before: '', field: 'entities', after: '' },
  'entities, most mentions first': { before: '', field: 'entities|order: MENTIONS', after: '' },
  claims: { before: '', field: 'claims', after: '' },
  'claims, latest first': { before: '', field: 'claims|order: LATEST', after: '' },
  relationships: { before: '', field: 'relationships', after: '' },
  search: { before: '', field: 'search|text: "number"', after: '' },
  'claims of an entity': { before: 'entity(id: "Hub Central") {', field: 'claims', after: '}' },
  'relationships of an entity': { before: 'entity(id: "Hub Central") {', field: 'relationships', after: '}' },
  'documents of an entity': { before: 'entity(id: "Hub Central") {', field: 'documents', after: '}' },
  'mentions of an entity': { before: 'entity(id: "Hub Central") {', field: 'mentions', after: '}' },
  'mentions of a document': { before: 'document(id: "d0") {', field: 'mentions', after: '}' },
};

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

describe('a connection', () => {
  let served: ServedKnowledge;
  beforeAll(async () => {
    served = await serveKnowledge(RING);
  });
  afterAll(() => served.stop());

  describe.each(Object.entries(CONNECTIONS))('of %s', (_name, { before, field, after }) => {
    const [list = '', given = ''] = field.split('|');
    async function page(words: string): Promise<Connection> {
      const shape = list === 'mentions' ? 'quote start document { id }' : list === 'search' ? 'form' : 'id';
      const answer = await served.ask(
        `{ ${before} ${list}(${given} ${words}) { edges { cursor node { ${shape} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } ${after} }`,
      );
      expect(answer.errors).toEqual([]);
      const root = answer.data[list] ?? answer.data.entity?.[list] ?? answer.data.document?.[list];
      return root as Connection;
    }

    it('gives the whole list forwards, page by page, each item once', async () => {
      const whole = await page('first: 200');
      expect(whole.edges.length).toBe(whole.totalCount);
      expect(whole.totalCount).toBeGreaterThan(3);
      const met: unknown[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const part = await page(`first: 3 ${after === null ? '' : `after: "${after}"`}`);
        expect(part.totalCount).toBe(whole.totalCount);
        expect(part.pageInfo.hasPreviousPage).toBe(after !== null);
        expect(part.pageInfo.startCursor).toBe(part.edges[0]?.cursor);
        expect(part.pageInfo.endCursor).toBe(part.edges.at(-1)?.cursor);
        met.push(...part.edges.map(({ node }) => node));
        more = part.pageInfo.hasNextPage;
        after = part.pageInfo.endCursor;
        expect(met.length).toBeLessThanOrEqual(whole.totalCount);
      }
      expect(met).toEqual(whole.edges.map(({ node }) => node));
    });

    it('gives the whole list backwards, each page in the order of the list', async () => {
      const whole = await page('first: 200');
      const met: unknown[] = [];
      for (let before: string | null = null, more = true; more; ) {
        const part = await page(`last: 3 ${before === null ? '' : `before: "${before}"`}`);
        expect(part.pageInfo.hasNextPage).toBe(before !== null);
        met.unshift(...part.edges.map(({ node }) => node));
        more = part.pageInfo.hasPreviousPage;
        before = part.pageInfo.startCursor;
        expect(met.length).toBeLessThanOrEqual(whole.totalCount);
      }
      expect(met).toEqual(whole.edges.map(({ node }) => node));
    });

    it('gives cursors that tell nothing, one for each item', async () => {
      const { edges } = await page('first: 200');
      expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(edges.length);
      for (const { cursor } of edges) expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    });

    it('gives an empty page its count, and no cursors', async () => {
      const { edges, pageInfo, totalCount } = await page('first: 0');
      expect([edges, pageInfo.startCursor, pageInfo.endCursor]).toEqual([[], null, null]);
      expect(totalCount).toBeGreaterThan(3);
    });
  });

  it('has twenty-five items by default, and refuses more than two hundred or fewer than none', async () => {
    expect((await served.ask('{ claims { edges { cursor } } }')).data.claims.edges.length).toBe(18);
    for (const words of ['first: 201', 'first: -1', 'last: 201', 'first: 1 last: 1']) {
      const { errors } = await served.ask(`{ claims(${words}) { totalCount } }`);
      expect([words, errors[0]?.extensions.claimgraph]).toEqual([words, 'ARGUMENT_INVALID']);
    }
  });
});

describe('a cursor', () => {
  it('keeps its place while documents come and go', async () => {
    const served = await serveForTest(RING);
    const query = 'query ($after: String) { claims(first: 4, after: $after) { edges { cursor node { id } } } }';
    const whole = (await served.ask('{ claims { edges { node { id } } } }')).data.claims.edges;
    const first = (await served.ask(query)).data.claims.edges;
    // One before the cursor, one after it, and the document of the cursor itself goes.
    const reading = served.knowledge.resources.reading;
    await served.store.putDocument(buildStored({ ...RING[0], id: 'a' }), reading);
    await served.store.putDocument(buildStored({ ...RING[0], id: 'z' }), reading);
    await served.store.deleteDocument('d1');
    const second = (await served.ask(query, { after: first.at(-1).cursor })).data.claims.edges;
    expect(second.map(({ node }: { node: { id: string } }) => node.id)).toEqual(
      whole.slice(4, 8).map(({ node }: { node: { id: string } }) => node.id),
    );
  });
});

describe('a node', () => {
  it.each([
    ['Document', '{ documents { edges { node { id } } } }', 'documents', 'title text'],
    ['Entity', '{ entities { edges { node { id } } } }', 'entities', 'name aliases'],
    ['Claim', '{ claims { edges { node { id } } } }', 'claims', 'predicate sentence { quote }'],
    ['Relationship', '{ relationships { edges { node { id } } } }', 'relationships', 'relation { id } firstSeen'],
  ])('of type %s is fetched again by its id', async (type, query, list, fields) => {
    const served = await serveForTest(RING);
    const ids: string[] = (await served.ask(query)).data[list].edges.map(
      ({ node }: { node: { id: string } }) => node.id,
    );
    expect(ids.length).toBeGreaterThan(3);
    const again = await served.ask(
      `query ($ids: [ID!]!, $id: ID!) { node(id: $id) { __typename id ... on ${type} { ${fields} } } nodes(ids: $ids) { __typename id ... on ${type} { ${fields} } } }`,
      { ids, id: ids[0] },
    );
    expect(again.errors).toEqual([]);
    expect(again.data.nodes.map((node: { id: string }) => node.id)).toEqual(ids);
    expect(again.data.node).toEqual(again.data.nodes[0]);
    expect(again.data.node.__typename).toBe(type);
  });

  it('that is gone is null, and one in a list is null in its place', async () => {
    const served = await serveForTest(RING);
    const { data } = await served.ask('{ documents(first: 2) { edges { node { id } } } }');
    const ids = data.documents.edges.map(({ node }: { node: { id: string } }) => node.id);
    await served.store.deleteDocument('d0');
    const again = await served.ask('query ($ids: [ID!]!, $id: ID!) { node(id: $id) { id } nodes(ids: $ids) { id } }', {
      ids,
      id: ids[0],
    });
    expect(again.data).toEqual({ node: null, nodes: [null, { id: ids[1] }] });
  });
});
