import {
  type Annotated,
  DEPENDENCIES,
  type Dependency,
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
  /** Index of the token's head in the tree of its sentence; −1 for the root. */
  head(index: number): number;
  /** The label of the arc to its head; '' outside the table. */
  dependency(index: number): Dependency | '';
  /** The tokens whose head it is, in order of text. The list is the view's own: not to be kept. */
  children(index: number): ArrayLike<number>;
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
  const children = childrenOf(tokens.head);
  return {
    text,
    sentences,
    span,
    children,
    head: (index) => tokens.head[index] ?? -1,
    dependency: (index) => DEPENDENCIES[tokens.dependency[index] ?? DEPENDENCIES.length] ?? '',
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

const NONE = new Int32Array(0);

/** For every token the list of its children: a counting sort of the tokens by their heads. */
function childrenOf(head: Int32Array): (index: number) => Int32Array {
  const firsts = new Int32Array(head.length + 2);
  for (const one of head) if (one >= 0) firsts[one + 2] = (firsts[one + 2] as number) + 1;
  for (let index = 2; index < firsts.length; index++)
    firsts[index] = (firsts[index] as number) + (firsts[index - 1] as number);
  const children = new Int32Array(firsts.at(-1) as number);
  head.forEach((one, index) => {
    if (one < 0) return;
    const at = firsts[one + 1] as number;
    children[at] = index;
    firsts[one + 1] = at + 1;
  });
  return (index) =>
    index >= 0 && index < head.length ? children.subarray(firsts[index] as number, firsts[index + 1] as number) : NONE;
}

/** A span with its words. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  return { start, end, quote: text.slice(start, end) };
}
