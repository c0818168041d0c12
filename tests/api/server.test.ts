import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createAccessKey, startServer } from '../../src/api/index.js';
import { ClaimgraphError } from '../../src/base/index.js';
import { buildStored } from '../support/build-extraction.js';
import { postOperation, serveForTest } from '../support/serve-knowledge.js';

const JSON_TYPE = { accept: 'application/json' };
const RESPONSE_TYPE = { accept: 'application/graphql-response+json' };

describe('GraphQL over HTTP', () => {
  const wrong = {
    'a body without a query': {},
    'a query that is no text': { query: { a: 1 } },
    'variables that are no object': { query: '{ __typename }', variables: 'x' },
  };
  const refused = {
    'a query that cannot be parsed': { query: '{' },
    'a query that is not valid': { query: '{ nosuch }' },
    'a variable of the wrong type': { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: [1] } },
    'a variable that is missing': { query: 'query ($id: ID!) { node(id: $id) { id } }' },
  };

  it('answers a query in the media type that the client prefers', async () => {
    const { url } = await serveForTest();
    for (const headers of [JSON_TYPE, RESPONSE_TYPE]) {
      const { data, status, contentType } = await postOperation(url, { query: '{ __typename }' }, headers);
      expect([data, status, contentType]).toEqual([{ __typename: 'Query' }, 200, `${headers.accept}; charset=utf-8`]);
    }
  });

  it.each(Object.entries(wrong))('answers 400 for %s', async (_what, body) => {
    const { url } = await serveForTest();
    for (const headers of [JSON_TYPE, RESPONSE_TYPE])
      expect((await postOperation(url, body, headers)).status).toBe(400);
  });

  it.each(Object.entries(refused))('answers %s with 200 as JSON and 400 as a GraphQL response', async (_what, body) => {
    const { url } = await serveForTest();
    const asJson = await postOperation(url, body, JSON_TYPE);
    const asResponse = await postOperation(url, body, RESPONSE_TYPE);
    expect([asJson.status, asJson.data, asResponse.status, asResponse.data]).toEqual([200, undefined, 400, undefined]);
    expect(asJson.errors).toEqual(asResponse.errors);
  });

  it('answers a query by GET, but no mutation', async () => {
    const { url } = await serveForTest();
    const get = (query: string): Promise<Response> =>
      fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'apollo-require-preflight': 'yes' } });
    expect((await get('{ __typename }')).status).toBe(200);
    expect((await get('mutation { deleteDocument(id: "a") { deletedId } }')).status).toBe(405);
  });

  it('refuses what a page of another site could send without asking', async () => {
    const { url } = await serveForTest();
    const body = JSON.stringify({ query: '{ __typename }' });
    const asText = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body });
    expect(asText.status).toBe(400);
    expect((await fetch(`${url}/graphql?query={__typename}`)).status).toBe(400);
    const asked = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { origin: 'https://example.org' } });
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses batches, bodies that are no JSON, and other methods', async () => {
    const { url } = await serveForTest();
    expect((await postOperation(url, [{ query: '{ __typename }' }])).status).toBe(400);
    expect((await postOperation(url, '{"query":')).status).toBe(400);
    const put = await fetch(`${url}/graphql`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(put.status).toBe(405);
  });

  it('refuses a body over the limit', async () => {
    const { url } = await serveForTest([], { bodyLimit: 1000 });
    const { status, errors } = await postOperation(url, { query: `{ __typename } # ${'x'.repeat(2000)}` });
    expect([status, errors[0]?.extensions.code]).toEqual([413, 'BAD_REQUEST']);
  });
});

describe('a server', () => {
  it('sees what another process has written before it answers', async () => {
    const { ask, store, knowledge } = await serveForTest([]);
    expect((await ask('{ documents { totalCount } }')).data.documents.totalCount).toBe(0);
    const sketch = { id: 'w', claims: [{ subject: 'Ann Lee', relation: 'KILL', object: 'Bo Ray' }] } as const;
    await store.putDocument(buildStored(sketch), knowledge.resources.reading);
    expect((await ask('{ claims { totalCount } }')).data.claims.totalCount).toBe(1);
  });

  it('listens to its own machine alone, and to no other name for it', async () => {
    const { url } = await serveForTest();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const statusFor = (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request(`${url}/health`, { headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.once('error', reject);
        asked.end();
      });
    expect(await statusFor('localhost:1')).toBe(200);
    expect(await statusFor('evil.example')).toBe(421);
  });

  it('says that it is well, and of other paths that there is nothing', async () => {
    const { url } = await serveForTest();
    const health = await fetch(`${url}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok', position: 3 }]);
    for (const path of ['/nosuch', '/../package.json', '/%2e%2e/%2e%2e/package.json', '/.git/config', '/%00', '/%']) {
      const { status } = await fetch(`${url}${path}`);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
  });

  it('refuses a port that is taken', async () => {
    const { url, knowledge } = await serveForTest();
    const starting = startServer({ knowledge, port: Number(new URL(url).port) });
    await expect(starting).rejects.toSatisfy(
      (error) => error instanceof ClaimgraphError && error.code === 'ADDRESS_IN_USE',
    );
  });

  it('refuses a port that cannot be, and an address of another machine', async () => {
    const { knowledge } = await serveForTest();
    for (const wrong of [
      { port: 70_000 },
      { port: -1 },
      { port: 0.5 },
      { port: 0, host: '192.0.2.1', keys: [createAccessKey('a', 'READ').key] },
    ]) {
      const starting = startServer({ knowledge, ...wrong });
      await expect(starting).rejects.toSatisfy(
        (error) => error instanceof ClaimgraphError && error.code === 'ARGUMENT_INVALID',
      );
    }
  });

  it('answers what is under way before it stops, and stops twice', async () => {
    const { ask, stop, url } = await serveForTest();
    const underWay = ask('{ claims { edges { node { evidence { quote } document { text } } } } }');
    // The request must have reached the server before it stops.
    await fetch(`${url}/health`);
    await Promise.all([stop(), stop()]);
    expect((await underWay).errors).toEqual([]);
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });

  it('can keep its schema to itself', async () => {
    const { ask } = await serveForTest([], { introspection: false });
    expect((await ask('{ __schema { types { name } } }')).errors.length).toBeGreaterThan(0);
  });
});
