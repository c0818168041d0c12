import type { Form, Hint, Tag } from './annotated.js';
import { findHints } from './find-hints.js';
import type { RawToken } from './split-tokens.js';
import type { Tagger } from './tag-words.js';

/** What a token is, before it goes into the table. */
export interface TaggedToken {
  readonly lower: string;
  readonly tag: Tag;
  readonly form: Form;
  readonly hint: Hint;
  /** Index into the tagger's labels. */
  readonly label: number;
}

/** Tags the tokens of one sentence, and says which of them are dates and numbers. */
export function tagTokens(text: string, tokens: readonly RawToken[], tagger: Tagger): readonly TaggedToken[] {
  const words = tokens.map(({ start, end }) => text.slice(start, end));
  const labels = tagger.tag(words);
  const tagged = words.map((word, index) => {
    const label = labels[index] as number;
    const { tag, form } = tagger.labels[label] as { readonly tag: Tag; readonly form: Form };
    return { lower: word.toLowerCase().replaceAll('’', "'"), tag, form, label };
  });
  const hints = findHints(tagged);
  return tagged.map((token, index) => ({ ...token, hint: hints[index] as Hint }));
}
