import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimgraphError } from '../../src/base/index.js';
import { tagWith } from '../../src/train/jackknife-tags.js';
import { createRandom, shuffle } from '../../src/train/random.js';
import { readConllu } from '../../src/train/read-conllu.js';
import { scoreTags } from '../../src/train/score-tags.js';
import { trainTagger } from '../../src/train/train-tagger.js';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  'DET|DT': ['the', 'a', 'every'],
  'NOUN|NN': ['envoy', 'harbour', 'bridge', 'ferry', 'ledger'],
  'NOUN|NNS': ['envoys', 'harbours', 'bridges', 'ferries', 'ledgers'],
  'VERB|VBD': ['crossed', 'closed', 'watched', 'bought'],
  'PROPN|NNP': ['Orlo', 'Varga', 'Tarsin'],
  'ADP|IN': ['in', 'near', 'from'],
  'PUNCT|.': ['.'],
};

/** Thirty sentences such as "the envoy crossed bridges in Orlo .", in CoNLL-U. */
function inventTreebank(): string {
  const pattern = ['DET|DT', 'NOUN|NN', 'VERB|VBD', 'NOUN|NNS', 'ADP|IN', 'PROPN|NNP', 'PUNCT|.'];
  return Array.from({ length: 30 }, (_, number) => {
    const lines = pattern.map((label, index) => {
      const words = WORDS[label] as readonly string[];
      const word = words[(number * (index + 1) + index) % words.length] as string;
      const [upos, xpos] = label.split('|');
      const head = index === 2 ? 0 : 3;
      return [index + 1, word, word.toLowerCase(), upos, xpos, '_', head, head === 0 ? 'root' : 'dep', '_', '_'].join(
        '\t',
      );
    });
    return [`# sent_id = invented-${number}`, ...lines, ''].join('\n');
  }).join('\n');
}

function train(seed: number) {
  const sentences = readConllu(inventTreebank(), 'invented.conllu');
  return trainTagger({ sentences, random: createRandom(seed), rounds: 2, epochs: 4, leastWeight: 0 });
}

describe('training the tagger', () => {
  it('gives the same bytes for the same text and seed', () => {
    expect(train(5)).toEqual(train(5));
  });

  it('learns what the text shows, for words in other places too', () => {
    const trained = train(5);
    expect(scoreTags(readConllu(inventTreebank(), 'invented.conllu'), trained)).toEqual({ upos: 100, xpos: 100 });
    expect(tagWith(trained)(['every', 'ledger', 'watched', 'ferries', 'near', 'Orlo', '.'])).toEqual([
      'DET|DT',
      'NOUN|NN',
      'VERB|VBD',
      'NOUN|NNS',
      'ADP|IN',
      'PROPN|NNP',
      'PUNCT|.',
    ]);
  });

  it('needs no sentence at all to end', () => {
    const none = () => trainTagger({ sentences: [], random: createRandom(1), rounds: 1, epochs: 1, leastWeight: 0 });
    expect(none).toThrow(ClaimgraphError);
  });
});

describe('readConllu', () => {
  it('reads words with heads, and leaves out what is no word', () => {
    const source = [
      '# newdoc id = d1',
      '# sent_id = s1',
      '# text = They can’t.',
      '1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_',
      '2-3\tcan’t\t_\t_\t_\t_\t_\t_\t_\t_',
      '2\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_',
      '3\tn’t\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_',
      '3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_',
      '4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_',
    ].join('\r\n');
    expect(readConllu(source, 'x')).toEqual([
      {
        id: 's1',
        document: 'd1',
        text: 'They can’t.',
        words: ['They', 'ca', 'n’t', '.'],
        lemmas: ['they', 'can', 'not', '.'],
        upos: ['PRON', 'AUX', 'PART', 'PUNCT'],
        xpos: ['PRP', 'MD', 'RB', '.'],
        heads: [1, -1, 1, 1],
        dependencies: ['nsubj', 'root', 'advmod', 'punct'],
      },
    ]);
  });

  it('refuses what is no CoNLL-U, and throws nothing else', () => {
    const row = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('1', '2', '0', '_', '1-2')), {
      minLength: 9,
      maxLength: 11,
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(row, fc.constant([''])), { maxLength: 5 }), (rows) => {
        try {
          for (const { words, heads } of readConllu(rows.map((cells) => cells.join('\t')).join('\n'), 'x'))
            expect(heads.length).toBe(words.length);
        } catch (error) {
          expect((error as ClaimgraphError).code).toBe('INPUT_MALFORMED');
        }
      }),
    );
    expect(() => readConllu('1\tonly\tthree', 'x')).toThrow(ClaimgraphError);
    expect(() => readConllu('1\ta\ta\tX\tX\t_\t7\tdep\t_\t_', 'x')).toThrow(ClaimgraphError);
  });

  it('reads a blank text as no sentence', () => {
    expect(readConllu('\n\n', 'x')).toEqual([]);
  });
});

describe('createRandom', () => {
  it('gives the same numbers for the same seed, all from 0 to below 1', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [one, other] = [createRandom(seed), createRandom(seed)];
        for (let draw = 0; draw < 20; draw++) {
          const number = one();
          expect(number).toBe(other());
          expect(number >= 0 && number < 1).toBe(true);
        }
      }),
    );
  });

  it('shuffles without losing an item', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer(), (items, seed) => {
        const order = (list: readonly number[]) => [...list].sort((a, b) => a - b);
        expect(order(shuffle(items, createRandom(seed)))).toEqual(order(items));
      }),
    );
  });
});
