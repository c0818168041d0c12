import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from '../../src/api/index.js';
import { type LiveKnowledge, type OpenKnowledgeOptions, openKnowledge } from '../../src/pipeline/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore } from '../../src/store/index.js';
import { buildStored } from '../support/build-extraction.js';
import { postOperation } from '../support/serve-knowledge.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const resources = loadResources();
const folder = temporaryFolder();
const DOCUMENTS = 60;
let stores = 0;

/** Serves a store that keeps a graph of all that it holds. */
async function serveKept(
  given: Partial<OpenKnowledgeOptions>,
  options: Partial<ServerOptions> = {},
): Promise<RunningServer & { readonly knowledge: LiveKnowledge }> {
  const url = `sqlite:${path.join(folder, `${++stores}.db`)}`;
  const store = await openStore(url);
  for (let id = 0; id < DOCUMENTS; id++) await store.putDocument(buildArticle(id), resources.reading);
  await store.close();
  const keeping = { resources, keepAfter: { taking: 0, resting: 60_000 } } as const;
  await (await openKnowledge(url, keeping)).close();
  const knowledge = await openKnowledge(url, { resources, ...given });
  const server = await startServer({ knowledge, port: 0, ...options });
  onTestFinished(async () => {
    await server.stop();
    await knowledge.close();
  });
  return { ...server, knowledge };
}

function buildArticle(id: number): ReturnType<typeof buildStored> {
  return buildStored({
    id: `d${id}`,
    claims: [{ subject: 'Ann Lee', relation: 'ATTACK', object: `Bo Ray ${id % 7}` }],
  });
}

const COUNT = '{ statistics { claims } }';
const ADD =
  'mutation { addDocuments(documents: [{ id: "new", text: "Ann Lee met Cy Poe in Orlo." }]) { results { outcome } userErrors { code } } }';
const REMOVE = 'mutation { deleteDocument(id: "d1") { deletedId userErrors { code } } }';

describe('a server over a store that keeps a graph', () => {
  it('answers of it at once, tells its position, and lets a change wait for the one that follows', async () => {
    const { url, knowledge } = await serveKept({ follow: 'WHEN_ASKED' });
    expect(knowledge.isFollowing).toBe(false);
    const health = (await (await fetch(`${url}/health`)).json()) as { readonly position: number };
    expect(health.position).toBe(DOCUMENTS);
    const [read, removed] = await Promise.all([
      postOperation(url, { query: COUNT }),
      postOperation(url, { query: REMOVE }),
    ]);
    expect(read.data).toEqual({ statistics: { claims: DOCUMENTS } });
    expect(removed.errors).toEqual([]);
    expect(knowledge.isFollowing).toBe(true);
    const after = await fetch(`${url}/graphql?query=${encodeURIComponent(COUNT)}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(after.headers.get('x-claimgraph-position')).toBe(String(DOCUMENTS + 1));
    expect(await after.json()).toMatchObject({ data: { statistics: { claims: DOCUMENTS - 1 } } });
  });

  it('never makes another one to read only, and refuses every change', async () => {
    const { url, knowledge } = await serveKept({ access: 'READ' }, { readOnly: true });
    for (const query of [ADD, REMOVE]) {
      const { status, errors } = await postOperation(url, { query });
      expect([status, errors[0]?.extensions?.code]).toEqual([403, 'FORBIDDEN']);
    }
    const upload = await fetch(`${url}/upload?name=a.txt`, {
      method: 'POST',
      body: 'Ann Lee met Cy Poe.',
      headers: { 'content-type': 'text/plain', 'apollo-require-preflight': 'yes' },
    });
    expect(upload.status).toBe(403);
    const exported = await fetch(`${url}/export/csv-edges`);
    expect([exported.status, (await exported.text()).split('\n').length]).toEqual([200, 9]);
    expect((await postOperation(url, { query: COUNT })).data).toEqual({ statistics: { claims: DOCUMENTS } });
    expect([knowledge.isFollowing, knowledge.position]).toEqual([false, DOCUMENTS]);
  });
});
