import { unpackModel } from '../linear/index.js';
import { jackknifeTags, tagWith } from './jackknife-tags.js';
import { createRandom } from './random.js';
import { readTreebank, TREEBANKS } from './read-treebanks.js';
import { scoreTreebank, type TreebankScores } from './score-treebank.js';
import { trainParser } from './train-parser.js';
import type { TrainedTagger } from './train-tagger.js';

/** The settings that the parser is learned with. */
export const PARSER_OPTIONS = {
  seed: 20311,
  folds: 5,
  tagEpochs: 3,
  epochs: 5,
  exploration: 0.9,
  leastLessons: 4,
  margin: 50,
  thresholds: { attachments: 1.6, labels: 0.8 },
} as const;

/** A learned parser, and its scores on the development parts by the name of the treebank. */
export interface LearnedParser {
  readonly weights: Uint8Array;
  readonly scores: Readonly<Record<string, TreebankScores>>;
}

/**
 * Learns the parser from the treebanks in a folder of corpora, on tags of taggers that had not seen the sentences, and
 * scores it with the tagger that is given. Same corpora, same bytes.
 */
export function learnParser(corpora: string, tagger: TrainedTagger, report: (line: string) => void): LearnedParser {
  const { seed, folds, tagEpochs, epochs, exploration, leastLessons, margin, thresholds } = PARSER_OPTIONS;
  const sentences = TREEBANKS.flatMap((treebank) => readTreebank(corpora, treebank, 'train'));
  const onFold = (fold: number) => report(`tags of fold ${fold + 1} of ${folds}`);
  const tags = jackknifeTags(sentences, { folds, epochs: tagEpochs, random: createRandom(seed), onFold });
  const trees = sentences.map(({ words, heads, dependencies }, index) => ({
    words,
    heads,
    dependencies,
    tags: tags[index] as readonly string[],
  }));
  const afterEpoch = (epoch: number) => {
    report(`trees, epoch ${epoch} of ${epochs}`);
    return true;
  };
  const weights = trainParser(trees, {
    epochs,
    random: createRandom(seed),
    exploration,
    leastLessons,
    margin,
    thresholds,
    afterEpoch,
  });
  const reading = { tag: tagWith(tagger), parser: unpackModel(weights, 'weights.bin') };
  const scores: Record<string, TreebankScores> = {};
  for (const treebank of TREEBANKS) {
    const score = scoreTreebank(readTreebank(corpora, treebank, 'dev'), reading);
    report(`${treebank.name}: UAS ${score.uas.toFixed(2)}, LAS ${score.las.toFixed(2)}`);
    scores[treebank.name] = score;
  }
  return { weights, scores };
}
