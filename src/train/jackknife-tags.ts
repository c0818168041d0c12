import { createTagger, type TaggerModel } from '../annotate/index.js';
import { unpackModel } from '../linear/index.js';
import type { Random } from './random.js';
import type { TreebankSentence } from './read-conllu.js';
import { type TrainedTagger, trainTagger } from './train-tagger.js';

/** How the taggers of the folds are learned. */
export interface Jackknife {
  readonly folds: number;
  readonly epochs: number;
  readonly random: Random;
  readonly onFold?: (fold: number) => void;
}

/**
 * Tags each sentence by a tagger that was learned without it: what is learned from tags must meet the mistakes that
 * they have in use. Sentences fall into folds by twenties, so that neighbours share one. Labels are as "NOUN|NNS".
 */
export function jackknifeTags(
  sentences: readonly TreebankSentence[],
  { folds, epochs, random, onFold }: Jackknife,
): readonly (readonly string[])[] {
  const foldOf = (index: number) => Math.floor(index / 20) % folds;
  const tags: (readonly string[])[] = sentences.map(() => []);
  for (let fold = 0; fold < folds; fold++) {
    const others = sentences.filter((_, index) => foldOf(index) !== fold);
    const tag = tagWith(trainTagger({ sentences: others, random, rounds: 1, epochs, leastWeight: 0 }));
    sentences.forEach(({ words }, index) => {
      if (foldOf(index) === fold) tags[index] = tag(words);
    });
    onFold?.(fold);
  }
  return tags;
}

/** The labels that a tagger gives to the words of a sentence, from the bytes of its model. */
export function tagWith({ weights, classes }: TrainedTagger): (words: readonly string[]) => readonly string[] {
  return tagWithModel({
    weights: unpackModel(weights, 'weights.bin'),
    classes: unpackModel(classes, 'classes.bin'),
  });
}

/** The labels that a tagger gives to the words of a sentence. */
export function tagWithModel(model: TaggerModel): (words: readonly string[]) => readonly string[] {
  const tagger = createTagger(model);
  return (words) => Array.from(tagger.tag(words), (label) => model.weights.labels[label] as string);
}
