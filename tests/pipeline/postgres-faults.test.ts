import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { keepCaughtUp, openKnowledge } from '../../src/pipeline/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { generateRecords } from '../bench/generate-records.js';
import { buildJudgement } from '../contracts/store.js';
import { documentOf } from '../support/build-extraction.js';
import { dumpWithoutLog } from '../support/dump-graph.js';
import { type ServerProcess, serveClaimgraph } from '../support/serve-claimgraph.js';
import { postOperation } from '../support/serve-knowledge.js';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const DOCUMENTS = 2_000;
const KILLS = 5;
const BATCH = 50;
const SURNAMES = Array.from(
  { length: 97 },
  (_, index) =>
    `${'BDFGKLMNPRST'[index % 12]}${'aeiou'[index % 5]}${'lmnrst'[index % 6]}${index % 2 ? 'an' : 'ov'}${index % 7 ? 'i' : 'a'}`,
);
const folder = temporaryFolder();
const resources = loadResources();
let postgres: PostgresServer;

beforeAll(async () => {
  if (!lacksPostgres()) postgres = await startPostgres({ durable: true });
});
afterAll(() => postgres?.remove());

/** The longest time without an acknowledgement, which is said. */
function watchGap(): { acknowledge(): void; tell(fault: string): void } {
  let last = performance.now();
  let longest = 0;
  return {
    acknowledge() {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    },
    tell: (fault) => console.log(`${fault}: the longest gap was ${(longest / 1000).toFixed(1)} s.`),
  };
}

/** The ids of the documents that the log puts, which must be each document once, and its positions without a gap. */
async function expectEachOnce(store: Store, ids: readonly string[], judgements: number): Promise<void> {
  const changes = await store.changes({ after: 0, limit: 10 * DOCUMENTS });
  expect(changes.map(({ position }) => position)).toEqual(changes.map((_, index) => index + 1));
  const put = changes.flatMap((change) => (change.kind === 'DOCUMENT_PUT' ? [change.documentId] : []));
  expect([...put].sort()).toEqual([...ids].sort());
  expect(await store.counts()).toEqual({ documents: ids.length, judgements, position: ids.length + judgements });
  expect([...(await store.documents(ids)).keys()]).toEqual(ids);
}

describe.skipIf(lacksPostgres())('a store in PostgreSQL', () => {
  it('loses and repeats nothing where its server is killed in the middle of transactions', {
    timeout: 300_000,
  }, async () => {
    const url = postgres.newAddress();
    const records = [...generateRecords({ seed: 11, count: DOCUMENTS })].map(({ extraction }) => extraction);
    const store = await openStore(url);
    const follower = await openKnowledge(url, { resources });
    const stopFollowing = keepCaughtUp(follower, (error) => console.log(String(error)));
    const gap = watchGap();
    let done = 0;
    let judgements = 0;
    const killing = killWriters(KILLS, (kill) => done >= ((kill + 0.5) * DOCUMENTS) / (KILLS + 1));
    for (const [index, extraction] of records.entries()) {
      expect(await store.putDocument({ document: documentOf(extraction), extraction }, '1')).toBe('ADDED');
      done += 1;
      gap.acknowledge();
      if (index % 20 !== 0) continue;
      judgements += 1;
      expect((await store.appendJudgement(buildJudgement(`${index}`))).id).toBe(`j${judgements}`);
      gap.acknowledge();
    }
    await killing;
    gap.tell(`The backend was killed in mid-transaction, ${KILLS} times`);
    const ids = records.map(({ id }) => id);
    await expectEachOnce(store, ids, judgements);
    while (follower.position < (await store.counts()).position) await wait(20);
    const fresh = await openKnowledge(url, { resources });
    expect(dumpWithoutLog(follower.graph)).toEqual(dumpWithoutLog(fresh.graph));
    await stopFollowing();
    await Promise.all([store.close(), follower.close(), fresh.close()]);
  });

  it('loses and repeats nothing where one of its two servers of GraphQL is killed', { timeout: 600_000 }, async () => {
    const url = postgres.newAddress();
    const servers = [await serve(url), await serve(url)];
    const documents = Array.from({ length: DOCUMENTS }, (_, index) => {
      const [who, whom] = [`Ann ${SURNAMES[index % 97]}`, `Bo ${SURNAMES[(index * 31) % 89]}`];
      return {
        id: `article-${index}`,
        text: `${who} criticized ${whom}.`,
        publishedAt: `${1900 + (index % 100)}-03-12`,
      };
    });
    const gap = watchGap();
    const acknowledged = new Set<string>();
    const add = `mutation ($documents: [DocumentInput!]!) {
      addDocuments(documents: $documents) { results { outcome document { key } } } }`;
    const faults = new Set([250, 750, 1250, 1750]);
    let milliseconds = 0;
    for (let at = 0; at < DOCUMENTS; ) {
      const batch = documents.slice(at, at + BATCH);
      const which = (at / BATCH) % 2;
      // Killed halfway, and started again when that is noticed, or when what it was asked for was done before.
      const isFault = faults.delete(at);
      if (isFault) setTimeout(() => void servers[which]?.kill(), milliseconds / 2);
      const start = performance.now();
      const answer = await postOperation(servers[which]!.url, {
        query: add,
        variables: { documents: batch },
      }).catch(() => null);
      milliseconds = performance.now() - start;
      if (isFault) {
        await servers[which]?.kill();
        servers[which] = await serve(url);
      }
      if (answer === null) continue;
      expect(answer.errors).toEqual([]);
      for (const { document } of answer.data.addDocuments.results) acknowledged.add(document.key);
      gap.acknowledge();
      at += batch.length;
    }
    gap.tell('A server was killed with documents under way, 4 times, and started again');
    expect(acknowledged.size).toBe(DOCUMENTS);
    const store = await openStore(url, { access: 'READ' });
    await expectEachOnce(store, documents.map(({ id }) => id).sort(), 0);
    await store.close();
    const counts = await Promise.all(
      servers.map(({ url }) => postOperation(url, { query: '{ statistics { position documents claims } }' })),
    );
    expect(counts[0]?.data.statistics).toMatchObject({ position: DOCUMENTS, documents: DOCUMENTS });
    expect(counts[1]?.data).toEqual(counts[0]?.data);
  });
});

/** Kills processes of PostgreSQL that are in a transaction of a store: each time all others end too, and the server recovers. */
async function killWriters(count: number, isDue: (kill: number) => boolean): Promise<void> {
  for (let kill = 0; kill < count; await wait(1)) {
    if (!isDue(kill)) continue;
    const found = await postgres.run(WRITERS).catch(() => []);
    if (found.length === 0) continue;
    process.kill(Number(found[0]?.pid), 'SIGKILL');
    kill += 1;
  }
}

const WRITERS =
  "SELECT pid FROM pg_stat_activity WHERE application_name = 'claimgraph' AND backend_xid IS NOT NULL LIMIT 1";

/** A server that is gone when the test ends. */
async function serve(store: string): Promise<ServerProcess> {
  const server = await serveClaimgraph(store, folder);
  onTestFinished(() => server.kill());
  return server;
}
