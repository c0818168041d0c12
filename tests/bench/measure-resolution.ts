// Puts generated records into a graph, one after the other, in a process of its own, and prints the times of each tenth,
// the memory, and how well entities are told apart, beside two simple ways to do it.
// usage: node --import tsx tests/bench/measure-resolution.ts COUNT SEED
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type BCubed, scoreBCubed } from './b-cubed.js';
import { built } from './built.js';
import { generateRecords } from './generate-records.js';

/** What is measured. */
export interface ResolutionMeasure {
  /** Of each of ten parts of the records: of the processor, in seconds, from record to graph. */
  readonly seconds: readonly number[];
  /** Heap in use behind the last record, in bytes, with the list of what is to be scored. */
  readonly memory: number;
  readonly referents: number;
  readonly entities: number;
  /** By who resolves. */
  readonly scores: Readonly<Record<'ours' | 'equal names' | 'equal surnames', BCubed>>;
}

const [count, seed] = process.argv.slice(2).map(Number) as [number, number];
const { createKnowledgeGraph } = await built.graph();
const { normalizeName, referentKeys } = await built.resolve();
const { nameSpellings, wellKnownAcronyms, incidentWords } = (await built.resources()).loadResources();
const options = { nameSpellings, wellKnownAcronyms, incidentWords };

// The compiler of the JavaScript engine should have done its work before the first tenth.
const warmUp = createKnowledgeGraph(options);
for (const { extraction } of generateRecords({ seed: seed + 1, count: Math.min(count, 3000) }))
  warmUp.putDocument(extraction);

const before = heapInUse();
const graph = createKnowledgeGraph(options);
const seconds = Array.from({ length: 10 }, () => 0);
const mentions: { readonly key: string; readonly entity: string; readonly name: string; readonly surname: string }[] =
  [];
let done = 0;
for (const { extraction, identities } of generateRecords({ seed, count })) {
  const start = process.cpuUsage();
  graph.putDocument(extraction);
  const { user, system } = process.cpuUsage(start);
  const tenth = Math.floor((done++ * 10) / count);
  seconds[tenth] = (seconds[tenth] ?? 0) + (user + system) / 1e6;
  const keys = referentKeys(extraction);
  for (const { id, type, name } of extraction.referents) {
    const [key, entity] = [keys.get(id), identities.get(id)];
    if (key === undefined || entity === undefined) continue;
    const plain = normalizeName(name, type);
    mentions.push({ key, entity, name: `${type} ${plain}`, surname: `${type} ${plain.split(' ').at(-1)}` });
  }
}
const memory = heapInUse() - before;
const score = (clusterOf: (mention: (typeof mentions)[number]) => string): BCubed =>
  scoreBCubed(mentions.map((mention) => ({ cluster: clusterOf(mention), entity: mention.entity })));
const measure: ResolutionMeasure = {
  seconds,
  memory,
  referents: mentions.length,
  entities: new Set(mentions.map(({ entity }) => entity)).size,
  scores: {
    ours: score(({ key }) => graph.entityIdOf(key) ?? key),
    'equal names': score(({ name }) => name),
    'equal surnames': score(({ surname }) => surname),
  },
};
process.stdout.write(JSON.stringify(measure));

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
