import type { LinearModel } from '../linear/index.js';
import { TAGS } from './annotated.js';
import {
  collectContext,
  describeWord,
  LARGEST_CONTEXT,
  LETTERINGS,
  letteringOf,
  type TaggerWord,
} from './tagger-features.js';

/** What the tagger learned. */
export interface TaggerModel {
  /** Labels are a universal tag and a Penn Treebank tag: "NOUN|NNS". */
  readonly weights: LinearModel;
  /** For a word, by the hash of its lower case, the tags that it bore in training: labels such as "VERB|VBD VERB|VBN". */
  readonly classes: LinearModel;
}

/** A tag for each word of a sentence. */
export interface TaggedWords {
  /** Index into TAGS. */
  readonly upos: Uint8Array;
  /** Index into the labels of the model's weights. */
  readonly labels: Uint8Array;
}

/** Tags the words of one sentence, tokenised as the treebanks do. */
export type Tagger = (words: readonly string[]) => TaggedWords;

/**
 * Makes a tagger: greedy from left to right, each word by the label of the highest score. It keeps what it worked out
 * of the words that it met, up to a bound; what it answers does not depend on them.
 */
export function createTagger({ weights, classes }: TaggerModel): Tagger {
  const labelCount = weights.labels.length;
  const uposOf = Uint8Array.from(weights.labels, (label) =>
    Math.max(0, (TAGS as readonly string[]).indexOf(label.slice(0, label.indexOf('|')))),
  );
  const known = new Map<string, KnownWord>();
  const scores = new Int32Array(labelCount);
  const context = new Uint32Array(LARGEST_CONTEXT);

  const lookUp = (text: string): KnownWord => {
    const held = known.get(text);
    if (held !== undefined) return held;
    if (known.size >= MOST_WORDS) known.clear();
    const word = { ...describeWord(text, classes), scores: [] };
    known.set(text, word);
    return word;
  };

  const ownScores = (word: KnownWord, row: number): Int32Array => {
    const held = word.scores[row] ?? scoreWord(word.features[row] as Uint32Array, weights);
    word.scores[row] = held;
    return held;
  };

  return (texts) => {
    const words = texts.map(lookUp);
    const lettering = letteringOf(texts);
    const row = LETTERINGS.indexOf(lettering);
    const labels = new Uint8Array(words.length);
    const sentence = { words, tags: labels, lettering };
    for (let index = 0; index < words.length; index++) {
      const word = words[index] as KnownWord;
      scores.set(ownScores(word, row));
      const count = collectContext(sentence, index, context);
      for (let at = 0; at < count; at++) weights.addScores(context[at] as number, scores);
      let best = 0;
      for (let label = 1; label < labelCount; label++)
        if ((scores[label] as number) > (scores[best] as number)) best = label;
      labels[index] = best;
    }
    return { upos: labels.map((label) => uposOf[label] as number), labels };
  };
}

/** Words whose features and scores are kept; a few hundred bytes each. */
const MOST_WORDS = 20_000;

interface KnownWord extends TaggerWord {
  /** What its own features score, by lettering, once that was needed. */
  readonly scores: Int32Array[];
}

function scoreWord(features: Uint32Array, weights: LinearModel): Int32Array {
  const scores = new Int32Array(weights.labels.length);
  for (const feature of features) weights.addScores(feature, scores);
  return scores;
}
