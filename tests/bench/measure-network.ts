// Loads a generated network, and asks it what a service is asked, in a process of its own; prints times of the processor
// beside those of bare counterparts. MADE writes the network into the store first, makes its graph and keeps it there;
// KEPT opens the graph that is kept.
// usage: node --import tsx tests/bench/measure-network.ts FILE ENTITIES SEED MADE|KEPT
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { findBareNeighborhood, findBarePath, readBareNetwork } from './bare-network.js';
import { built } from './built.js';
import { ROUNDS } from './generate-network.js';
import { createRandom } from './random.js';
import { writeNetwork } from './write-network.js';

/** Times of one question, in milliseconds of the processor. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** An export: seconds of the processor, and bytes. */
export interface ExportMeasure {
  readonly seconds: number;
  readonly bytes: number;
  /** Resident memory above that before, at most. */
  readonly above: number;
}

/** What was measured. */
export interface NetworkMeasure {
  readonly entities: number;
  readonly relationships: number;
  readonly claims: number;
  readonly largestHub: number;
  readonly fileBytes: number;
  /** Processor seconds and bytes of memory; `reading` only reads every record, or the bytes of the kept graph. */
  readonly load: { readonly seconds: number; readonly memory: number; readonly reading: number };
  /** Processor seconds in which a graph was kept; null where it was kept before. */
  readonly keeping: number | null;
  readonly questions: Readonly<Record<string, { readonly ours: Times; readonly bare: Times }>>;
  /** Milliseconds of the processor for a page through the server. */
  readonly page: { readonly entities: number; readonly constant: number; readonly constantRows: number };
  readonly exports: Readonly<Record<string, ExportMeasure>>;
}

const ASKED = 150;
const PAGES = 150;
const [file, entities, seed, way] = process.argv.slice(2) as [string, string, string, 'MADE' | 'KEPT'];
const { openKnowledge } = await built.pipeline();
const { paths, neighborhood, search } = await built.query();
const { exportGraph } = await built.export();
const { openStore } = await built.store();
const resources = (await built.resources()).loadResources();

if (way === 'MADE') await writeNetwork(file, { seed: Number(seed), entities: Number(entities) });
process.stdout.write(JSON.stringify(await measure()));

async function measure(): Promise<NetworkMeasure> {
  const reading = way === 'MADE' ? await measureParsing() : measureBytes();
  const { rss } = process.memoryUsage();
  const start = process.cpuUsage();
  // The graph that was made is kept when the store is closed, however quickly it was made.
  const access = way === 'MADE' ? ({ keepAfter: { taking: 0, resting: 1e9 } } as const) : ({ access: 'READ' } as const);
  const knowledge = await openKnowledge(`sqlite:${file}`, { resources, ...access });
  if (knowledge.isFollowing !== (way === 'MADE')) throw new Error(`Expected a graph that is ${way}.`);
  const load = { seconds: secondsSince(start), memory: process.memoryUsage().rss - rss, reading };
  const { graph } = knowledge;

  const bare = readBareNetwork(graph);
  const random = createRandom(Number(seed));
  const all: { readonly id: string; readonly name: string; readonly number: number }[] = [];
  for (const { id, name } of graph.entities()) all.push({ id, name, number: bare.numberOf(id) });
  const one = () => all[Math.floor(random() * all.length)]!;
  const pairs = Array.from({ length: ASKED }, () => [one(), one()] as const).filter(([a, b]) => a !== b);
  const words = [...pairs.map(([{ name }], index) => name.split(' ')[0]!.slice(0, 3 + (index % 5))), ...verbs()];
  const database = new Database(file, { readonly: true });
  const bareSearch = database.prepare(
    'SELECT forms.form FROM form_words JOIN forms ON forms.ordinal = form_words.rowid WHERE form_words MATCH ? LIMIT 25',
  );
  const questions = {
    'path, cheapest': {
      ours: await timesOf(pairs, ([a, b]) => paths(knowledge, { from: a.id, to: b.id, k: 1 })),
      bare: await timesOf(pairs, ([a, b]) => findBarePath(bare, a.number, b.number)),
    },
    'paths, 5 explained': {
      ours: await timesOf(pairs, ([a, b]) => paths(knowledge, { from: a.id, to: b.id, k: 5 })),
      bare: await timesOf(pairs, ([a, b]) => findBarePath(bare, a.number, b.number)),
    },
    'neighborhood of 500': {
      ours: await timesOf(pairs, ([a]) => neighborhood(knowledge, { seeds: [a.id], depth: 2, limit: 500 })),
      bare: await timesOf(pairs, ([a]) => findBareNeighborhood(bare, a.number, 500)),
    },
    search: {
      ours: await timesOf(words, (text) => search(knowledge, { text })),
      bare: await timesOf(words, (text) => bareSearch.all(`"${text.toLowerCase()}"*`)),
    },
  };
  database.close();
  const { claimCount: claims, relationshipCount: relationships, entityCount } = graph;
  const largestHub = all.reduce((most, { id }) => Math.max(most, graph.degree(id)), 0);
  const page = await measurePages(knowledge);
  const exports = { 'csv-edges': await measureExport('csv-edges'), graphml: await measureExport('graphml') };
  const closing = process.cpuUsage();
  await knowledge.close();
  const keeping = way === 'MADE' ? secondsSince(closing) : null;
  const counts = { entities: entityCount, relationships, claims, largestHub, fileBytes: statSync(file).size };
  return { ...counts, load, keeping, questions, page, exports };

  async function measureExport(format: string): Promise<ExportMeasure> {
    const before = process.memoryUsage().rss;
    const started = process.cpuUsage();
    let [bytes, above] = [0, 0];
    for await (const chunk of exportGraph(knowledge, format)) {
      bytes += chunk.length;
      above = Math.max(above, process.memoryUsage().rss - before);
    }
    return { seconds: secondsSince(started), bytes, above };
  }
}

