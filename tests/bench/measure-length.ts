// Reads one long document in a process of its own, and prints its words, the processor time and the peak memory.
// usage: node --import tsx tests/bench/measure-length.ts CHARACTERS SEED
import { built } from './built.js';
import { countWords, type GeneratedDocument, generateCorpus } from './generate-corpus.js';

/** What one document of a length took. */
export interface LengthTimes {
  readonly words: number;
  readonly processorSeconds: number;
  /** Resident memory: before the document, and the most while it was read. */
  readonly bytes: number;
  readonly peakBytes: number;
}

const [characters, seed] = process.argv.slice(2).map(Number) as [number, number];
const { createDocument } = await built.read();
const { annotate } = await built.annotate();
const { extract } = await built.extract();
const resources = (await built.resources()).loadResources();
const read = (text: string) => extract(annotate(createDocument({ text }), resources), resources);

const text = joinUpTo(characters, generateCorpus({ count: 1_000_000, words: 350, seed }));
for (const document of generateCorpus({ count: 60, words: 350, seed: seed + 1 })) read(document.text);
const { rss } = process.memoryUsage();
const start = process.cpuUsage();
const record = read(text);
const { user, system } = process.cpuUsage(start);
if (record.claims.length === 0) throw new Error('Nothing was read.');
const times: LengthTimes = {
  words: countWords(text),
  processorSeconds: (user + system) / 1e6,
  bytes: rss,
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
process.stdout.write(JSON.stringify(times));

/** Documents one after the other, so that names keep coming as they do in a book or a collection of reports. */
function joinUpTo(length: number, documents: Iterable<GeneratedDocument>): string {
  const parts: string[] = [];
  let size = 0;
  for (const { text } of documents) {
    parts.push(text);
    size += text.length + 1;
    if (size >= length) break;
  }
  return parts.join('\n').slice(0, length);
}
