import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareIds } from '../../src/base/index.js';
import type { Judgement } from '../../src/domain/index.js';
import { type Change, openStore, type Store, type StoredDocument } from '../../src/store/index.js';
import { buildJudgement, collect, ODD_IDS } from '../contracts/store.js';
import { buildStored } from '../support/build-extraction.js';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

type Step =
  | {
      readonly kind: 'PUT';
      readonly id: string;
      readonly text: number;
      readonly title: number;
      readonly reading: number;
    }
  | { readonly kind: 'DELETE'; readonly id: string }
  | { readonly kind: 'JUDGE'; readonly reason: string };

/** What a store should hold, as plain collections. */
interface Model {
  readonly documents: Map<string, { readonly key: string; readonly stored: StoredDocument }>;
  readonly judgements: Judgement[];
  readonly changes: Change[];
}

const ids = fc.constantFrom(...ODD_IDS.slice(0, 6), '\uffff', '😀');
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('PUT' as const),
        id: ids,
        text: fc.nat(1),
        title: fc.nat(1),
        reading: fc.nat(1),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('DELETE' as const), id: ids }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('JUDGE' as const), reason: fc.string({ unit: 'binary' }) }) },
  ),
  { maxLength: 40 },
);

/** Takes the step in the model and in the store; both must answer the same. */
async function take(step: Step, store: Store, model: Model): Promise<void> {
  const position = model.changes.length + 1;
  if (step.kind === 'PUT') {
    const { id, text, title, reading } = step;
    const stored = buildStored({ id, title: `Title ${title}`, opening: `Text ${text}.`, people: ['Ann Lee'] });
    const before = model.documents.get(id);
    const key = JSON.stringify([text, title, reading]);
    const outcome = before === undefined ? 'ADDED' : before.key === key ? 'UNCHANGED' : 'UPDATED';
    expect(await store.putDocument(stored, `${reading}`)).toBe(outcome);
    if (outcome === 'UNCHANGED') return;
    model.documents.set(id, { key, stored });
    model.changes.push({ position, kind: 'DOCUMENT_PUT', documentId: id });
  } else if (step.kind === 'DELETE') {
    const existed = model.documents.delete(step.id);
    expect(await store.deleteDocument(step.id)).toBe(existed);
    if (existed) model.changes.push({ position, kind: 'DOCUMENT_DELETED', documentId: step.id });
  } else {
    const judgement = { ...buildJudgement(step.reason), id: `j${model.judgements.length + 1}` };
    expect(await store.appendJudgement(buildJudgement(step.reason))).toEqual(judgement);
    model.judgements.push(judgement);
    model.changes.push({ position, kind: 'JUDGED', judgement });
  }
}

async function expectSame(store: Store, model: Model): Promise<void> {
  const ascending = [...model.documents.keys()].sort(compareIds);
  const stored = ascending.map((id) => model.documents.get(id)?.stored);
  expect(await collect(store.scan())).toEqual(stored);
  expect(await store.documentIds({ after: null, limit: 1_000 })).toEqual(ascending);
  expect([...(await store.documents(ascending)).values()]).toEqual(stored);
  expect(await store.judgements()).toEqual(model.judgements);
  expect(await store.changes({ after: 0, limit: 1_000 })).toEqual(model.changes);
  expect(await store.counts()).toEqual({
    documents: model.documents.size,
    judgements: model.judgements.length,
    position: model.changes.length,
  });
  const byHash = new Map<string, string[]>();
  for (const id of ascending) {
    const hash = model.documents.get(id)?.stored.document.textHash ?? '';
    byHash.set(hash, [...(byHash.get(hash) ?? []), id]);
  }
  for (const [hash, same] of byHash) expect(await store.documentsByTextHash(hash)).toEqual(same);
}

const folder = temporaryFolder();
let made = 0;
let postgres: PostgresServer | null = null;

beforeAll(async () => {
  if (!lacksPostgres()) postgres = await startPostgres();
});
afterAll(() => postgres?.remove());

describe('a store after any sequence of changes', () => {
  it.each([
    { scheme: 'memory:', runs: 60, address: () => 'memory:' },
    { scheme: 'sqlite:', runs: 60, address: () => `sqlite:${path.join(folder, `${++made}.db`)}` },
    { scheme: 'postgres:', runs: 12, address: () => (postgres as PostgresServer).newAddress() },
  ])('at $scheme holds what a plain map would', async ({ scheme, runs, address }) => {
    if (scheme === 'postgres:' && postgres === null) return;
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const url = address();
        const model: Model = { documents: new Map(), judgements: [], changes: [] };
        let store = await openStore(url);
        for (const step of taken) await take(step, store, model);
        await expectSame(store, model);
        await store.close();
        if (url === 'memory:') return;
        store = await openStore(url, { access: 'READ' });
        await expectSame(store, model);
        await store.close();
      }),
      { numRuns: runs },
    );
  });
});
