import { FORMS, TAGS } from './annotated.js';
import { type DependencyParser, tagCode } from './parse-dependencies.js';

/** Words of a document with their tags, a column a property, and the sentences that they stand in. */
export interface TaggedColumns {
  /** As written. */
  readonly words: readonly string[];
  /** Indexes into TAGS and FORMS. */
  readonly tag: Uint8Array;
  readonly form: Uint8Array;
  /** Half-open ranges of words, in order. */
  readonly sentences: readonly { readonly first: number; readonly last: number }[];
}

/** The trees of a document's sentences, a column a property. */
export interface TreeColumns {
  /** Index of the head among the words of the document; −1 for the root of each sentence, and outside of sentences. */
  readonly head: Int32Array;
  /** Index into DEPENDENCIES. */
  readonly dependency: Uint8Array;
}

/** Reads the tree of every sentence. Time and memory are linear in the number of words, however long a sentence is. */
export function parseSentences({ words, tag, form, sentences }: TaggedColumns, parser: DependencyParser): TreeColumns {
  const columns = { words: new Int32Array(words.length), tags: new Int32Array(words.length) };
  for (let index = 0; index < words.length; index++) {
    columns.words[index] = parser.codeOf(words[index] as string);
    columns.tags[index] = TAG_CODES[(tag[index] as number) * FORMS.length + (form[index] as number)] as number;
  }
  const head = new Int32Array(words.length).fill(-1);
  const dependency = new Uint8Array(words.length);
  for (const { first, last } of sentences) {
    const tree = parser.parse(columns, first, last);
    for (let index = 0; index < last - first; index++) {
      const own = tree.heads[index] as number;
      head[first + index] = own < 0 ? -1 : first + own;
      dependency[first + index] = tree.labels[index] as number;
    }
  }
  return { head, dependency };
}

/** By tag and form. */
const TAG_CODES = Int32Array.from(TAGS.flatMap((tag) => FORMS.map((form) => tagCode(`${tag}|${form}`))));
