import {
  type Annotated,
  FORMS,
  type Form,
  HINTS,
  type Hint,
  type Sentence,
  TAGS,
  type Tag,
} from '../annotate/index.js';
import type { Span } from '../base/index.js';
import type { Quote } from '../domain/index.js';

/** A run of tokens `[first, last)`. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/** The token table as the rules of this folder ask it. Indexes outside the table give '' or X. */
export interface View {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  tag(index: number): Tag;
  form(index: number): Form;
  hint(index: number): Hint;
  lower(index: number): string;
  lemma(index: number): string;
  /** The token as it is written. */
  word(index: number): string;
  sentenceOf(index: number): Sentence;
  /** Index of the token's sentence. */
  sentenceIndexOf(index: number): number;
  /** True where no white space stands before the token. */
  glued(index: number): boolean;
  span(range: TokenRange): Span;
  quote(range: TokenRange): Quote;
}

/** Makes the view of an annotated document. */
export function createView({ document, tokens, sentences }: Annotated): View {
  const { text } = document;
  const span = ({ first, last }: TokenRange): Span => ({
    start: tokens.start[first] as number,
    end: tokens.end[last - 1] as number,
  });
  return {
    text,
    sentences,
    span,
    tag: (index) => TAGS[tokens.tag[index] ?? 0] as Tag,
    form: (index) => FORMS[tokens.form[index] ?? 0] as Form,
    hint: (index) => HINTS[tokens.hint[index] ?? 0] as Hint,
    lower: (index) => tokens.lower[index] ?? '',
    lemma: (index) => tokens.lemma[index] ?? '',
    word: (index) => text.slice(tokens.start[index] ?? 0, tokens.end[index] ?? 0),
    sentenceOf: (index) => sentences[tokens.sentence[index] as number] as Sentence,
    sentenceIndexOf: (index) => tokens.sentence[index] as number,
    glued: (index) => index > 0 && tokens.start[index] === tokens.end[index - 1],
    quote: (range) => quoteOf(text, span(range)),
  };
}

/** A span with its words. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  return { start, end, quote: text.slice(start, end) };
}