/** Seconds for reading every record out of the store, which is the least that a load can take. */
async function measureParsing(): Promise<number> {
  const store = await openStore(`sqlite:${file}`, { access: 'READ' });
  const start = process.cpuUsage();
  for await (const _stored of store.scan());
  const seconds = secondsSince(start);
  await store.close();
  return seconds;
}

/** Seconds for reading the bytes of the kept graph, which is the least that the opening of it can take. */
function measureBytes(): number {
  const start = process.cpuUsage();
  const database = new Database(file, { readonly: true });
  for (const _row of database.prepare('SELECT bytes FROM kept_chunks').iterate());
  database.close();
  return secondsSince(start);
}

async function measurePages(knowledge: Awaited<ReturnType<typeof openKnowledge>>): Promise<NetworkMeasure['page']> {
  const server = await (await built.api()).startServer({ knowledge, port: 0 });
  const ask = async (query: string): Promise<string> => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return answer.text();
  };
  const list = '{ relationTypes { label description symmetric } }';
  const constantRows = (await ask(list)).split('"label"').length - 1;
  const page = `{ entities(first: ${constantRows}) { edges { node { name key named } } } }`;
  const [entitiesTime, constant] = [await pageTime(() => ask(page)), await pageTime(() => ask(list))];
  await server.stop();
  return { entities: entitiesTime, constant, constantRows };
}

/** Milliseconds of the processor for one request, client included. */
async function pageTime(ask: () => Promise<string>): Promise<number> {
  for (let round = 0; round < PAGES / 3; round++) await ask();
  const start = process.cpuUsage();
  for (let round = 0; round < PAGES; round++) await ask();
  return (secondsSince(start) / PAGES) * 1000;
}

async function timesOf<Item>(items: readonly Item[], ask: (item: Item) => unknown): Promise<Times> {
  const times: number[] = [];
  for (const item of [...items.slice(0, 40), ...items]) {
    const start = process.cpuUsage();
    await ask(item);
    times.push(secondsSince(start) * 1000);
  }
  // The first ones are for the compiler of the JavaScript engine.
  const sorted = times.slice(40).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Words that very many claims have. */
function verbs(): readonly string[] {
  return [...ROUNDS.map(({ verb }) => verb), ...ROUNDS.map(({ lemma }) => lemma)];
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
