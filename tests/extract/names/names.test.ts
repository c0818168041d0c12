import { describe, expect, it } from 'vitest';
import { extractText } from '../../support/read-text.js';

/** The names of a text in order, each with the beginning of its type. */
function namesIn(text: string): readonly string[] {
  return extractText(text)
    .mentions.filter(({ kind, type }) => kind === 'NAME' && type !== 'NATIONALITY')
    .map(({ start, end, type }) => `${text.slice(start, end)} ${type}`);
}

describe('the type of a name', () => {
  it.each([
    ['is told by the noun before it', 'The insurer Dufour Mancini has cut jobs.', ['Dufour Mancini ORGANIZATION']],
    ['is told by an apposition', 'Kel Essouk, a town of farmers, was shelled.', ['Kel Essouk PLACE']],
    ['is told by what is held of it', 'Shares in Harlan Voss fell on Tuesday.', ['Harlan Voss ORGANIZATION']],
    ['is told by its owner’s kin', 'Wang Xiuying’s lawyer said she was innocent.', ['Wang Xiuying PERSON']],
    ['is told by a title', 'Sheikh Hamad al-Rashidi condemned the attack.', ['Hamad al-Rashidi PERSON']],
    ['is told by its first word', 'Hurricane Ivan sank the USS Orlo.', ['Hurricane Ivan EVENT', 'USS Orlo VEHICLE']],
    ['is told by the form of a company', 'Marelli Dragaggi S.p.A. paid.', ['Marelli Dragaggi S.p.A. ORGANIZATION']],
    ['is told by its last word', 'The Lugomir Gazette reported it.', ['Lugomir Gazette ORGANIZATION']],
    [
      'is that of the neighbours in a list',
      'Shells fell on Damascus, Homs and Rastan.',
      ['Damascus PLACE', 'Homs PLACE', 'Rastan PLACE'],
    ],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  it('is that of a company where it begins a company’s name', () => {
    const text = 'Meridian Holdings Inc. cut jobs. The city accuses Meridian of hiding it.';
    expect(namesIn(text)).toEqual(['Meridian Holdings Inc. ORGANIZATION', 'Meridian ORGANIZATION']);
  });

  it('is the same at all places of the document', () => {
    const text = 'The insurer Dufour Mancini has cut jobs. Workers struck. Shares in Dufour Mancini fell.';
    expect(namesIn(text)).toEqual(['Dufour Mancini ORGANIZATION', 'Dufour Mancini ORGANIZATION']);
  });
});

describe('the words of a name', () => {
  it.each([
    [
      'take in the place of a party',
      'He left the Communist Party of Sri Lanka.',
      ['Communist Party of Sri Lanka ORGANIZATION'],
    ],
    ['are those of a body that is known everywhere', 'He joined the Islamic State.', ['Islamic State ORGANIZATION']],
    [
      'end at the "and" between two bodies',
      'He owns Orlo Football Club and Tarsin Cricket Club.',
      ['Orlo Football Club ORGANIZATION', 'Tarsin Cricket Club ORGANIZATION'],
    ],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });
});

describe('names of peoples', () => {
  it('are told by the place that they are made of, and tell that it is one', () => {
    const text = 'Cadria accused its neighbour on Sunday. Cadrian troops left Orlo.';
    const mentions = extractText(text).mentions.filter(({ kind }) => kind === 'NAME');
    expect(mentions.map(({ start, end, type }) => `${text.slice(start, end)} ${type}`)).toEqual([
      'Cadria PLACE',
      'Cadrian NATIONALITY',
      'Orlo PLACE',
    ]);
  });
});
