// Puts generated records into a resolution, or into a whole graph, one after the other, in a process of its own, and prints
// the times of each tenth, the memory, and how well entities are told apart, beside two simple ways to do it.
// usage: node --import tsx tests/bench/measure-resolution.ts resolution|graph COUNT SEED
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Extraction } from '../../src/domain/index.js';
import { type BCubed, scoreBCubed } from './b-cubed.js';
import { built } from './built.js';
import { type GeneratedRecord, generateRecords } from './generate-records.js';

/** What is measured. */
export interface ResolutionMeasure {
  /** Of each of a hundred parts of the records, in order: of the processor, in seconds, from record to entity. */
  readonly seconds: readonly number[];
  /** Heap in use behind the last record, in bytes. */
  readonly memory: number;
  readonly referents: number;
  readonly entities: number;
  /** By who resolves. */
  readonly scores: Readonly<Record<'ours' | 'equal names' | 'equal surnames', BCubed>>;
}

/** A person or body of a record, and who it is. */
interface Mention {
  readonly key: string;
  readonly entity: string;
  readonly name: string;
  readonly surname: string;
}

const CHUNKS = 100;
const [what, ...numbers] = process.argv.slice(2);
const [count, seed] = numbers.map(Number) as [number, number];
const { createKnowledgeGraph } = await built.graph();
const { createResolution, normalizeName, referentKeys } = await built.resolve();
const { nameSpellings, wellKnownAcronyms, incidentWords } = (await built.resources()).loadResources();
const options = { nameSpellings, wellKnownAcronyms, incidentWords };

/** What takes the records, and says what a referent is part of. */
function createTaker(): { put(extraction: Extraction): void; idOf(key: string): string } {
  if (what === 'graph') {
    const graph = createKnowledgeGraph(options);
    return { put: graph.putDocument, idOf: (key) => graph.entityIdOf(key) ?? key };
  }
  const resolution = createResolution({ ...options, isWidePlace: incidentWords.isWide });
  return {
    put: resolution.putDocument,
    idOf: (key) => resolution.clusterOf(key)?.handle ?? key,
  };
}

// The compiler of the JavaScript engine should have done its work before the first tenth.
const warmUp = createTaker();
for (const { extraction } of generateRecords({ seed: seed + 1, count: Math.min(count, 3000) })) warmUp.put(extraction);

const before = heapInUse();
const taker = createTaker();
const seconds: number[] = [];
let chunk: GeneratedRecord[] = [];
for (const record of generateRecords({ seed, count })) {
  chunk.push(record);
  if (chunk.length < count / CHUNKS) continue;
  const start = process.cpuUsage();
  for (const { extraction } of chunk) taker.put(extraction);
  const { user, system } = process.cpuUsage(start);
  seconds.push((user + system) / 1e6);
  chunk = [];
}
const memory = heapInUse() - before;
// Records are generated again rather than kept: what is measured is measured alone.
const mentions: Mention[] = [];
for (const record of generateRecords({ seed, count })) mentions.push(...mentionsOf(record));
const score = (clusterOf: (mention: Mention) => string): BCubed =>
  scoreBCubed(mentions.map((mention) => ({ cluster: clusterOf(mention), entity: mention.entity })));
const measure: ResolutionMeasure = {
  seconds,
  memory,
  referents: mentions.length,
  entities: new Set(mentions.map(({ entity }) => entity)).size,
  scores: {
    ours: score(({ key }) => taker.idOf(key)),
    'equal names': score(({ name }) => name),
    'equal surnames': score(({ surname }) => surname),
  },
};
process.stdout.write(JSON.stringify(measure));

/** The persons and bodies of a record, with who they are. */
function mentionsOf({ extraction, identities }: GeneratedRecord): readonly Mention[] {
  const keys = referentKeys(extraction);
  return extraction.referents.flatMap(({ id, type, name }) => {
    const [key, entity] = [keys.get(id), identities.get(id)];
    if (key === undefined || entity === undefined) return [];
    const plain = normalizeName(name, type);
    return [{ key, entity, name: `${type} ${plain}`, surname: `${type} ${plain.split(' ').at(-1)}` }];
  });
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
