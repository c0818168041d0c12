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
  const labels = mendParticiples(tagger.tag(words), tagger);
  const tagged = words.map((word, index) => {
    const label = labels[index] as number;
    const { tag, form } = tagger.labels[label] as { readonly tag: Tag; readonly form: Form };
    return { lower: word.toLowerCase().replaceAll('’', "'"), tag, form, label };
  });
  const hints = findHints(tagged);
  return tagged.map((token, index) => ({ ...token, hint: hints[index] as Hint }));
}

/** "soldiers and hired gunmen had left": what stands between "and" and the subject of an auxiliary is no finite verb. */
function mendParticiples(labels: Uint8Array, { labels: names }: Tagger): Uint8Array {
  const adjective = names.findIndex(({ tag, form }) => tag === 'ADJ' && form === 'JJ');
  const tagAt = (index: number) => names[labels[index] ?? -1]?.tag;
  for (let index = 1; index < labels.length - 2; index++) {
    const finite = names[labels[index] as number]?.form === 'VBD' && tagAt(index) === 'VERB';
    const between = tagAt(index - 1) === 'CCONJ' && tagAt(index + 1) === 'NOUN' && tagAt(index + 2) === 'AUX';
    if (finite && between && adjective >= 0) labels[index] = adjective;
  }
  return labels;
}
