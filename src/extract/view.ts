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
  /** The tokens whose head it is, in order of text. */
  children(index: number): readonly number[];
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
  const { start, end, tag, form, hint, word, lower, lemma, head, dependency, sentence } = tokens;
  const span = ({ first, last }: TokenRange): Span => ({ start: start[first] as number, end: end[last - 1] as number });
  return {
    text,
    sentences,
    span,
    children: childrenOf(head),
    head: (index) => head[index] ?? -1,
    dependency: (index) => ARC_LABELS[dependency[index] ?? DEPENDENCIES.length] as Dependency | '',
    tag: (index) => TAGS[tag[index] ?? 0] as Tag,
    form: (index) => FORMS[form[index] ?? 0] as Form,
    hint: (index) => HINTS[hint[index] ?? 0] as Hint,
    lower: (index) => wordAt(lower, index),
    lemma: (index) => wordAt(lemma, index),
    word: (index) => wordAt(word, index),
    sentenceOf: (index) => sentences[sentence[index] as number] as Sentence,
    sentenceIndexOf: (index) => sentence[index] as number,
    glued: (index) => index > 0 && start[index] === end[index - 1],
    quote: (range) => quoteOf(text, span(range)),
  };
}

/** The labels of arcs by their index in the table, and behind them that of no token. */
const ARC_LABELS: readonly (Dependency | '')[] = [...DEPENDENCIES, ''];

/** Asked for no word at all, an array of JavaScript would look for a property of that name, slowly. */
function wordAt(words: readonly string[], index: number): string {
  return index < 0 ? '' : (words[index] ?? '');
}

const NONE: readonly number[] = [];

/** For every token the list of its children; most have none. */
function childrenOf(head: Int32Array): (index: number) => readonly number[] {
  const lists = new Array<number[] | undefined>(head.length).fill(undefined);
  for (let index = 0; index < head.length; index++) {
    const one = head[index] as number;
    if (one < 0) continue;
    const list = lists[one];
    if (list === undefined) lists[one] = [index];
    else list.push(index);
  }
  return (index) => (index < 0 ? NONE : (lists[index] ?? NONE));
}

/** A span with its words. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  return { start, end, quote: text.slice(start, end) };
}
