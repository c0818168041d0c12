import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKnowledgeGraph, type GraphReading, type KnowledgeGraph } from '../../src/graph/index.js';
import { openKnowledge } from '../../src/pipeline/index.js';
import { loadResources } from '../../src/resources/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { createRandom } from '../bench/random.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const PROGRAM = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const ROUNDS = 50;
const DOCUMENTS = 500;
/** Rounds that go on with the store of the round before. */
const ROUNDS_OF_A_STORE = 10;

const resources = loadResources();
const random = createRandom(20_120_312);
const folder = temporaryFolder();
const articles = path.join(folder, 'articles.jsonl');

beforeAll(async () => {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is missing: compile with "npm run build" first.`);
  const lines = Array.from({ length: DOCUMENTS }, (_, index) => JSON.stringify(article(index)));
  await writeFile(articles, `${lines.join('\n')}\n`);
});

function article(index: number): { id: string; text: string; publishedAt: string; source: string } {
  const people = ['Ann Lee', 'Bo Ray', 'Cy Poe', 'Dee Fox', 'Eli Orr'];
  const [who, whom] = [people[index % 5]!, people[(index * 3 + 1) % 5]!];
  const day = String((index % 28) + 1).padStart(2, '0');
  const text = `${who} criticized ${whom} in Valdoro on Monday. "${whom} attacked us", ${who} said in speech ${index}.`;
  return { id: `article-${index}`, text, publishedAt: `2031-03-${day}`, source: `Paper ${index % 7}` };
}

/** Ingests until `acknowledged` new documents were acknowledged and some more milliseconds passed; then kills. */
async function ingestAndKill(url: string, acknowledged: number, milliseconds: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [PROGRAM, 'ingest', articles, '--store', url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let armed = false;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    output += chunk;
    if (armed || (output.match(/^added /gm)?.length ?? 0) < acknowledged) return;
    armed = true;
    setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  await new Promise((resolve) => child.once('close', resolve));
  // A line that breaks off was not said.
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  return lines.map((line) => /^(?:added|unchanged) (.+)$/.exec(line)?.[1]).filter((id) => id !== undefined);
}

async function rebuild(store: Store): Promise<KnowledgeGraph> {
  const graph = createKnowledgeGraph({ wellKnownAcronyms: resources.wellKnownAcronyms });
  for await (const { extraction } of store.scan()) graph.putDocument(extraction);
  for (const judgement of await store.judgements()) graph.applyJudgement(judgement);
  return graph;
}

async function replay(store: Store): Promise<KnowledgeGraph> {
  const graph = createKnowledgeGraph({ wellKnownAcronyms: resources.wellKnownAcronyms });
  const changes = await store.changes({ after: 0, limit: 10_000 });
  for (const change of changes) {
    if (change.kind !== 'DOCUMENT_PUT') continue;
    graph.putDocument((await store.documents([change.documentId])).get(change.documentId)!.extraction);
  }
  return graph;
}

function contentOf(graph: GraphReading): unknown {
  return [[...graph.entities()], [...graph.relationships()], [...graph.claims()]];
}

describe('an ingest that is killed', () => {
  it(`keeps each acknowledged document once and none half, ${ROUNDS} times`, { timeout: 600_000 }, async () => {
    let safe = new Set<string>();
    let url = '';
    let killedUnderWay = 0;
    for (let round = 0; round < ROUNDS; round++) {
      if (round % ROUNDS_OF_A_STORE === 0) {
        url = `sqlite:${path.join(folder, `store-${round}.db`)}`;
        safe = new Set();
      }
      for (const id of await ingestAndKill(url, Math.floor(random() * 40), Math.floor(random() * 12))) safe.add(id);

      const store = await openStore(url);
      const ids = await store.documentIds({ after: null, limit: 10_000 });
      expect(new Set(ids).size).toBe(ids.length);
      expect((await store.counts()).documents).toBe(ids.length);
      for (const id of safe) expect(ids, `round ${round} lost ${id}`).toContain(id);
      if (ids.length < DOCUMENTS) killedUnderWay += 1;
      const stored = await store.documents(ids);
      for (const id of ids) {
        const { document, extraction } = stored.get(id)!;
        expect(document.text).toBe(article(Number(id.slice('article-'.length))).text);
        expect(extraction.id).toBe(id);
        expect(extraction.text).toBe(document.text);
      }
      const rebuilt = contentOf(await rebuild(store));
      expect(contentOf(await replay(store))).toEqual(rebuilt);
      await store.close();
      const knowledge = await openKnowledge(url, { resources });
      expect(contentOf(knowledge.graph)).toEqual(rebuilt);
      await knowledge.close();
    }
    // Otherwise nothing was tested: the kills came after the end.
    expect(killedUnderWay).toBeGreaterThan(ROUNDS / 2);
  });
});
