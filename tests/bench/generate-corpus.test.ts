import { describe, expect, it } from 'vitest';
import { countWords, generateCorpus } from './generate-corpus.js';

describe('generateCorpus', () => {
  it('gives the same documents for the same seed', () => {
    const options = { count: 20, words: 150, seed: 3 };
    expect([...generateCorpus(options)]).toEqual([...generateCorpus(options)]);
  });

  it('gives other documents for another seed', () => {
    const [first] = generateCorpus({ count: 1, words: 150, seed: 3 });
    const [second] = generateCorpus({ count: 1, words: 150, seed: 4 });
    expect(first!.text).not.toBe(second!.text);
  });

  it('begins a longer corpus with the documents of a shorter one', () => {
    const short = [...generateCorpus({ count: 5, words: 80, seed: 9 })];
    const long = [...generateCorpus({ count: 12, words: 80, seed: 9 })];
    expect(long.slice(0, 5)).toEqual(short);
  });

  it('reaches the asked number of words, and gives texts and ids that differ', () => {
    const documents = [...generateCorpus({ count: 50, words: 200, seed: 1 })];
    for (const { text } of documents) {
      expect(countWords(text)).toBeGreaterThanOrEqual(200);
      expect(countWords(text)).toBeLessThan(320);
    }
    expect(new Set(documents.map(({ text }) => text)).size).toBe(50);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(50);
  });
});
