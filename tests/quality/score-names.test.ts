import { describe, expect, it } from 'vitest';
import { nameScore, scoreNames } from './score-names.js';

const text = 'The Orlo Gazette met Lena Osso in Orlo.';
const name = (words: string, type: string, confidence = 1) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, type, confidence };
};

describe('scoring names', () => {
  it('counts span and type together, but for an article, and spans alone', () => {
    const labelled = [name('Orlo Gazette', 'ORGANIZATION'), name('Lena Osso', 'PERSON')];
    const read = [name('The Orlo Gazette', 'ORGANIZATION', 0.95), name('Lena Osso', 'PLACE', 0.42)];
    const { all, spans, byType, bins } = scoreNames([{ text, labelled, read }]);
    expect(nameScore(all)).toBe(50);
    expect(nameScore(spans)).toBe(100);
    expect(nameScore(byType.get('ORGANIZATION') ?? all)).toBe(100);
    expect(bins.filter((bin) => bin.read > 0).map((bin) => [bin.from, bin.right])).toEqual([
      [0.4, 0],
      [0.9, 1],
    ]);
  });

  it('takes a facility for a place, and leaves other types out', () => {
    const labelled = [name('Orlo', 'PLACE')];
    const read = [name('Orlo', 'FACILITY'), name('Gazette', 'WORK')];
    expect(scoreNames([{ text, labelled, read }]).all).toEqual({ labelled: 1, read: 1, right: 1 });
  });

  it('gives 0 where nothing is labelled or read', () => {
    expect(nameScore(scoreNames([]).all)).toBe(0);
  });
});
