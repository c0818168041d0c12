import type { Batches } from '../../src/export/export-rows.js';
import { readRows } from '../../src/export/read-rows.js';
import { ingest, openKnowledge } from '../../src/pipeline/index.js';
import { findInputs } from '../../src/read/index.js';
import { loadResources } from '../../src/resources/index.js';
import type { GeneratedRows } from '../support/generate-export-rows.js';

const EXAMPLES = new URL('../../data/examples', import.meta.url).pathname;

/** The rows of the graph of `data/examples`, read from the articles to the graph. */
export async function loadExampleRows(): Promise<GeneratedRows> {
  const knowledge = await openKnowledge('memory:', { resources: loadResources() });
  for await (const event of ingest(knowledge, findInputs([EXAMPLES]))) {
    if (event.kind === 'FAILED') throw new Error(`${event.input}: ${event.reason}`);
  }
  await knowledge.catchUp();
  const rows = readRows(knowledge, { where: null, after: null, signal: undefined, pace: async () => {} });
  return {
    nodes: await collect(rows.nodes()),
    edges: await collect(rows.edges()),
    claims: await collect(rows.claims()),
  };
}

async function collect<Row>(rows: Batches<Row>): Promise<readonly Row[]> {
  const list: Row[] = [];
  for await (const batch of rows) list.push(...batch);
  return list;
}
