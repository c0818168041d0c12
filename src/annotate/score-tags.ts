import { LARGEST_WEIGHT, type LinearModel } from '../linear/index.js';
import {
  collectNeighbour,
  collectTags,
  LARGEST_CONTEXT,
  NO_TAG,
  neighbourOf,
  PLACES,
  type TaggerWord,
} from './tagger-features.js';

/** A word with what its features score, worked out when it is first needed. */
export interface ScoredWord extends TaggerWord {
  /** By lettering. */
  readonly own: OwnScores[];
  /** What it scores as a neighbour, by the index into PLACES: for each label that it speaks of, score << 8 | label. */
  readonly beside: Int32Array[];
}

/** What a word's own features score, a number a label, and the labels that it may get. */
export interface OwnScores {
  readonly scores: Int32Array;
  readonly candidates: Uint8Array;
}

/** Scores that depend on single words, or on the tags of the next two words, alone. */
export interface PlainScores {
  /** Those of a word itself; the candidates are the labels whose score is not too far behind: at least one. */
  ownOf(word: ScoredWord, lettering: number): OwnScores;
  /** Adds to `scores` those of the neighbours of the word at `index`, and of the tags behind it. */
  add(sentence: { readonly words: readonly ScoredWord[]; readonly tags: Uint8Array }, index: number): void;
  /** What `add` adds to. */
  readonly scores: Int32Array;
}

/** Makes the plain scores of a tagger's model. They are kept with the words, and for pairs of tags. */
export function createPlainScores(weights: LinearModel): PlainScores {
  const labelCount = weights.labels.length;
  const features = new Uint32Array(LARGEST_CONTEXT);
  const scores = new Int32Array(labelCount);
  const sums = new Int32Array(labelCount);
  const pairs: Int32Array[] = new Array((labelCount + 1) * (labelCount + 1)).fill(NONE);
  const edge: ScoredWord = { ...neighbourOf([], 0), own: [], beside: PLACES.map(() => NONE) };

  const sumUp = (count: number): Int32Array => {
    sums.fill(0);
    for (let at = 0; at < count; at++) weights.addScores(features[at] as number, sums);
    const packed = packScores(sums);
    return packed.length === 0 ? EMPTY : packed;
  };
  const besideOf = (word: ScoredWord, place: number): Int32Array => {
    const held = word.beside[place] as Int32Array;
    if (held !== NONE) return held;
    const packed = sumUp(collectNeighbour(word, place, features));
    word.beside[place] = packed;
    return packed;
  };
  const tagsOf = (tag: number, tag2: number): Int32Array => {
    const row = Math.min(tag, labelCount) * (labelCount + 1) + Math.min(tag2, labelCount);
    const held = pairs[row] as Int32Array;
    if (held !== NONE) return held;
    const packed = sumUp(collectTags(tag, tag2, features));
    pairs[row] = packed;
    return packed;
  };
  return {
    scores,
    ownOf(word, lettering) {
      const held = word.own[lettering];
      if (held !== undefined) return held;
      const own = new Int32Array(labelCount);
      for (const feature of word.features[lettering] as Uint32Array) weights.addScores(feature, own);
      const least = own.reduce((most, score) => Math.max(most, score)) - REACH;
      const made = {
        scores: own,
        candidates: Uint8Array.from(own.keys()).filter((label) => (own[label] ?? 0) >= least),
      };
      word.own[lettering] = made;
      return made;
    },
    add({ words, tags }, index) {
      for (let place = 0; place < PLACES.length; place++) {
        const at = index + (PLACES[place] as number);
        addPacked(besideOf(at >= 0 && at < words.length ? (words[at] as ScoredWord) : edge, place), scores);
      }
      const tag = index + 1 < words.length ? (tags[index + 1] as number) : NO_TAG;
      const tag2 = index + 2 < words.length ? (tags[index + 2] as number) : NO_TAG;
      addPacked(tagsOf(tag, tag2), scores);
    },
  };
}

/** Stands for scores that were not worked out yet. */
export const NONE = new Int32Array(0);

/** Labels that are further behind by the word alone are never its label in a sentence. */
const REACH = 2 * LARGEST_WEIGHT;

/** Scores of nothing. */
const EMPTY = new Int32Array(0);

function packScores(sums: Int32Array): Int32Array {
  const packed: number[] = [];
  for (let label = 0; label < sums.length; label++)
    if (sums[label] !== 0) packed.push(((sums[label] as number) << 8) | label);
  return Int32Array.from(packed);
}

function addPacked(packed: Int32Array, scores: Int32Array): void {
  for (let at = 0; at < packed.length; at++) {
    const entry = packed[at] as number;
    const label = entry & 255;
    scores[label] = (scores[label] as number) + (entry >> 8);
  }
}
