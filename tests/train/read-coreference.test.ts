import { describe, expect, it } from 'vitest';
import { readCoreference } from '../../src/train/read-coreference.js';

const row = (number: number | string, word: string, misc: string) =>
  [number, word, '_', 'X', '_', '_', '_', '_', '_', misc].join('\t');

/** "Osso, an envoy, didn't call. She slept", as GUM would mark it. */
const SOURCE = [
  '# newdoc id = invented',
  '# newpar',
  row(1, 'Osso', 'Entity=(1-person-new-nnnnn-cf1-1-coref)|SpaceAfter=No'),
  row(2, ',', '_'),
  row(3, 'an', 'Entity=(1-person-giv:act-nnnnn-cf1-2-appos'),
  row(4, 'envoy', 'Entity=1)|SpaceAfter=No'),
  row(5, ',', '_'),
  row('6-7', "didn't", '_'),
  row(6, 'did', '_'),
  row(7, "n't", '_'),
  row(8, 'call', 'SpaceAfter=No'),
  row(9, '.', '_'),
  '',
  '# newpar',
  row(1, 'She', 'Entity=(1-person-giv:act-nnnnn-cf1-1-ana)'),
  row(2, 'slept', '_'),
].join('\n');

describe('reading coreference', () => {
  it('gives the text with its paragraphs, and the mentions without appositions', () => {
    const [document] = readCoreference(SOURCE);
    expect(document?.text.trim()).toBe("Osso, an envoy, didn't call.\nShe slept");
    expect(document?.mentions.map(({ start, end, entity }) => [document.text.slice(start, end), entity])).toEqual([
      ['Osso', '1'],
      ['She', '1'],
    ]);
  });

  it('gives nothing for a text without documents', () => {
    expect(readCoreference('')).toEqual([]);
  });
});
