import type { LinearModel } from '../linear/index.js';
import { FORMS, type Form, TAGS, type Tag } from './annotated.js';
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

/** Tags words by what a model learned. */
export interface Tagger {
  /** What the labels of the model stand for, by their index. */
  readonly labels: readonly { readonly tag: Tag; readonly form: Form }[];
  /** For each word of one sentence, tokenised as the treebanks do, the index of its label. */
  tag(words: readonly string[]): Uint8Array;
}

/**
 * Makes a tagger: greedy from left to right, each word by the label of the highest score. It keeps what it worked out
 * of the words that it met, up to a bound; what it answers does not depend on them.
 */
export function createTagger({ weights, classes }: TaggerModel): Tagger {
  const labelCount = weights.labels.length;
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

  const tag = (texts: readonly string[]): Uint8Array => {
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
    return labels;
  };
  return { labels: weights.labels.map(readLabel), tag };
}

/** "NOUN|NNS": X, and no form, where the model knows a tag that is not in the lists. */
function readLabel(label: string): { readonly tag: Tag; readonly form: Form } {
  const [tag = '', form = ''] = label.split('|');
  return { tag: TAGS.find((one) => one === tag) ?? 'X', form: FORMS.find((one) => one === form) ?? '' };
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
