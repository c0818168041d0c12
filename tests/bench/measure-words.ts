// Reads generated documents in a process of its own, and prints how many words it read in how much time: of the first ones,
// and of those behind many others, for which V8 has made its code.
// usage: node --import tsx tests/bench/measure-words.ts compromise|annotate|extract SEED
import { built } from './built.js';
import { countWords, generateCorpus } from './generate-corpus.js';

/** How long so many words took, of the processor: that of V8's compiling and collecting threads counts too. */
export interface WordTimes {
  readonly words: number;
  readonly processorSeconds: number;
}

/** The words of the first documents of a process, after a few to begin with, and as many words behind those of PASSED. */
export interface Readings {
  readonly first: WordTimes;
  readonly later: WordTimes;
}

/** Documents of some 365 words each. */
const [WARM_UP, MEASURED, PASSED] = [20, 160, 320];

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
const textsOf = (count: number, ofSeed: number): readonly string[] =>
  [...generateCorpus({ count, words: 350, seed: ofSeed })].map(({ text }) => text);
const warmUp = textsOf(WARM_UP, Number(seed) + 1);
const texts = textsOf(MEASURED + PASSED + MEASURED, Number(seed));
const read = await READERS[subject]!();

for (const text of warmUp) read(text);
const first = measure(texts.slice(0, MEASURED));
for (const text of texts.slice(MEASURED, MEASURED + PASSED)) read(text);
const readings: Readings = { first, later: measure(texts.slice(MEASURED + PASSED)) };
process.stdout.write(JSON.stringify(readings));

function measure(some: readonly string[]): WordTimes {
  const start = process.cpuUsage();
  for (const text of some) read(text);
  const { user, system } = process.cpuUsage(start);
  return { words: some.reduce((sum, text) => sum + countWords(text), 0), processorSeconds: (user + system) / 1e6 };
}
