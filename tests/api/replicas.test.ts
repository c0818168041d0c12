import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type RunningServer, startServer } from '../../src/api/index.js';
import { keepCaughtUp, type LiveKnowledge, openKnowledge } from '../../src/pipeline/index.js';
import { loadResources } from '../../src/resources/index.js';
import { buildStored } from '../support/build-extraction.js';
import { dumpGraph } from '../support/dump-graph.js';
import { listen } from '../support/listen-to-subscription.js';
import { postOperation } from '../support/serve-knowledge.js';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';

const resources = loadResources();
let postgres: PostgresServer | null = null;

beforeAll(async () => {
  if (!lacksPostgres()) postgres = await startPostgres();
});
afterAll(() => postgres?.remove());

interface Replica extends RunningServer {
  readonly knowledge: LiveKnowledge;
}

/** Starts servers on one store, for one test. */
async function startReplicas(count: number): Promise<readonly Replica[]> {
  const address = (postgres as PostgresServer).newAddress();
  return Promise.all(
    Array.from({ length: count }, async () => {
      const knowledge = await openKnowledge(address, { resources });
      const errors: unknown[] = [];
      const server = await startServer({ knowledge, port: 0, logInternal: (error) => errors.push(error) });
      onTestFinished(async () => {
        await server.stop();
        await knowledge.close();
        // Nothing goes wrong, also where a subscriber is still there when the server ends.
        await wait(300);
        expect(errors).toEqual([]);
      });
      return { ...server, knowledge };
    }),
  );
}

async function positionOf(server: RunningServer): Promise<number> {
  const health = (await (await fetch(`${server.url}/health`)).json()) as { readonly position: number };
  return health.position;
}

/** Waits until the server says that it has come to the position, without asking it for anything else. */
async function reach(server: RunningServer, position: number): Promise<void> {
  while ((await positionOf(server)) < position) await wait(10);
}

const ATTACK = { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' } as const;

describe.skipIf(lacksPostgres())('servers on one store in PostgreSQL', () => {
  it('follow each other without being asked, and say how far they are', async () => {
    const [one, two] = (await startReplicas(2)) as [Replica, Replica];
    expect([await positionOf(one), await positionOf(two)]).toEqual([0, 0]);
    await one.knowledge.store.putDocument(buildStored({ id: 'a', claims: [ATTACK] }), resources.reading);
    await one.knowledge.store.deleteDocument('a');
    await one.knowledge.store.putDocument(buildStored({ id: 'b', claims: [ATTACK] }), resources.reading);
    await Promise.all([reach(one, 3), reach(two, 3)]);
    expect(two.knowledge.graph.claimCount).toBe(1);
    const answer = await fetch(`${two.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ documents { totalCount } }' }),
    });
    expect(answer.headers.get('x-claimgraph-position')).toBe('3');
    expect(await answer.json()).toMatchObject({ data: { documents: { totalCount: 1 } } });
  });

  it('read together what keeps coming, and at once what comes after a silence', async () => {
    const knowledge = await openKnowledge((postgres as PostgresServer).newAddress(), { resources });
    const { store } = knowledge;
    let walks = 0;
    const counted: LiveKnowledge = {
      ...knowledge,
      catchUp() {
        walks += 1;
        return knowledge.catchUp();
      },
    };
    const stop = keepCaughtUp(counted, (error) => expect(error).toBeNull());
    onTestFinished(async () => {
      await stop();
      await knowledge.close();
    });
    // The first walk, when the store begins to tell.
    while (walks === 0) await wait(5);
    const [start, before] = [performance.now(), walks];
    for (let index = 0; index < 60; index++)
      await store.putDocument(buildStored({ id: `d${index}`, claims: [ATTACK] }), resources.reading);
    while (knowledge.position < 60) await wait(5);
    expect(knowledge.graph.claimCount).toBe(60);
    expect(walks - before).toBeLessThanOrEqual((performance.now() - start) / 50 + 2);
    await wait(100);
    const told = performance.now();
    await store.deleteDocument('d0');
    while (knowledge.position < 61) await wait(5);
    console.log(`Seen ${(performance.now() - told).toFixed(0)} ms after it was begun.`);
  });

  it('show at once what was changed through another, and tell its subscribers', async () => {
    const [one, two, three] = (await startReplicas(3)) as [Replica, Replica, Replica];
    const added = listen(three.url, 'subscription { documentAdded { key } }');
    await wait(500);
    const add =
      'mutation ($documents: [DocumentInput!]!) { addDocuments(documents: $documents) { results { outcome } } }';
    const documents = [{ id: 'a', text: 'Ann Lee attacked Bo Ray in Valdoro on Monday.' }];
    const given = await postOperation(one.url, { query: add, variables: { documents } });
    expect(given.errors).toEqual([]);
    const asked = await postOperation(two.url, { query: '{ claims { edges { node { predicate } } } }' });
    expect(asked.data.claims.edges).toEqual([{ node: { predicate: 'attack' } }]);
    expect(await added.take(1)).toEqual([{ data: { documentAdded: { key: 'a' } } }]);
  });

  it('hold the same graph after changes through all of them at once', async () => {
    const replicas = await startReplicas(3);
    const names = ['Ann Lee', 'Bo Ray', 'Cy Poe', 'Ann Lee'];
    await Promise.all(
      replicas.map(async ({ knowledge: { store } }, which) => {
        for (let round = 0; round < 20; round++) {
          const id = `d${(round * 7 + which * 3) % 11}`;
          const claims = [{ ...ATTACK, subject: names[round % 4]!, object: names[(round + which + 1) % 4]! }];
          await store.putDocument(buildStored({ id, claims, opening: `${which} ${round}.` }), resources.reading);
          if (round % 5 === 4) await store.deleteDocument(`d${(round + which) % 11}`);
          if (round % 6 !== 5) continue;
          const [left, right] = [`d${which}#PERSON/ann lee/0`, `d${round % 11}#PERSON/bo ray/0`];
          const at = '2031-03-12T08:00:00Z';
          await store.appendJudgement({
            ...{ verdict: 'SAME', left, right, by: 'PERSON', reason: '', at, score: null, undoes: null },
          });
        }
      }),
    );
    const { position } = await replicas[0]!.knowledge.store.counts();
    const fresh = await openKnowledge(replicas[0]!.knowledge.store.url, { resources });
    onTestFinished(() => fresh.close());
    const expected = dumpGraph(fresh.graph);
    for (const replica of replicas) {
      await reach(replica, position);
      expect(dumpGraph(replica.knowledge.graph)).toEqual(expected);
    }
  });

  it('go on by themselves after their database was gone', { timeout: 120_000 }, async () => {
    const [one, two] = (await startReplicas(2)) as [Replica, Replica];
    await postgres?.crash();
    const writing = one.knowledge.store.putDocument(buildStored({ id: 'a', claims: [ATTACK] }), resources.reading);
    await wait(300);
    await postgres?.start();
    expect(await writing).toBe('ADDED');
    await reach(two, 1);
    expect(two.knowledge.graph.claimCount).toBe(1);
  });
});
