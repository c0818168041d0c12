import { describe, expect, it } from 'vitest';
import { insertPhrases } from '../../src/train/insert-phrases.js';
import { createRandom } from '../../src/train/random.js';
import type { TaggedTree } from '../../src/train/train-parser.js';
import { treeOf } from './trees.js';

const PLAIN = treeOf(`
  The DET DT 2 det
  ferry NOUN NN 3 nsubj
  sank VERB VBD 0 root
  . PUNCT . 3 punct`);

const APPOSITION = treeOf(`
  They PRON PRP 2 nsubj
  met VERB VBD 0 root
  Ada PROPN NNP 2 obj
  , PUNCT , 6 punct
  A DET DT 6 det
  baker NOUN NN 3 appos
  . PUNCT . 2 punct`);

const SOURCE = treeOf(`
  According VERB VBG 3 case
  to ADP IN 1 fixed
  police NOUN NN 6 obl
  , PUNCT , 3 punct
  it PRON PRP 6 nsubj
  rained VERB VBD 0 root`);

const all = (trees: readonly TaggedTree[]) =>
  [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => insertPhrases(trees, { share: 1, random: createRandom(seed) }));
const textOf = ({ words }: TaggedTree) => words.join(' ');

describe('insertPhrases', () => {
  it('puts a phrase of another sentence between commas behind a subject', () => {
    const texts = all([PLAIN, APPOSITION, SOURCE]).map(textOf);
    expect(texts).toContain('The ferry , a baker , sank .');
    expect(texts).toContain('The ferry , according to police , sank .');
  });

  it('hangs an apposition on the subject and a source on the verb', () => {
    const made = all([PLAIN, APPOSITION, SOURCE]);
    const [apposition, source] = ['a baker', 'according to police'].map(
      (phrase) => made.find((one) => textOf(one).includes(phrase)) as TaggedTree,
    );
    expect(apposition?.heads).toEqual([1, 6, 4, 4, 1, 4, -1, 6]);
    expect(apposition?.dependencies[4]).toBe('appos');
    expect(source?.heads).toEqual([1, 7, 5, 5, 3, 7, 5, -1, 7]);
    expect(source?.dependencies[5]).toBe('obl');
  });

  it('makes ages where there is no phrase to take', () => {
    for (const made of all([PLAIN])) expect(textOf(made)).toMatch(/^The ferry , \d\d , sank \.$/);
  });

  it('leaves sentences alone whose subject is a pronoun', () => {
    expect(all([APPOSITION, SOURCE])).toEqual([]);
  });

  it('takes none where the share is 0', () => {
    expect(insertPhrases([PLAIN], { share: 0, random: createRandom(1) })).toEqual([]);
  });
});
