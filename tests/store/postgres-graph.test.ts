import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportGraph } from '../../src/export/index.js';
import { mergeEntities, openKnowledge } from '../../src/pipeline/index.js';
import { loadResources } from '../../src/resources/index.js';
import { generateRecords } from '../bench/generate-records.js';
import { documentOf } from '../support/build-extraction.js';
import { lacksPostgres, type PostgresServer, startPostgres } from '../support/start-postgres.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const resources = loadResources();
const folder = temporaryFolder();
let postgres: PostgresServer | null = null;

beforeAll(async () => {
  if (!lacksPostgres()) postgres = await startPostgres();
});
afterAll(() => postgres?.remove());

const records = [...generateRecords({ seed: 5, count: 300 })].map(({ extraction }) => extraction);
const FORMATS = ['node-link', 'claims', 'evaluation-graph', 'gexf'] as const;

/** What the graph of a store exports, once `writers` have put the documents, each its share, at the same time. */
async function exportAfter(url: string, writers: number): Promise<readonly string[]> {
  const all = await Promise.all(Array.from({ length: writers }, () => openKnowledge(url, { resources })));
  await Promise.all(
    all.map(async ({ store, catchUp }, which) => {
      for (const [index, extraction] of records.entries()) {
        if (index % writers !== which) continue;
        await store.putDocument({ document: documentOf(extraction), extraction }, resources.reading);
        if (index % 20 === 0) await catchUp();
      }
    }),
  );
  const knowledge = all[0]!;
  await knowledge.catchUp();
  const [left, right] = [...knowledge.graph.entities()].filter(({ type }) => type === 'PERSON');
  const at = '2031-03-12T08:00:00Z';
  await mergeEntities(knowledge, { entities: [left!.id, right!.id], reason: 'one', at });
  const last = all.at(-1)!;
  await last.catchUp();
  const exports = await Promise.all(
    FORMATS.map(async (format) => {
      const chunks: string[] = [];
      for await (const chunk of exportGraph(last, format)) chunks.push(chunk);
      return chunks.join('');
    }),
  );
  await Promise.all(all.map((each) => each.close()));
  return exports;
}

describe.skipIf(lacksPostgres())('the graph of a store in PostgreSQL', () => {
  it('is that of a store in SQLite, byte for byte, also where three have written at once', {
    timeout: 180_000,
  }, async () => {
    const alone = await exportAfter(`sqlite:${path.join(folder, 'a.db')}`, 1);
    const newAddress = (): string => (postgres as PostgresServer).newAddress();
    expect(alone[0]!.length).toBeGreaterThan(10_000);
    expect(await exportAfter(newAddress(), 1)).toEqual(alone);
    expect(await exportAfter(newAddress(), 3)).toEqual(alone);
  });
});
