import { FORMS, TAGS } from './annotated.js';
import { writeHints } from './find-hints.js';
import type { KnownWord } from './known-words.js';
import type { Lemmatizer } from './lemmatize.js';
import { createMender } from './mend-labels.js';
import type { Tagger } from './tag-words.js';

/** Tagged words of a document, a column a property; see TokenTable. */
export interface TagColumns {
  readonly tag: Uint8Array;
  readonly form: Uint8Array;
  readonly hint: Uint8Array;
  readonly lemma: string[];
}

/** Writes tags, hints and lemmas of one sentence, the words `[first, last)`. */
export type SentenceTagger = (words: readonly KnownWord[], first: number, last: number, columns: TagColumns) => void;

/** Makes what tags the tokens of sentences. */
export function createSentenceTagger(tagger: Tagger, lemmatize: Lemmatizer): SentenceTagger {
  const tagOf = Uint8Array.from(tagger.labels, ({ tag }) => TAGS.indexOf(tag));
  const formOf = Uint8Array.from(tagger.labels, ({ form }) => FORMS.indexOf(form));
  const mendLabels = createMender(tagger.labels);

  const lemmaOf = (word: KnownWord, label: number): string => {
    const held = word.lemmas[label];
    if (held !== undefined) return held;
    const lemma = lemmatize({ lower: word.lower, ...(tagger.labels[label] as Tagger['labels'][number]) });
    word.lemmas[label] = lemma;
    return lemma;
  };

  return (words, first, last, columns) => {
    const labels = tagger.tagScored(words.slice(first, last).map(({ scored }) => scored));
    mendLabels(labels, words, first);
    for (let index = first; index < last; index++) {
      const label = labels[index - first] as number;
      columns.tag[index] = tagOf[label] as number;
      columns.form[index] = formOf[label] as number;
      columns.lemma.push(lemmaOf(words[index] as KnownWord, label));
    }
    const { tag, form, hint } = columns;
    writeHints({ word: words, tag, form, hint }, first, last);
  };
}
