import type { Diagnostic, Document } from '../domain/index.js';
import type { RecognizedName } from './recognized-name.js';

/** Universal part-of-speech tags; a token's `tag` is an index into this list. */
export const TAGS = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
] as const;
export type Tag = (typeof TAGS)[number];

/** Penn Treebank tags, as English treebanks use them; a token's `form` is an index into this list, '' where it has none. */
export const FORMS = [
  '',
  'VB',
  'VBD',
  'VBG',
  'VBN',
  'VBP',
  'VBZ',
  'MD',
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'PRP',
  'PRP$',
  'POS',
  'TO',
  'WP',
  'WP$',
  'WDT',
  'WRB',
  'IN',
  'RP',
  'DT',
  'PDT',
  'CC',
  'CD',
  'EX',
  'JJ',
  'JJR',
  'JJS',
  'RB',
  'RBR',
  'RBS',
  'UH',
  'FW',
  'LS',
  'SYM',
  '$',
  '.',
  ',',
  ':',
  '``',
  "''",
  '-LRB-',
  '-RRB-',
  'HYPH',
  'NFP',
  'ADD',
  'AFX',
  'GW',
] as const;
export type Form = (typeof FORMS)[number];

/** What a token is beside its tag: DATE and NUMBER by rules. */
export const HINTS = ['', 'DATE', 'NUMBER'] as const;
export type Hint = (typeof HINTS)[number];

/**
 * The tokens of a document, a column a property, in order of text. Tokens do not overlap, and
 * `text.slice(start[i], end[i])` is token `i`; white space lies between them. Indexes never leave annotate/ and extract/.
 */
export interface TokenTable {
  readonly count: number;
  /** UTF-16 offsets into `Document.text`. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Index of its sentence. */
  readonly sentence: Uint32Array;
  /** Index into TAGS, FORMS, HINTS. */
  readonly tag: Uint8Array;
  readonly form: Uint8Array;
  readonly hint: Uint8Array;
  /** The token as it is written. */
  readonly word: readonly string[];
  /** The token in lower case, with straight apostrophes. */
  readonly lower: readonly string[];
  /** Dictionary form, lower case; of a name, the name in lower case. */
  readonly lemma: readonly string[];
  /** Index of the token's head in its sentence's tree; −1 for the root of each sentence. */
  readonly head: Int32Array;
  /** Index into DEPENDENCIES. */
  readonly dependency: Uint8Array;
}

/** A run of tokens; sentences cover all tokens, in order. */
export interface Sentence {
  /** First token, and the one after the last. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets of its first and behind its last token. */
  readonly start: number;
  readonly end: number;
  /** Counts from 0; no sentence reaches over a paragraph's end. */
  readonly paragraph: number;
  /** True where it overlaps furniture or the dateline stands alone in it: nothing is extracted from it. */
  readonly furniture: boolean;
}

/** A document with tokens, sentences, tags, trees and names. */
export interface Annotated {
  readonly document: Document;
  readonly tokens: TokenTable;
  readonly sentences: readonly Sentence[];
  /** What the recogniser takes for names, furniture included; in order, not overlapping, none across sentences. */
  readonly names: readonly RecognizedName[];
  readonly diagnostics: readonly Diagnostic[];
}
