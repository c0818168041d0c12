import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConllu, type TreebankSentence } from './read-conllu.js';

/** A treebank of English, in `ud/<name>-train.conllu` and `ud/<name>-dev.conllu` of the corpora's folder. */
export interface Treebank {
  readonly name: string;
  readonly licence: string;
}

/** The treebanks that tags and trees are learned from; development parts only choose settings and are scored. */
export const TREEBANKS: readonly Treebank[] = [
  { name: 'en_ewt', licence: 'CC BY-SA 4.0' },
  { name: 'en_gum', licence: 'annotations CC BY 4.0; texts CC BY, CC BY-SA, public domain' },
];

/** The sentences of one part of a treebank. @throws INPUT_MALFORMED where it is no CoNLL-U; as the file system where it is not there. */
export function readTreebank(corpora: string, { name }: Treebank, part: 'train' | 'dev'): readonly TreebankSentence[] {
  const file = path.join(corpora, 'ud', `${name}-${part}.conllu`);
  return readConllu(readFileSync(file, 'utf8'), file);
}
