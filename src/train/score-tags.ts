import { tagWith } from './jackknife-tags.js';
import type { TreebankSentence } from './read-conllu.js';
import type { TrainedTagger } from './train-tagger.js';

/** Words with the right universal tag, and with the right Penn Treebank tag, in percent; NaN where there is no word. */
export interface TagScores {
  readonly upos: number;
  readonly xpos: number;
}

/** Tags the sentences, with their own tokens, and compares with what the treebank says. */
export function scoreTags(sentences: readonly TreebankSentence[], trained: TrainedTagger): TagScores {
  const tag = tagWith(trained);
  let [total, upos, xpos] = [0, 0, 0];
  for (const sentence of sentences)
    tag(sentence.words).forEach((label, index) => {
      const bar = label.indexOf('|');
      total++;
      if (label.slice(0, bar) === sentence.upos[index]) upos++;
      if (label.slice(bar + 1) === sentence.xpos[index]) xpos++;
    });
  return { upos: (100 * upos) / total, xpos: (100 * xpos) / total };
}
