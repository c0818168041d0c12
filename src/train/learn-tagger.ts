import { createRandom } from './random.js';
import { readTreebank, TREEBANKS } from './read-treebanks.js';
import { scoreTags, type TagScores } from './score-tags.js';
import { type TrainedTagger, trainTagger } from './train-tagger.js';

/** The settings that the tagger is learned with. */
export const TAGGER_OPTIONS = { seed: 20311, rounds: 6, epochs: 4, leastWeight: 1.5 } as const;

/** A learned tagger, and its scores on the development parts by the name of the treebank. */
export interface LearnedTagger extends TrainedTagger {
  /** How many rounds it is the mean of: as many as gave the best scores. */
  readonly rounds: number;
  readonly scores: Readonly<Record<string, TagScores>>;
}

/**
 * Learns the tagger from the treebanks in a folder of corpora and keeps as many rounds as give the best universal
 * tags on the development parts, all treebanks alike. Same corpora, same bytes.
 */
export function learnTagger(corpora: string, report: (line: string) => void): LearnedTagger {
  const { seed, rounds, epochs, leastWeight } = TAGGER_OPTIONS;
  const sentences = TREEBANKS.flatMap((treebank) => readTreebank(corpora, treebank, 'train'));
  const parts = TREEBANKS.map((treebank) => ({ name: treebank.name, part: readTreebank(corpora, treebank, 'dev') }));
  let best: LearnedTagger | null = null;
  trainTagger({
    sentences,
    random: createRandom(seed),
    rounds,
    epochs,
    leastWeight,
    onRound: (round, pack) => {
      const trained = pack();
      const scores = Object.fromEntries(parts.map(({ name, part }) => [name, scoreTags(part, trained)]));
      const told = Object.entries(scores).map(
        ([name, { upos, xpos }]) => `${name} UPOS ${upos.toFixed(2)} XPOS ${xpos.toFixed(2)}`,
      );
      report(`tags, round ${round} of ${rounds}: ${told.join(', ')}`);
      if (best === null || sumOf(scores) > sumOf(best.scores)) best = { ...trained, rounds: round, scores };
    },
  });
  return best as unknown as LearnedTagger;
}

function sumOf(scores: LearnedTagger['scores']): number {
  return Object.values(scores).reduce((sum, { upos }) => sum + upos, 0);
}
