import { FORMS, NAME_LABELS, OUTSIDE, TAGS, type Tagger, type TaggerModel } from '../annotate/index.js';
import type { WordLists } from '../resources/index.js';
import type { LearningSentence } from './harmonize-names.js';

/** What the features of names are made with besides the words. */
export interface NameResources extends WordLists {
  readonly tagger: TaggerModel;
}

const ANY_LABEL = (1 << NAME_LABELS) - 1;
const PROPER = TAGS.indexOf('PROPN');

/** The words of a document with their tags, and the labels that each may have. */
export function joinSentences(document: readonly LearningSentence[], tagger: Tagger) {
  const words = document.flatMap((sentence) => sentence.words);
  const tagged = document.flatMap((sentence) => [...tagger.tag(sentence.words)]);
  const tags = Uint8Array.from(tagged, (label) => TAGS.indexOf(tagger.labels[label]?.tag ?? 'X'));
  const pennTags = Uint8Array.from(tagged, (label) => FORMS.indexOf(tagger.labels[label]?.form ?? ''));
  const labels = document.flatMap(({ allowed }) => [...allowed]);
  let last = 0;
  const sentences = document.map((sentence) => {
    const first = last;
    last += sentence.words.length;
    return { first, last };
  });
  // A corpus that leaves names unmarked leaves open what "Dozens" is that opens a sentence; the tagger knows.
  for (const { first } of sentences)
    if (labels[first] === ANY_LABEL && tags[first] !== PROPER) labels[first] = 1 << OUTSIDE;
  return { words, tags, pennTags, labels, sentences };
}
