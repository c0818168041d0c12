// Reads generated documents in a process of its own, and prints how many words it read in how much time.
// usage: node --import tsx tests/bench/measure-words.ts compromise|annotate|extract SEED
import { built } from './built.js';
import { countWords, generateCorpus } from './generate-corpus.js';

/** How long so many words took, by the clock and of the processor. */
export interface WordTimes {
  readonly words: number;
  readonly seconds: number;
  readonly processorSeconds: number;
}

const READERS: Readonly<Record<string, () => Promise<(text: string) => unknown>>> = {
  /** The peer's full reading, with the names that it finds. */
  async compromise() {
    const { default: nlp } = await import('compromise');
    return (text) => {
      const view = nlp(text);
      return [view.people().out('array'), view.places().out('array'), view.organizations().out('array')];
    };
  },
  /** Tokens, sentences, tags, lemmas, names and trees. */
  async annotate() {
    const { createDocument } = await built.read();
    const { annotate } = await built.annotate();
    const resources = (await built.resources()).loadResources();
    return (text) => annotate(createDocument({ text }), resources);
  },
  /** Everything from text to extraction record. */
  async extract() {
    const { createDocument } = await built.read();
    const { annotate } = await built.annotate();
    const { extract } = await built.extract();
    const resources = (await built.resources()).loadResources();
    return (text) => extract(annotate(createDocument({ text }), resources), resources);
  },
};

const [subject = '', seed] = process.argv.slice(2);
const texts = [...generateCorpus({ count: 160, words: 350, seed: Number(seed) })].map(({ text }) => text);
const warmUp = [...generateCorpus({ count: 20, words: 350, seed: Number(seed) + 1 })].map(({ text }) => text);
const read = await READERS[subject]!();

for (const text of warmUp) read(text);
const start = performance.now();
const startOfProcessor = process.cpuUsage();
for (const text of texts) read(text);
const { user, system } = process.cpuUsage(startOfProcessor);
const times: WordTimes = {
  words: texts.reduce((sum, text) => sum + countWords(text), 0),
  seconds: (performance.now() - start) / 1000,
  processorSeconds: (user + system) / 1e6,
};
process.stdout.write(JSON.stringify(times));
