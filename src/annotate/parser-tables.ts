import type { LinearModel } from '../linear/index.js';
import { ACTION_COUNT, LEFT, RIGHT } from './arc-hybrid.js';
import { DEPENDENCIES } from './dependencies.js';

/** The columns of the parser's model: a score for each action, one for each dependency, and a mark on the words it knows. */
export const PARSER_LABELS: readonly string[] = ['SHIFT', 'LEFT', 'RIGHT', ...DEPENDENCIES, 'KNOWN'];

/**
 * Features share rows by their low bits: so many of attachments, and of labels. In the model, the rows of attachments
 * come first, then those of labels, and from KNOWN_WORDS on the known words.
 */
export const ATTACHMENT_BITS = 21;
export const LABEL_BITS = 19;

const ATTACHMENT_ROWS = 2 ** ATTACHMENT_BITS;
const LABEL_ROWS = 2 ** LABEL_BITS;
const KNOWN_WORDS = 2 ** 31;

/** The model's feature for a feature of labels. */
export function labelRow(feature: number): number {
  return ATTACHMENT_ROWS + (feature & (LABEL_ROWS - 1));
}

/** The feature whose weight tells that a word was seen often enough to be known by itself. */
export function knownWordFeature(hash: number): number {
  return (KNOWN_WORDS | hash) >>> 0;
}

/** The parser's weights as it reads them: by index, without a search. */
export interface ParserTables {
  /** Adds the scores of actions over SHIFT, of the first `count` features, to `scores`. */
  scoreActions(features: Int32Array, count: number, scores: Int32Array): void;
  /** Adds the scores of dependencies. */
  scoreLabels(features: Int32Array, count: number, scores: Int32Array): void;
  /** Whether the parser knows the word with this hash by itself. */
  isKnown(hash: number): boolean;
}

/** Lays out a trained model, whose weights of LEFT and RIGHT are those over SHIFT: only differences matter. */
export function createTables({ features, firsts, entries }: LinearModel): ParserTables {
  const pairs = new Int32Array(ATTACHMENT_ROWS);
  const rows = new Int32Array(LABEL_ROWS + 1);
  const labelsFirst = lowerBound(features, ATTACHMENT_ROWS);
  const wordsFirst = lowerBound(features, KNOWN_WORDS);
  for (let index = 0; index < labelsFirst; index++) {
    let left = 0;
    let right = 0;
    for (let at = firsts[index] as number; at < (firsts[index + 1] as number); at++) {
      const entry = entries[at] as number;
      if ((entry & 255) === LEFT) left = entry >> 8;
      else right = entry >> 8;
    }
    pairs[features[index] as number] = (within(left) << 16) | (within(right) & 0xffff);
  }
  let row = 0;
  for (let index = labelsFirst; index < wordsFirst; index++) {
    const own = (features[index] as number) - ATTACHMENT_ROWS;
    while (row <= own) rows[row++] = firsts[index] as number;
  }
  while (row <= LABEL_ROWS) rows[row++] = firsts[wordsFirst] as number;
  return {
    scoreActions(given, count, scores) {
      let left = 0;
      let right = 0;
      for (let index = 0; index < count; index++) {
        const pair = pairs[(given[index] as number) & (ATTACHMENT_ROWS - 1)] as number;
        left += pair >> 16;
        right += (pair << 16) >> 16;
      }
      scores[LEFT] = (scores[LEFT] as number) + left;
      scores[RIGHT] = (scores[RIGHT] as number) + right;
    },
    scoreLabels(given, count, scores) {
      for (let index = 0; index < count; index++) {
        const own = (given[index] as number) & (LABEL_ROWS - 1);
        const last = rows[own + 1] as number;
        for (let at = rows[own] as number; at < last; at++) {
          const entry = entries[at] as number;
          const label = (entry & 255) - ACTION_COUNT;
          scores[label] = (scores[label] as number) + (entry >> 8);
        }
      }
    },
    isKnown(hash) {
      const feature = knownWordFeature(hash);
      return features[lowerBound(features, feature)] === feature;
    },
  };
}

/** The largest that half of a pair can hold. */
function within(weight: number): number {
  return Math.max(-32768, Math.min(32767, weight));
}

/** How many features are lower. */
function lowerBound(features: Uint32Array, feature: number): number {
  let low = 0;
  let high = features.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((features[middle] as number) < feature) low = middle + 1;
    else high = middle;
  }
  return low;
}
