import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/index.js';
import { buildStored } from '../support/build-extraction.js';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';

let postgres: PostgresServer;

beforeAll(async () => {
  if (!lacksPostgres()) postgres = await startPostgres();
});
afterAll(() => postgres?.remove());

const ATTACK = { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray' } as const;
const story = (id: string) => buildStored({ id, claims: [ATTACK] });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `d${String(index).padStart(3, '0')}`);

async function open(url: string): Promise<{ readonly store: Store; readonly schema: string }> {
  const store = await openStore(url);
  onTestFinished(() => store.close());
  return { store, schema: new URL(url).searchParams.get('schema') as string };
}

describe.skipIf(lacksPostgres())('documents that are put into PostgreSQL at once', () => {
  it('share transactions, and are each in the log once', async () => {
    const { store, schema } = await open(postgres.newAddress());
    await Promise.all(ids(64).map((id) => store.putDocument(story(id), '1')));
    const rows = await postgres.run(`SELECT count(*) AS documents, count(DISTINCT xmin::text) AS transactions,
      count(DISTINCT position) AS positions FROM ${schema}.changes`);
    expect(rows).toEqual([{ documents: '64', transactions: '4', positions: '64' }]);
    expect(await store.searchForms('ann lee', 10)).toEqual(['Ann Lee']);
    expect(await store.searchPassages('attack', 100)).toHaveLength(64);
  });

  it('do not fail where the database refuses one of them', async () => {
    const { store, schema } = await open(postgres.newAddress());
    await postgres.run(`CREATE FUNCTION ${schema}.refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF new.id = 'd003' THEN RAISE EXCEPTION USING ERRCODE = '54000', MESSAGE = 'row is too big'; END IF; RETURN new; END $$`);
    await postgres.run(
      `CREATE TRIGGER refuse BEFORE INSERT ON ${schema}.documents FOR EACH ROW EXECUTE FUNCTION ${schema}.refuse()`,
    );
    const outcomes = await Promise.allSettled(ids(8).map((id) => store.putDocument(story(id), '1')));
    expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([3]);
    expect(outcomes[3]).toMatchObject({ reason: { code: 'INPUT_TOO_LARGE' } });
    expect(await store.counts()).toEqual({ documents: 7, judgements: 0, position: 7 });
  });

  it('never wait in a circle for those of another process', async () => {
    const url = postgres.newAddress();
    const [{ store: one }, { store: two }] = [await open(url), await open(url)];
    for (let round = 0; round < 5; round++) {
      const wanted = ids(32).map((id) => buildStored({ id, title: `${round}`, claims: [ATTACK] }));
      await Promise.all([
        ...wanted.map((stored) => one.putDocument(stored, '1')),
        ...[...wanted].reverse().map((stored) => two.putDocument(stored, '1')),
      ]);
    }
    // What the one has written, the other finds unchanged.
    expect(await one.counts()).toEqual({ documents: 32, judgements: 0, position: 160 });
  });
});
