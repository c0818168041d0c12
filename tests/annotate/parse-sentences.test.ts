import { expect, it } from 'vitest';
import { DEPENDENCIES, parseSentences } from '../../src/annotate/index.js';
import { unpackModel } from '../../src/linear/index.js';
import { createRandom } from '../../src/train/random.js';
import { trainParser } from '../../src/train/train-parser.js';
import { inventedTreebank } from '../train/trees.js';

const MODEL = unpackModel(
  trainParser(inventedTreebank(), {
    epochs: 3,
    random: createRandom(1),
    exploration: 0.9,
    thresholds: { attachments: 0, labels: 0 },
  }),
  'invented',
);
const LABELS = ['NOUN|NNS', 'VERB|VBD', 'PUNCT|.'];

it('names the heads of each sentence by their place in the document', () => {
  const words = ['Clowns', 'met', 'judges', '.', 'Clowns', 'warned', 'miners', '.'];
  const tags = Uint8Array.from([0, 1, 0, 2, 0, 1, 0, 2]);
  const sentences = [
    { first: 0, last: 4 },
    { first: 4, last: 8 },
  ];
  const { head, dependency } = parseSentences({ words, tags, labels: LABELS, sentences }, MODEL);
  expect([...head]).toEqual([1, -1, 1, 1, 5, -1, 5, 5]);
  expect(Array.from(dependency.subarray(4), (label) => DEPENDENCIES[label])).toEqual(['nsubj', 'root', 'obj', 'punct']);
});

it('gives empty columns for a document without words', () => {
  const trees = parseSentences({ words: [], tags: new Uint8Array(0), labels: LABELS, sentences: [] }, MODEL);
  expect(trees.head).toHaveLength(0);
});
