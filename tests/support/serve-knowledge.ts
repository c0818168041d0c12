import { onTestFinished } from 'vitest';
import { type RunningServer, type ServerOptions, startServer } from '../../src/api/index.js';
import { followKnowledge, type LiveKnowledge } from '../../src/pipeline/index.js';
import { loadResources, type Resources } from '../../src/resources/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { buildStored, type ExtractionSketch } from './build-extraction.js';

/** An answer of the API, with what HTTP says of it. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of what it asks for.
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly status: number;
  readonly contentType: string;
}

/** A server on a free port over a memory store, stopped when the test that started it is over. */
export interface ServedKnowledge extends RunningServer {
  readonly knowledge: LiveKnowledge;
  readonly store: Store;
  /** How often each method of the store was called since `resetReads`. */
  readonly reads: ReadonlyMap<string, number>;
  resetReads(): void;
  ask(query: string, variables?: unknown): Promise<Answer>;
}

/** Three documents about two connected stories: attributed, denied, planned and counted claims, and one diagnostic. */
export const SKETCHES: readonly ExtractionSketch[] = [
  {
    id: 'a',
    title: 'Shelling of Homs',
    source: 'Harbor Courier',
    url: 'https://example.org/a',
    publishedAt: '2012-03-12',
    groups: ['soldiers', 'activists'],
    referents: [
      { name: 'Syrian National Council', type: 'ORGANIZATION', acronyms: ['SNC'], sector: 'OPP' },
      { name: 'Ann Lee', roles: ['foreign minister'], aliases: ['Lee'], sector: 'GOV' },
    ],
    claims: [
      { subject: 'Ann Lee', relation: 'ATTACK', object: ['Bo Ray', 'soldiers'], place: 'Homs', time: '2012-03-10' },
      {
        subject: 'soldiers',
        relation: 'KILL',
        object: { words: '12 officers', counts: { min: 12, max: 12, unit: 'officers' }, entity: false },
        claimant: 'activists',
        place: 'Homs',
      },
      { subject: 'SNC', relation: 'ACCUSE', object: 'soldiers', about: 1, claimant: 'Cy Poe' },
      {
        subject: 'Bo Ray',
        relation: 'AID',
        object: 'Cy Poe',
        others: [{ words: 'bread', role: 'INSTRUMENT', preposition: 'with', entity: false }],
        modality: 'PLANNED',
      },
    ],
    diagnostics: [{ code: 'LONG_TOKEN', severity: 'WARNING', message: 'A long word.', span: { start: 0, end: 1 } }],
  },
  {
    id: 'b',
    title: 'A denial',
    source: 'Evening Post',
    publishedAt: '2012-03-14',
    referents: [{ name: 'Ann Lee', roles: ['foreign minister'], sector: 'GOV' }],
    claims: [
      { subject: 'Ann Lee', relation: 'ATTACK', object: 'Bo Ray', claimant: 'Ann Lee', stance: 'DENIES' },
      { subject: 'Bo Ray', relation: 'CONSULT', object: 'Di Voss', time: '2012-03-13' },
      { subject: 'Di Voss', relation: 'LEADS', object: 'Red Guard', role: 'head', tense: 'CURRENT', claimant: null },
    ],
    organizations: ['Red Guard'],
  },
  {
    id: 'c',
    title: null,
    claims: [{ subject: 'Di Voss', relation: 'SUPPORT', object: 'Ann Lee', polarity: 'NEGATED' }],
  },
];

/** They do not change, and loading them takes longer than most tests. */
let resources: Resources | null = null;

/** Starts a server over the sketches. */
export async function serveKnowledge(
  sketches: readonly ExtractionSketch[] = SKETCHES,
  options: Omit<Partial<ServerOptions>, 'knowledge'> = {},
): Promise<ServedKnowledge> {
  const reads = new Map<string, number>();
  const store = countReads(await openStore('memory:'), reads);
  resources ??= loadResources();
  for (const sketch of sketches) await store.putDocument(buildStored(sketch), resources.reading);
  const knowledge = await followKnowledge(store, { resources });
  const server = await startServer({ knowledge, port: 0, ...options });
  return {
    ...server,
    knowledge,
    store,
    reads,
    resetReads: () => reads.clear(),
    ask: (query, variables) => postOperation(server.url, { query, variables }),
  };
}

/** The same, for one test. */
export async function serveForTest(...given: Parameters<typeof serveKnowledge>): Promise<ServedKnowledge> {
  const served = await serveKnowledge(...given);
  onTestFinished(() => served.stop());
  return served;
}

/** Posts one operation as JSON and reads the answer. */
export async function postOperation(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer = (await response.json()) as Partial<Answer>;
  return {
    data: answer.data,
    errors: answer.errors ?? [],
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
  };
}

function countReads(store: Store, reads: Map<string, number>): Store {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: readonly unknown[]) => {
        reads.set(String(name), (reads.get(String(name)) ?? 0) + 1);
        return value.apply(target, given);
      };
    },
  });
}
