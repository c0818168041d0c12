import type { Resources } from '../resources/index.js';
import type { Annotated } from './annotated.js';
import { parseSentences, type TreeColumns } from './parse-sentences.js';

/**
 * Reads the trees of an annotated document, a row a token. They are a reading of their own, for they cost as much as tags
 * and names together, and claims are still read without them. Pure; cost grows linearly.
 */
export function readTrees(
  { document, tokens, sentences }: Annotated,
  resources: Pick<Resources, 'parser'>,
): TreeColumns {
  const words = tokens.lower.map((_, index) => document.text.slice(tokens.start[index], tokens.end[index]));
  return parseSentences({ words, tag: tokens.tag, form: tokens.form, sentences }, resources.parser);
}
