// Keeps a server of the built project busy with 24 clients, and says how it fares: errors, latency, memory.
// Leaves with 1 where there was an error, or memory grew. usage: npm run soak -- [--minutes 10] [--entities 5000]
import { parseArgs } from 'node:util';
import { SEED } from './bench-part.js';
import { generateCorpus } from './generate-corpus.js';
import { nameOf } from './generate-network.js';
import { createRandom, pick } from './random.js';
import { type ServerReport, startMeasuredServer } from './start-measured-server.js';

const READERS = 22;
/** Documents that are ingested again and again with other words, so that there are no more in the end than after the first round. */
const INGESTED = 10;
const MOST_GROWTH = 1.1;
const MINUTE = 60_000;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, entities: { type: 'string', default: '5000' } },
});
const [minutes, entities] = [Number(values.minutes), Number(values.entities)];
const server = await startMeasuredServer(entities, SEED);
const latencies = new Map<string, number[]>();
const errors = new Map<string, number>();
const end = performance.now() + minutes * MINUTE;
console.log(`${READERS} readers, one ingest and one export for ${minutes} minutes, ${entities} entities`);

const clients = [...Array.from({ length: READERS }, (_, index) => read(index)), ingest(), exportAll()];
await until(end - minutes * MINUTE * 0.8);
const early = await server.report();
await until(end);
await Promise.all(clients);
const late = await server.report();
server.stop();
printResult(early, late);

/** Questions of every kind, one after the other. */
async function read(client: number): Promise<void> {
  const random = createRandom(SEED + client);
  // Early ones are hubs. A place and a person are never one, however their names are written.
  const numbered = (rest: number): number => 4 * Math.floor((entities / 4) * random() ** 4) + rest;
  const person = (): string => nameOf(numbered(0));
  const place = (): string => nameOf(numbered(3));
  const entity = (): string => nameOf(numbered(Math.floor(random() * 4)));
  const questions: readonly (() => readonly [string, string, unknown])[] = [
    () => [
      'search',
      'query ($a: String!) { search(text: $a) { totalCount edges { node { snippet } } } }',
      { a: entity() },
    ],
    () => [
      'paths',
      'query ($a: ID!, $b: ID!) { paths(from: $a, to: $b) { explanation } }',
      { a: place(), b: person() },
    ],
    () => [
      'neighborhood',
      'query ($a: ID!) { neighborhood(seeds: [$a], depth: 2, limit: 100) { truncated entities { entity { name } } } }',
      { a: nameOf(Math.floor(random() * entities)) },
    ],
    () => ['entities', '{ entities(first: 50) { edges { node { name type { id } degree } } } }', {}],
    () => [
      'claims',
      '{ claims(first: 25, where: { relation: { eq: "CONSULT" } }) { edges { node { evidence { quote } document { title } } } } }',
      {},
    ],
    () => ['statistics', '{ statistics { claims entities relationships documents } }', {}],
  ];
  while (performance.now() < end) await ask(...pick(random, questions)());
}

async function ingest(): Promise<void> {
  const query = `mutation ($documents: [DocumentInput!]!) {
    addDocuments(documents: $documents) { userErrors { code } }
  }`;
  for (let round = 0; ; round++) {
    for (const document of generateCorpus({ count: INGESTED, words: 200, seed: SEED + round })) {
      if (performance.now() >= end) return;
      const { title, source, url, publishedAt, text } = document;
      const id = document.id.replace(/^.*-/, 'soak-');
      await ask('ingest', query, { documents: [{ id, title, source, url, publishedAt, text }] });
    }
  }
}

async function exportAll(): Promise<void> {
  while (performance.now() < end) {
    await take('export', async () => {
      const answer = await fetch(`${server.url}/export/graphml`);
      for await (const _chunk of answer.body ?? []);
      return answer.ok ? null : `status ${answer.status}`;
    });
  }
}

async function ask(kind: string, query: string, variables: unknown): Promise<void> {
  await take(kind, async () => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { errors: wrong } = (await answer.json()) as { readonly errors?: readonly { readonly message: string }[] };
    return wrong === undefined ? null : (wrong[0]?.message ?? 'an error');
  });
}

/** Counts a request, by its time or by what went wrong. */
async function take(kind: string, send: () => Promise<string | null>): Promise<void> {
  const start = performance.now();
  const wrong = await send().catch((error: unknown) => String(error));
  const times = latencies.get(kind) ?? [];
  latencies.set(kind, times);
  times.push(performance.now() - start);
  if (wrong !== null) errors.set(`${kind}: ${wrong}`, (errors.get(`${kind}: ${wrong}`) ?? 0) + 1);
}

async function until(time: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));
}

function printResult(before: ServerReport, after: ServerReport): void {
  for (const [kind, times] of [...latencies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0).padStart(6);
    console.log(
      `  ${kind.padEnd(14)} ${String(times.length).padStart(6)} times  p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`,
    );
  }
  const growth = after.heap / before.heap;
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  const [early, late] = [minutes * 0.2, minutes].map((minute) => Number(minute.toFixed(1)));
  console.log(
    `  heap at minute ${early} ${megabytes(before.heap)}, at minute ${late} ${megabytes(after.heap)}: ${growth.toFixed(2)} times`,
  );
  console.log(
    `  resident ${megabytes(before.memory)} and ${megabytes(after.memory)}; longest turn ${after.longestTurn.toFixed(0)} ms of the processor`,
  );
  console.log(
    `  errors ${[...errors.values()].reduce((sum, count) => sum + count, 0)}, faults of the server ${after.faults}`,
  );
  for (const [error, count] of errors) console.log(`    ${count} times ${error}`);
  if (errors.size > 0 || after.faults > 0 || growth > MOST_GROWTH) process.exitCode = 1;
}
