import type { Span } from '../base/index.js';
import type { Resources } from '../resources/index.js';
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
const PUNCTUATION = /\.{2,}|''|’’|``|‘‘|([-*=_~#!?])\1+|[^\s]/gu;
/** Words that the treebanks write apart: "and|/|or", "$|5,000", "US|$", "can|not", "gon|na". */
const APART = /^(?:(can)(not)|(gon)(na)|(got)(ta)|(wan)(na))$/i;
const INSIDE = /(?<=^\p{L}{2,})\/(?=\p{L}{2,}$)|[$€£¥](?=\p{N})|(?<=\p{Lu})[$](?=\p{N}|$)/gu;

/**
 * Turns the terms of one part into tokens, in order: clitics are split off, the full stop of an abbreviation goes with it,
 * and what stands between terms is punctuation. Every character of the part that is not white space lies in exactly one
 * token.
 */
export function splitTokens(
  text: string,
  { part, terms }: { readonly part: Span; readonly terms: readonly Term[] },
  resources: Pick<Resources, 'abbreviations'>,
): readonly RawToken[] {
  const tokens: RawToken[] = [];
  let cursor = part.start;
  const addGap = (end: number) => {
    for (const match of text.slice(cursor, end).matchAll(PUNCTUATION)) {
      const start = cursor + match.index;
      tokens.push({ start, end: start + match[0].length, isWord: false, opensSentence: false });
    }
  };
  for (const term of terms) {
    addGap(term.start);
    const end = term.end < part.end && takesStop(text, term, resources) ? term.end + 1 : term.end;
    tokens.push(
      ...splitTerm(text, { ...term, end }).map((token, index) => ({
        ...token,
        opensSentence: term.opensSentence && index === 0,
      })),
    );
    cursor = end;
  }
  addGap(part.end);
  return tokens;
}

/** "Gen. Varga", "Nov. 5", "Acme Inc.", "J. Varga": not "He said no." */
function takesStop(text: string, { start, end }: Span, { abbreviations }: Pick<Resources, 'abbreviations'>): boolean {
  if (text[end] !== '.' || text[end + 1] === '.') return false;
  const word = text.slice(start, end);
  const following = text.slice(end + 1, end + 3);
  if (/^\p{Lu}$/u.test(word)) return word !== 'I' && /^ \p{Lu}/u.test(following);
  const kind = abbreviations.get(word.toLowerCase());
  if (kind === undefined || !/^\p{Lu}/u.test(word)) return false;
  if (kind === 'TITLE') return /^ \p{Lu}/u.test(following);
  if (kind === 'MONTH' || kind === 'NAME') return /^ [\p{Lu}\p{N}]/u.test(following);
  return true;
}

function splitTerm(text: string, term: Span): readonly RawToken[] {
  const word = text.slice(term.start, term.end);
  const cuts = new Set<number>();
  const apart = APART.exec(word)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (apart !== undefined) cuts.add(apart.length);
  for (const { index, 0: mark } of word.matchAll(INSIDE)) cuts.add(index).add(index + mark.length);
  const clitic = CLITIC.exec(word)?.[0] ?? (PLURAL_POSSESSIVE.test(word) ? word.slice(-1) : null);
  if (clitic !== null) cuts.add(word.length - clitic.length);
  const bounds = [0, ...[...cuts].filter((cut) => cut > 0 && cut < word.length).sort((a, b) => a - b), word.length];
  return bounds.slice(1).map((end, index) => ({
    start: term.start + (bounds[index] as number),
    end: term.start + end,
    isWord: true,
    opensSentence: false,
  }));
}
