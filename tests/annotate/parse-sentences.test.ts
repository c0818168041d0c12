import { expect, it } from 'vitest';
import { createParser, DEPENDENCIES, FORMS, parseSentences, TAGS } from '../../src/annotate/index.js';
import { unpackModel } from '../../src/linear/index.js';
import { createRandom } from '../../src/train/random.js';
import { trainParser } from '../../src/train/train-parser.js';
import { inventedTreebank } from '../train/trees.js';

const PARSER = createParser(
  unpackModel(
    trainParser(inventedTreebank(), {
      rounds: 1,
      epochs: 3,
      random: createRandom(1),
      exploration: 0.9,
      leastLessons: 1,
      margin: 0,
      thresholds: { attachments: 0, labels: 0 },
    }),
    'invented',
  ),
);
const column = (list: readonly string[], names: readonly string[]) =>
  Uint8Array.from(names, (name) => list.indexOf(name));

it('names the heads of each sentence by their place in the document', () => {
  const words = ['Clowns', 'met', 'judges', '.', 'Clowns', 'warned', 'miners', '.'];
  const tag = column(TAGS, ['NOUN', 'VERB', 'NOUN', 'PUNCT', 'NOUN', 'VERB', 'NOUN', 'PUNCT']);
  const form = column(FORMS, ['NNS', 'VBD', 'NNS', '.', 'NNS', 'VBD', 'NNS', '.']);
  const sentences = [
    { first: 0, last: 4 },
    { first: 4, last: 8 },
  ];
  const { head, dependency } = parseSentences({ words, tag, form, sentences }, PARSER);
  expect([...head]).toEqual([1, -1, 1, 1, 5, -1, 5, 5]);
  expect(Array.from(dependency.subarray(4), (label) => DEPENDENCIES[label])).toEqual(['nsubj', 'root', 'obj', 'punct']);
});

it('gives empty columns for a document without words', () => {
  const trees = parseSentences({ words: [], tag: new Uint8Array(0), form: new Uint8Array(0), sentences: [] }, PARSER);
  expect(trees.head).toHaveLength(0);
});
