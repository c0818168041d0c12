import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameRecognizer, FORMS, NAME_CLASSES, TAGS } from '../../src/annotate/index.js';
import { type LinearModel, unpackModel } from '../../src/linear/index.js';
import { loadModel, loadWordLists } from '../../src/resources/index.js';
import { harmonizeDocument } from '../../src/train/harmonize-names.js';
import { parseBio } from '../../src/train/read-bio.js';
import { scoreRecognizer } from '../../src/train/score-recognizer.js';
import { NAME_OPTIONS, trainOnDocuments } from '../../src/train/train-names.js';

const resources = {
  ...loadWordLists(),
  tagger: { weights: loadModel('tagger'), classes: loadModel('tagger', 'classes.bin') },
};

const PEOPLE = ['Lena Osso', 'Petar Vuk', 'Ivo Maric', 'Amina Duarte'];
const TOWNS = ['Orlo', 'Tarsin', 'Velta', 'Halven'];

/** Sixteen sentences such as "Lena Osso met Petar Vuk in Orlo .", each person and town marked. */
function inventBio(): string {
  const name = (words: string, type: string) =>
    words.split(' ').map((word, index) => `${word}\t${index === 0 ? 'B' : 'I'}-${type}`);
  return PEOPLE.flatMap((person, index) =>
    TOWNS.map((town) => {
      const other = PEOPLE[(index + 1) % PEOPLE.length] as string;
      const lines = [...name(person, 'PER'), 'met\tO', ...name(other, 'PER'), 'in\tO', ...name(town, 'LOC'), '.\tO'];
      return ['# doc', ...lines, ''].join('\n');
    }),
  ).join('\n');
}

function train(seed: number): Uint8Array {
  const documents = parseBio(inventBio(), resources.abbreviations).map((document) =>
    harmonizeDocument(document, 'NONE', resources),
  );
  return trainOnDocuments(documents, resources, { ...NAME_OPTIONS, seed, report: () => {} });
}

function namesIn(words: readonly string[], model: LinearModel) {
  const document = {
    words,
    tags: new Uint8Array(words.length).fill(TAGS.indexOf('X')),
    pennTags: new Uint8Array(words.length).fill(FORMS.indexOf('')),
    sentences: words.length === 0 ? [] : [{ first: 0, last: words.length }],
  };
  return createNameRecognizer(model, resources.gazetteer)(document);
}

describe('training the recogniser', () => {
  it('gives the same bytes for the same text and seed, and others for another seed', () => {
    expect(Buffer.compare(train(3), train(3))).toBe(0);
    expect(Buffer.compare(train(3), train(4))).not.toBe(0);
  });

  it('learns to find what was marked', () => {
    const words = 'Petar Vuk met Lena Osso in Tarsin .'.split(' ');
    const found = namesIn(words, unpackModel(train(3), 'invented'));
    expect(found.map(({ first, last, nameClass }) => [words.slice(first, last).join(' '), nameClass])).toEqual([
      ['Petar Vuk', 'PER'],
      ['Lena Osso', 'PER'],
      ['Tarsin', 'LOC'],
    ]);
  });
});

describe('recognised names', () => {
  const model = unpackModel(train(3), 'invented');
  it('are in order, apart from each other, of a known class and of a probability, for any words', () => {
    const word = fc.oneof(fc.constantFrom('Lena', 'Osso', 'met', 'in', 'Orlo', '__proto__', '\ud800', ''), fc.string());
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        let end = 0;
        for (const { first, last, nameClass, probability } of namesIn(words, model)) {
          expect(first).toBeGreaterThanOrEqual(end);
          expect(last).toBeGreaterThan(first);
          expect(last).toBeLessThanOrEqual(words.length);
          expect(NAME_CLASSES).toContain(nameClass);
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1 + 1e-9);
          end = last;
        }
      }),
    );
  });
});

describe('parseBio', () => {
  it('splits words where the stage splits them, and keeps their name whole', () => {
    const [document] = parseBio('Al-Nasri\tB-PER\nOsso.\tI-PER\nleft\tO\n', resources.abbreviations);
    expect(document).toEqual([
      { words: ['Al', '-', 'Nasri', 'Osso', '.', 'left'], names: [{ first: 0, last: 5, type: 'PER' }] },
    ]);
  });

  it('reads any text without an error, its names inside their sentences', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '\t', '\n', 'I-PER', 'B-LOC', 'O', '-', '# doc') }),
        (text) => {
          for (const { words, names } of parseBio(text, resources.abbreviations).flat())
            for (const { first, last } of names) expect(first < last && last <= words.length).toBe(true);
        },
      ),
    );
  });
});

describe('harmonizeDocument', () => {
  const allowedIn = (bio: string, unmarked: 'NONE' | 'MISC' | 'ANY') =>
    Array.from(
      harmonizeDocument(parseBio(bio, resources.abbreviations)[0] ?? [], unmarked, resources)[0]?.allowed ?? [],
    );

  it('takes articles and titles off names, and a country that acts for a place', () => {
    const president = allowedIn('President\tB-PER\nOsso\tI-PER\nleft\tO\n', 'NONE');
    expect(president).toEqual([1, 1 << 1, 1]);
    expect(allowedIn('The\tB-ORG\nHague\tI-ORG\n', 'NONE')).toEqual([1, 1 << 2]);
    expect(allowedIn('France\tB-ORG\n', 'NONE')).toEqual([1 << 3]);
  });

  it('lets a word that the corpus may have left unmarked be a name', () => {
    expect(allowedIn('left\tO\nOrlo\tO\n', 'ANY')).toEqual([1, (1 << 9) - 1]);
    expect(allowedIn('Orlo\tO\n', 'MISC')).toEqual([1 | (1 << 4) | (1 << 8)]);
    expect(allowedIn('Orlo\tO\n', 'NONE')).toEqual([1]);
  });
});

describe('scoreRecognizer', () => {
  it('gives F1 by class of what was learned, and 0 where there is nothing to find', () => {
    const documents = parseBio(inventBio(), resources.abbreviations).map((document) =>
      harmonizeDocument(document, 'NONE', resources),
    );
    expect(scoreRecognizer(train(3), documents, resources)).toEqual({ PER: 100, ORG: 0, LOC: 100, MISC: 0, all: 100 });
    expect(scoreRecognizer(train(3), [], resources).all).toBe(0);
  });
});
