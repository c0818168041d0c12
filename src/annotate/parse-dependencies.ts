import { hashString, type LinearModel } from '../linear/index.js';
import { FORMS } from './annotated.js';
import {
  ACTION_COUNT,
  attach,
  beginSentence,
  createParserState,
  headOf,
  isComplete,
  isLegal,
  LEFT,
  type ParserState,
  RIGHT,
  SHIFT,
  shift,
} from './arc-hybrid.js';
import { ATTACHMENT_FEATURE_COUNT, attachmentFeatures } from './attachment-features.js';
import { DEPENDENCIES } from './dependencies.js';
import { LABELLING_FEATURE_COUNT, labellingFeatures } from './labelling-features.js';
import { mixCodes } from './mix-codes.js';
import { createTables } from './parser-tables.js';

const ROOT = DEPENDENCIES.indexOf('root');

/** What the parser sees of tokens, a column a property; `wordCode` and `tagCode` give the codes. */
export interface ParserTokens {
  readonly words: ArrayLike<number>;
  readonly tags: ArrayLike<number>;
}

/** The tree of a sentence, by the tokens' index in it. */
export interface DependencyTree {
  /** The head's index in the sentence; −1 for the one token that is the root. */
  readonly heads: Int32Array;
  /** Index into DEPENDENCIES. */
  readonly labels: Uint8Array;
}

/** The code of a word: its own where the word is known, else that of its ending and case; digits are alike. */
export function wordCode(token: string, isKnown: (hash: number) => boolean): number {
  const hash = wordHash(token);
  if (isKnown(hash)) return hash | 0;
  const first = token.charCodeAt(0);
  const capital = first >= 65 && first <= 90 ? 1 : 0;
  return mixCodes(90, hashString(token.slice(-3).toLowerCase().replace(/[0-9]/gu, '0')), capital);
}

/** The hash of a word, whatever its case, digits and the form of its apostrophes. */
export function wordHash(token: string): number {
  return hashString(token.toLowerCase().replace(/[0-9]/gu, '0').replaceAll('’', "'"));
}

/** The code of a label of the tagger, such as "NOUN|NNS". */
export function tagCode(label: string): number {
  return hashString(label) | 0;
}

/** Codes of the tags of verbs and auxiliaries. */
const VERB_CODES = new Set(FORMS.flatMap((form) => [tagCode(`VERB|${form}`), tagCode(`AUX|${form}`)]));

/** What the parser sees of words as written and of the tagger's labels for them, such as "NOUN|NNS". */
export function parserTokens(
  { words, tags }: { readonly words: readonly string[]; readonly tags: readonly string[] },
  isKnown: (hash: number) => boolean,
): ParserTokens {
  return {
    words: Int32Array.from(words, (word) => wordCode(word, isKnown)),
    tags: Int32Array.from(tags, tagCode),
  };
}

/** Sets a state to the beginning of a sentence. */
export function readSentence(state: ParserState, tokens: ParserTokens, first: number, last: number): void {
  const length = last - first;
  beginSentence(state, length);
  const { word, tag, both } = state;
  for (let index = 0; index < length; index++) {
    word[index] = tokens.words[first + index] as number;
    tag[index] = tokens.tags[first + index] as number;
  }
  word[length] = 1;
  tag[length] = 1;
  word[length + 1] = 2;
  tag[length + 1] = 2;
  let verb = length + 1;
  for (let index = length + 1; index >= 0; index--) {
    state.verb[index] = verb;
    if (VERB_CODES.has(tag[index] as number)) verb = index;
  }
  for (let index = 0; index < length + 2; index++)
    both[index] = mixCodes(91, word[index] as number, tag[index] as number);
}

/** The action with the highest score among those that may be taken; the first of equals. */
export function bestAction(state: ParserState, scores: ArrayLike<number>): number {
  let best = -1;
  for (let action = 0; action < ACTION_COUNT; action++) {
    if (!isLegal(state, action)) continue;
    if (best < 0 || (scores[action] as number) > (scores[best] as number)) best = action;
  }
  return best;
}

/** The dependency with the highest score; never `root`, which the root's arc alone has. */
export function bestDependency(scores: ArrayLike<number>): number {
  let best = 0;
  for (let label = 1; label < DEPENDENCIES.length; label++) {
    if (label !== ROOT && (scores[label] as number) > (scores[best] as number)) best = label;
  }
  return best;
}

/** Reads the trees of sentences. */
export interface DependencyParser {
  /** Whether the parser knows the word with this hash by itself. */
  readonly isKnown: (hash: number) => boolean;
  /** The code of a word as written, see `wordCode`. */
  readonly codeOf: (word: string) => number;
  /**
   * The tree of the tokens from `first` up to `last`: a single root, no cycles, no crossing arcs. Time and memory are
   * linear in their number. No token gives an empty tree.
   */
  parse(tokens: ParserTokens, first: number, last: number): DependencyTree;
}

/** Words whose codes are kept. */
const MOST_WORDS = 20_000;

/** A parser over a trained model. What it keeps from call to call is working memory, and changes no answer. */
export function createParser(model: LinearModel): DependencyParser {
  let state = createParserState(256);
  let capacity = 256;
  const features = new Int32Array(Math.max(ATTACHMENT_FEATURE_COUNT, LABELLING_FEATURE_COUNT));
  const tables = createTables(model);
  const actionScores = new Int32Array(ACTION_COUNT);
  const labelScores = new Int32Array(DEPENDENCIES.length);
  const codes = new Map<string, number>();
  const codeOf = (word: string): number => {
    const held = codes.get(word);
    if (held !== undefined) return held;
    if (codes.size >= MOST_WORDS) codes.clear();
    const code = wordCode(word, tables.isKnown);
    codes.set(word, code);
    return code;
  };
  const chooseAction = (): number => {
    if (!isLegal(state, LEFT) && !isLegal(state, RIGHT)) return SHIFT;
    actionScores.fill(0);
    tables.scoreActions(features, attachmentFeatures(state, features), actionScores);
    return bestAction(state, actionScores);
  };
  const chooseLabel = (head: number, token: number): number => {
    if (head === state.length) return ROOT;
    labelScores.fill(0);
    tables.scoreLabels(features, labellingFeatures(state, { head, token }, features), labelScores);
    return bestDependency(labelScores);
  };
  return {
    isKnown: tables.isKnown,
    codeOf,
    parse(tokens, first, last) {
      const length = last - first;
      if (length > capacity) {
        capacity = length;
        state = createParserState(capacity);
      }
      readSentence(state, tokens, first, last);
      while (!isComplete(state)) {
        const action = chooseAction();
        if (action === SHIFT) {
          shift(state);
          continue;
        }
        const head = headOf(state, action);
        attach(state, head, chooseLabel(head, state.stack[state.depth - 1] as number));
      }
      const heads = state.head.slice(0, length);
      const labels = Uint8Array.from(state.label.subarray(0, length));
      for (let index = 0; index < length; index++) if (heads[index] === length) heads[index] = -1;
      return { heads, labels };
    },
  };
}
