import type { Span } from '../base/index.js';
import type { Term } from './read-terms.js';

/** A token with what the base reading says of it. */
export interface RawToken extends Span {
  /** True where it is (part of) a term of the base reading; false for punctuation. */
  readonly isWord: boolean;
  readonly opensSentence: boolean;
}

/** As the treebanks split them: "do|n't", "Assad|'s", "they|'re". Either apostrophe. */
const CLITIC = /(?:n['’]t|['’](?:s|ll|re|ve|d|m))$/i;
/** A possessive plural: "activists|'". */
const PLURAL_POSSESSIVE = /s['’]$/i;
/** Quotes and dots that are written with several characters are one token. */
const PUNCTUATION = /\.{2,}|''|’’|``|‘‘|-{2,}|[^\s]/gu;

/**
 * Turns the terms of one part into tokens, in order: clitics are split off, and what stands between terms is punctuation.
 * Every character of the part that is not white space lies in exactly one token.
 */
export function splitTokens(text: string, part: Span, terms: readonly Term[]): readonly RawToken[] {
  const tokens: RawToken[] = [];
  let cursor = part.start;
  let opensSentence = true;
  const addGap = (end: number) => {
    for (const match of text.slice(cursor, end).matchAll(PUNCTUATION)) {
      const start = cursor + match.index;
      tokens.push({ start, end: start + match[0].length, isWord: false, opensSentence: false });
    }
  };
  for (const term of terms) {
    addGap(term.start);
    opensSentence = term.opensSentence;
    tokens.push(
      ...splitClitic(text, term).map((token, index) => ({ ...token, opensSentence: opensSentence && index === 0 })),
    );
    cursor = term.end;
  }
  addGap(part.end);
  return tokens;
}

function splitClitic(text: string, term: Term): readonly RawToken[] {
  const word = text.slice(term.start, term.end);
  const whole = { start: term.start, end: term.end, isWord: true, opensSentence: false };
  const clitic = CLITIC.exec(word)?.[0] ?? (PLURAL_POSSESSIVE.test(word) ? word.slice(-1) : null);
  if (clitic === null || clitic.length === word.length) return [whole];
  const cut = term.end - clitic.length;
  return [
    { ...whole, end: cut },
    { ...whole, start: cut },
  ];
}
