import { createParser, DEPENDENCIES, parserTokens } from '../annotate/index.js';
import type { LinearModel } from '../linear/index.js';
import type { TreebankSentence } from './read-conllu.js';
import { scoreTrees, type TreeScores } from './score-trees.js';

/** Scores of tags and trees on a treebank with its own tokens, in percent. */
export interface TreebankScores extends TreeScores {
  /** Words with the right universal tag. */
  readonly upos: number;
}

/** What is scored: a tagger by its labels, such as "NOUN|NNS", and the parser's model, which reads these tags. */
export interface TreebankReading {
  readonly tag: (words: readonly string[]) => readonly string[];
  readonly parser: LinearModel;
}

/** Tags and parses the sentences, and compares with what the treebank says. */
export function scoreTreebank(
  sentences: readonly TreebankSentence[],
  { tag, parser: model }: TreebankReading,
): TreebankScores {
  const parser = createParser(model);
  let tagged = 0;
  const pairs = sentences.map(({ words, upos, heads, dependencies }) => {
    const tags = tag(words);
    tags.forEach((label, index) => {
      if (label.slice(0, label.indexOf('|')) === upos[index]) tagged++;
    });
    const tree = parser.parse(parserTokens({ words, tags }, parser.isKnown), 0, words.length);
    const labels = Array.from(tree.labels, (label) => DEPENDENCIES[label] as string);
    return { expected: { heads, labels: dependencies }, actual: { heads: tree.heads, labels } };
  });
  const scores = scoreTrees(pairs);
  return { ...scores, upos: (100 * tagged) / scores.tokens };
}
