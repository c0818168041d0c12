import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createParser, DEPENDENCIES, parserTokens } from '../../src/annotate/index.js';
import { unpackModel } from '../../src/linear/index.js';
import { createRandom } from '../../src/train/random.js';
import { dependencyIndex, trainParser } from '../../src/train/train-parser.js';
import { inventedTreebank, treeOf } from './trees.js';

const SETTINGS = {
  rounds: 1,
  epochs: 3,
  exploration: 0.9,
  leastLessons: 1,
  margin: 0,
  thresholds: { attachments: 0, labels: 0 },
};

function train(seed: number): Uint8Array {
  return trainParser(inventedTreebank(), { ...SETTINGS, random: createRandom(seed) });
}

const PARSER = createParser(unpackModel(train(1), 'invented'));

/** The tree of a sentence as "word ← head label", in the order of words. */
function read(lines: string): readonly string[] {
  const sentence = treeOf(lines);
  const tree = PARSER.parse(parserTokens(sentence, PARSER.isKnown), 0, sentence.words.length);
  return sentence.words.map((word, index) => {
    const head = tree.heads[index] as number;
    return `${word} ← ${head < 0 ? 'ROOT' : sentence.words[head]} ${DEPENDENCIES[tree.labels[index] as number]}`;
  });
}

describe('trainParser', () => {
  it('gives the same bytes for the same trees and seed', () => {
    expect(train(7)).toEqual(train(7));
  });

  it('learns other weights from another order of sentences', () => {
    expect(train(7)).not.toEqual(train(8));
  });

  it('learns to tell subject and object of a pair of words that it has not seen together', () => {
    expect(read('Clowns NOUN NNS 0 -\nmet VERB VBD 0 -\njudges NOUN NNS 0 -\n. PUNCT . 0 -')).toEqual([
      'Clowns ← met nsubj',
      'met ← ROOT root',
      'judges ← met obj',
      '. ← met punct',
    ]);
  });

  it('learns the subject and the agent of the passive', () => {
    expect(
      read(
        'Clowns NOUN NNS 0 -\nwere AUX VBD 0 -\nfreed VERB VBN 0 -\nby ADP IN 0 -\nminers NOUN NNS 0 -\n. PUNCT . 0 -',
      ),
    ).toEqual([
      'Clowns ← freed nsubj:pass',
      'were ← freed aux:pass',
      'freed ← ROOT root',
      'by ← miners case',
      'miners ← freed obl:agent',
      '. ← freed punct',
    ]);
  });

  it('attaches a relative clause to its noun', () => {
    expect(
      read(
        'Judges NOUN NNS 0 -\nwho PRON WP 0 -\nblamed VERB VBD 0 -\nclowns NOUN NNS 0 -\nleft VERB VBD 0 -\n. PUNCT . 0 -',
      ),
    ).toContain('blamed ← Judges acl:relcl');
  });

  it('leaves out features whose weights are small', () => {
    const thresholds = { attachments: 0.5, labels: 0.5 };
    const pruned = trainParser(inventedTreebank(), { ...SETTINGS, thresholds, random: createRandom(1) });
    expect(pruned.length).toBeLessThan(train(1).length);
  });

  it('gives the mean of its rounds, the first of which is that of one round alone', () => {
    const packed: Uint8Array[] = [];
    const onRound = (_: number, pack: () => Uint8Array) => void packed.push(pack());
    const both = trainParser(inventedTreebank(), { ...SETTINGS, rounds: 2, random: createRandom(1), onRound });
    expect(packed).toEqual([train(1), both]);
    expect(both).not.toEqual(train(1));
  });

  it('gives a parser without a treebank too, which knows nothing', () => {
    const parser = createParser(unpackModel(trainParser([], { ...SETTINGS, random: createRandom(1) }), 'empty'));
    const tree = parser.parse({ words: [5, 6, 7], tags: [1, 1, 1] }, 0, 3);
    expect([...tree.heads].filter((head) => head < 0)).toHaveLength(1);
  });
});

describe('the trees that a parser gives', () => {
  const codes = fc.array(fc.record({ word: fc.integer(), tag: fc.integer() }), { minLength: 1, maxLength: 40 });

  it('have one root, no cycle and no crossing arcs, whatever the tokens are', () => {
    fc.assert(
      fc.property(codes, (tokens) => {
        const columns = { words: tokens.map(({ word }) => word), tags: tokens.map(({ tag }) => tag) };
        const { heads, labels } = PARSER.parse(columns, 0, tokens.length);
        expect([...heads].filter((head) => head < 0)).toHaveLength(1);
        heads.forEach((head, token) => {
          expect(DEPENDENCIES[labels[token] as number] === 'root').toBe(head < 0);
          const seen = new Set<number>();
          for (let at = token; at >= 0; at = heads[at] as number) {
            expect(seen.has(at)).toBe(false);
            seen.add(at);
          }
          const [first, last] = [Math.min(head, token), Math.max(head, token)];
          for (let inner = first + 1; head >= 0 && inner < last; inner++) {
            const other = heads[inner] as number;
            expect(other >= first && other <= last).toBe(true);
          }
        });
      }),
    );
  });

  it('do not depend on what the parser read before, or on where the sentence stands', () => {
    fc.assert(
      fc.property(codes, codes, (before, tokens) => {
        const words = [...before, ...tokens].map(({ word }) => word);
        const tags = [...before, ...tokens].map(({ tag }) => tag);
        const alone = createParser(unpackModel(train(1), 'invented')).parse(
          { words: words.slice(before.length), tags: tags.slice(before.length) },
          0,
          tokens.length,
        );
        PARSER.parse({ words, tags }, 0, before.length);
        expect(PARSER.parse({ words, tags }, before.length, words.length)).toEqual(alone);
      }),
      { numRuns: 10 },
    );
  });

  it('are empty where there is no token, and read for a sentence of thousands', () => {
    expect(PARSER.parse({ words: [], tags: [] }, 0, 0).heads).toHaveLength(0);
    const many = new Int32Array(20_000).fill(9);
    expect(PARSER.parse({ words: many, tags: many }, 0, many.length).heads).toHaveLength(20_000);
  });
});

describe('dependencyIndex', () => {
  it('falls back on the main type, and then on dep', () => {
    expect(DEPENDENCIES[dependencyIndex('nsubj:pass')]).toBe('nsubj:pass');
    expect(DEPENDENCIES[dependencyIndex('nsubj:unheard')]).toBe('nsubj');
    expect(DEPENDENCIES[dependencyIndex('__proto__')]).toBe('dep');
  });
});
