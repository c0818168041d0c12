import { unpackModel } from '../linear/index.js';
import { insertPhrases } from './insert-phrases.js';
import { jackknifeTags, tagWith } from './jackknife-tags.js';
import { createRandom } from './random.js';
import { readTreebank, TREEBANKS } from './read-treebanks.js';
import { scoreTreebank, type TreebankScores } from './score-treebank.js';
import { trainParser } from './train-parser.js';
import type { TrainedTagger } from './train-tagger.js';

/** The settings that the parser is learned with. */
export const PARSER_OPTIONS = {
  seed: 20311,
  folds: 4,
  tagEpochs: 2,
  inserted: 0.4,
  rounds: 4,
  epochs: 7,
  exploration: 0.9,
  leastLessons: 4,
  margin: 50,
  thresholds: { attachments: 1.6, labels: 0.8 },
} as const;

/** A learned parser, and its scores on the development parts by the name of the treebank. */
export interface LearnedParser {
  readonly weights: Uint8Array;
  /** How many rounds it is the mean of: as many as gave the best scores. */
  readonly rounds: number;
  readonly scores: Readonly<Record<string, TreebankScores>>;
}

/**
 * Learns the parser from the treebanks in a folder of corpora, on tags of taggers that had not seen the sentences, and
 * beside them from sentences with inserted phrases; keeps as many rounds as give the best trees on the development
 * parts, with the tagger that is given. Same corpora, same bytes.
 */
export function learnParser(corpora: string, tagger: TrainedTagger, report: (line: string) => void): LearnedParser {
  const { seed, folds, tagEpochs, inserted, ...options } = PARSER_OPTIONS;
  const sentences = TREEBANKS.flatMap((treebank) => readTreebank(corpora, treebank, 'train'));
  const onFold = (fold: number) => report(`tags of fold ${fold + 1} of ${folds}`);
  const tags = jackknifeTags(sentences, { folds, epochs: tagEpochs, random: createRandom(seed), onFold });
  const trees = sentences.map(({ words, heads, dependencies }, index) => ({
    words,
    heads,
    dependencies,
    tags: tags[index] as readonly string[],
  }));
  const parts = TREEBANKS.map((treebank) => ({ name: treebank.name, part: readTreebank(corpora, treebank, 'dev') }));
  const tag = tagWith(tagger);
  let best: LearnedParser | null = null;
  const made = insertPhrases(trees, { share: inserted, random: createRandom(seed) });
  trainParser([...trees, ...made], {
    ...options,
    random: createRandom(seed),
    onEpoch: (round, epoch) =>
      report(`trees, round ${round} of ${options.rounds}, epoch ${epoch} of ${options.epochs}`),
    onRound: (round, pack) => {
      const weights = pack();
      const reading = { tag, parser: unpackModel(weights, 'weights.bin') };
      const scores = Object.fromEntries(parts.map(({ name, part }) => [name, scoreTreebank(part, reading)]));
      const told = Object.entries(scores).map(
        ([name, { uas, las }]) => `${name} UAS ${uas.toFixed(2)} LAS ${las.toFixed(2)}`,
      );
      report(`trees, mean of ${round}: ${told.join(', ')}, ${weights.length} bytes`);
      if (best === null || sumOf(scores) > sumOf(best.scores)) best = { weights, rounds: round, scores };
    },
  });
  return best as unknown as LearnedParser;
}

function sumOf(scores: LearnedParser['scores']): number {
  return Object.values(scores).reduce((sum, { uas, las }) => sum + uas + las, 0);
}
