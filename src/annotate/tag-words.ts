import { LARGEST_WEIGHT, type LinearModel } from '../linear/index.js';
import { FORMS, type Form, TAGS, type Tag } from './annotated.js';
import { createPlainScores, NONE, type ScoredWord } from './score-tags.js';
import { collectJoint, describeWord, LARGEST_CONTEXT, LETTERINGS, letteringOf, PLACES } from './tagger-features.js';

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
  /** What the tagger keeps of a word: for those who keep words themselves. */
  look(word: string): ScoredWord;
  /** For each word of one sentence, tokenised as the treebanks do, the index of its label. */
  tag(words: readonly string[]): Uint8Array;
  /** As `tag`, of words that were looked at. */
  tagScored(words: readonly ScoredWord[]): Uint8Array;
}

/**
 * Makes a tagger: greedy from right to left, each word by the label of the highest score: what a word
 * is shows more often in what follows it. It keeps what it worked out
 * of words and of pairs of tags; what it answers does not depend on that.
 */
export function createTagger({ weights, classes }: TaggerModel): Tagger {
  const words = new Map<string, ScoredWord>();
  const context = new Uint32Array(LARGEST_CONTEXT);
  const plain = createPlainScores(weights);
  const { scores } = plain;

  const look = (text: string): ScoredWord => ({
    ...describeWord(text, classes),
    own: [],
    beside: PLACES.map(() => NONE),
  });
  const lookUp = (text: string): ScoredWord => {
    const held = words.get(text);
    if (held !== undefined) return held;
    if (words.size >= MOST_WORDS) words.clear();
    const word = look(text);
    words.set(text, word);
    return word;
  };

  const tagScored = (sentence: readonly ScoredWord[]): Uint8Array => {
    const lettering = letteringOf(sentence);
    const row = LETTERINGS.indexOf(lettering);
    const tags = new Uint8Array(sentence.length);
    const read = { words: sentence, tags, lettering };
    for (let index = sentence.length - 1; index >= 0; index--) {
      const { candidates, scores: own } = plain.ownOf(sentence[index] as ScoredWord, row);
      scores.set(own);
      plain.add(read, index);
      let best = bestOf(candidates, scores);
      if (candidates.length > 1 && marginOf(candidates, scores, best) < SURE_MARGIN) {
        const count = collectJoint(read, index, context);
        for (let at = 0; at < count; at++) weights.addScores(context[at] as number, scores);
        best = bestOf(candidates, scores);
      }
      tags[index] = best;
    }
    return tags;
  };
  return {
    labels: weights.labels.map(readLabel),
    look,
    tag: (texts) => tagScored(texts.map(lookUp)),
    tagScored,
  };
}

/** The candidate of the highest score; the first of equals. */
function bestOf(candidates: Uint8Array, scores: Int32Array): number {
  let best = candidates[0] as number;
  for (let at = 1; at < candidates.length; at++) {
    const label = candidates[at] as number;
    if ((scores[label] as number) > (scores[best] as number)) best = label;
  }
  return best;
}

/** By how much the best candidate's score is above the others'. */
function marginOf(candidates: Uint8Array, scores: Int32Array, best: number): number {
  let second = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < candidates.length; at++) {
    const label = candidates[at] as number;
    if (label !== best && (scores[label] as number) > second) second = scores[label] as number;
  }
  return (scores[best] as number) - second;
}

/** "NOUN|NNS": X, and no form, where the model knows a tag that is not in the lists. */
function readLabel(label: string): { readonly tag: Tag; readonly form: Form } {
  const [tag = '', form = ''] = label.split('|');
  return { tag: TAGS.find((one) => one === tag) ?? 'X', form: FORMS.find((one) => one === form) ?? '' };
}

/**
 * A label that is this far ahead by the features of single words and tags alone is taken without the features that join
 * them: seven tenths of the largest weight. On the development parts, not one tag in a thousand changes for it.
 */
const SURE_MARGIN = 0.7 * LARGEST_WEIGHT;

/** Words that a tagger keeps by itself; about a thousand bytes each. */
const MOST_WORDS = 15_000;
