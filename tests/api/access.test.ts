import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createAccessKey, startServer } from '../../src/api/index.js';
import { postOperation, serveForTest } from '../support/serve-knowledge.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const READER = createAccessKey('reader', 'READ');
const WRITER = createAccessKey('writer', 'WRITE');
const KEYS = [READER.key, WRITER.key];
const DELETE = { query: 'mutation { deleteDocument(id: "a", dryRun: true) { deletedId } }' };
const folder = temporaryFolder();

function bearer(secret: string): Record<string, string> {
  return { authorization: `Bearer ${secret}` };
}

describe('a server with keys', () => {
  it('answers nobody without one, and lets a reader change nothing', async () => {
    const { url } = await serveForTest(undefined, { keys: KEYS });
    const query = { query: '{ statistics { claims } }' };
    for (const headers of [{}, bearer('wrong'), { authorization: READER.secret }, bearer(READER.key.sha256)]) {
      const { status, errors } = await postOperation(url, query, headers as Record<string, string>);
      expect([status, errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
    expect((await postOperation(url, query, bearer(READER.secret))).status).toBe(200);
    const refused = await postOperation(url, DELETE, bearer(READER.secret));
    expect([refused.status, refused.errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    expect((await postOperation(url, DELETE, bearer(WRITER.secret))).errors).toEqual([]);
    for (const route of ['/export/gexf', '/metrics']) {
      expect([route, (await fetch(`${url}${route}`)).status]).toEqual([route, 401]);
      expect([route, (await fetch(`${url}${route}`, { headers: bearer(READER.secret) })).status]).toEqual([route, 200]);
    }
    const file = { method: 'POST', body: 'Ann met Bo.', headers: { 'content-type': 'application/octet-stream' } };
    expect((await fetch(`${url}/upload`, file)).status).toBe(401);
    const asReader = { ...file, headers: { ...file.headers, ...bearer(READER.secret) } };
    expect((await fetch(`${url}/upload`, asReader)).status).toBe(403);
    for (const route of ['/health', '/ready']) expect((await fetch(`${url}${route}`)).status).toBe(200);
  });

  it('writes who changed what, and no word of a document', async () => {
    const file = path.join(folder, 'audit.log');
    const log = pino(pino.destination({ dest: file, sync: true }));
    const { url } = await serveForTest(undefined, { keys: KEYS, log });
    await postOperation(url, DELETE, { ...bearer(WRITER.secret), 'x-request-id': 'r-1' });
    const add = `mutation { addDocuments(documents: [{ text: "Zebedee met Ann Lee." }]) { results { outcome } } }`;
    await postOperation(url, { query: add }, bearer(WRITER.secret));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const text = readFileSync(file, 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.find(({ audit, requestId }) => audit === true && requestId === 'r-1')).toMatchObject({
      caller: 'writer',
      fields: ['deleteDocument'],
      outcome: 'ANSWERED',
    });
    expect(lines.filter(({ msg }) => msg === 'request')).toHaveLength(2);
    expect(text).not.toContain('Zebedee');
    expect(text).not.toContain(WRITER.secret);
  });
});

describe('a server that would be open to more than it says', () => {
  it.each([
    ['to other machines without keys', { host: '0.0.0.0' }],
    ['to pages of every site without keys', { origins: ['*'] }],
    ['to an origin that is none', { origins: ['https://news.example.org/path'], keys: KEYS }],
    ['to a key that is not hashed', { keys: [{ ...READER.key, sha256: 'secret' }] }],
    ['to two keys of one name', { keys: [READER.key, READER.key] }],
  ])('does not start: %s', async (_, options) => {
    const { knowledge } = await serveForTest([]);
    await expect(startServer({ knowledge, port: 0, ...options })).rejects.toMatchObject({ code: 'ACCESS_UNSAFE' });
  });
});

describe('a page of another site', () => {
  it('may ask only where its origin is named', async () => {
    const origin = 'https://news.example.org';
    const closed = await serveForTest([]);
    const asked = { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } };
    const header = 'access-control-allow-origin';
    expect((await fetch(`${closed.url}/graphql`, asked)).headers.get(header)).toBeNull();
    const open = await serveForTest([], { origins: [origin] });
    const preflight = await fetch(`${open.url}/graphql`, asked);
    expect([preflight.status, preflight.headers.get(header)]).toEqual([204, origin]);
    const other = await fetch(`${open.url}/graphql`, {
      ...asked,
      headers: { ...asked.headers, origin: 'https://x.example' },
    });
    expect(other.headers.get(header)).toBeNull();
  });
});

describe('operations that a server was told to trust', () => {
  const query = '{ statistics { claims } }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');

  it('are the only ones that it runs, by text or hash', async () => {
    const { url } = await serveForTest([], { trustedDocuments: new Map([[sha256Hash, query]]) });
    expect((await postOperation(url, { query })).errors).toEqual([]);
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect((await postOperation(url, { extensions })).data.statistics.claims).toBe(0);
    const other = await postOperation(url, { query: '{ statistics { documents } }' });
    expect([other.status, other.errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('are kept by their hash elsewhere, once they were sent', async () => {
    const { url } = await serveForTest([]);
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect((await postOperation(url, { extensions })).errors[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await postOperation(url, { query, extensions })).errors).toEqual([]);
    expect((await postOperation(url, { extensions })).data.statistics.claims).toBe(0);
  });
});

describe('an operator', () => {
  it('sees counts and costs, and readiness until the server stops', async () => {
    const { url, ask, stop } = await serveForTest();
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ claims(first: 3) { edges { node { id } } } }' }),
    });
    expect(((await answer.json()) as { extensions: unknown }).extensions).toEqual({ cost: 10 });
    await ask('{ nonsense }');
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('claimgraph_operations_total{kind="query",outcome="ANSWERED"} 1');
    expect(text).toMatch(/claimgraph_held\{what="documents"\} 3/);
    expect(text).toMatch(/claimgraph_request_seconds_count\{route="\/graphql",method="POST",status="200"\} 1/);
    expect(await (await fetch(`${url}/ready`)).json()).toEqual({ status: 'ready' });
    await stop();
    await expect(fetch(`${url}/ready`)).rejects.toThrow();
  });

  it('can bound how many are answered at once', async () => {
    const { url } = await serveForTest(undefined, { concurrency: 1 });
    const asks = Array.from({ length: 20 }, () =>
      postOperation(url, { query: '{ claims { edges { node { document { text } } } } }' }),
    );
    const statuses = new Set((await Promise.all(asks)).map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses.has(200)).toBe(true);
  });
});
