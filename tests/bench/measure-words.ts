// Reads generated documents in a process of its own, and prints how many words it read in how many seconds.
// usage: node --import tsx tests/bench/measure-words.ts extract|compromise SEED
import { built } from './built.js';
import { countWords, generateCorpus } from './generate-corpus.js';

const [subject, seed] = process.argv.slice(2);
const texts = [...generateCorpus({ count: 160, words: 350, seed: Number(seed) })].map(({ text }) => text);
const warmUp = [...generateCorpus({ count: 20, words: 350, seed: Number(seed) + 1 })].map(({ text }) => text);
const read = subject === 'extract' ? await readerOfExtract() : await readerOfCompromise();

for (const text of warmUp) read(text);
const start = performance.now();
for (const text of texts) read(text);
const seconds = (performance.now() - start) / 1000;
const words = texts.reduce((sum, text) => sum + countWords(text), 0);
process.stdout.write(JSON.stringify({ words, seconds }));

/** Everything from text to extraction record. */
async function readerOfExtract(): Promise<(text: string) => unknown> {
  const { createDocument } = await built.read();
  const { annotate } = await built.annotate();
  const { extract } = await built.extract();
  const resources = (await built.resources()).loadResources();
  return (text) => extract(annotate(createDocument({ text }), resources), resources);
}

/** The base reading alone, with the names that it finds. */
async function readerOfCompromise(): Promise<(text: string) => unknown> {
  const { default: nlp } = await import('compromise');
  return (text) => {
    const view = nlp(text);
    return [view.people().out('array'), view.places().out('array'), view.organizations().out('array')];
  };
}
