import type { Span } from '../base/index.js';
import type { Resources } from '../resources/index.js';
import type { KnownWord, WordBook } from './known-words.js';
import { readTerms } from './read-terms.js';

/** A token within a run of characters without white space. */
export interface Piece extends Span {
  readonly word: KnownWord;
}

/** What stands behind a run and the white space after it: nothing that matters here, a capital, or a figure. */
export const FOLLOWING = { OTHER: 0, CAPITAL: 1, FIGURE: 2 } as const;
export type Following = (typeof FOLLOWING)[keyof typeof FOLLOWING];

/** Cuts a run of characters without white space into tokens, which cover it, in order. */
export type Splitter = (run: string, following: Following) => readonly Piece[];

/** Runs that are kept at a time; a few hundred bytes each. */
const MOST_RUNS = 20_000;

/**
 * Makes a splitter: terms are those of the base reading, clitics are split off, the full stop of an abbreviation goes
 * with it, and what stands between terms is punctuation. It keeps what it split, up to a bound; what it answers does not
 * depend on that.
 */
export function createSplitter(resources: Pick<Resources, 'abbreviations'>, book: WordBook): Splitter {
  const known = FOLLOWING_KINDS.map(() => new Map<string, readonly Piece[]>());
  return (run, following) => {
    const runs = known[following] as Map<string, readonly Piece[]>;
    const held = runs.get(run);
    if (held !== undefined) return held;
    if (runs.size >= MOST_RUNS) runs.clear();
    const pieces = splitRun(run, following, resources).map(({ start, end }) => {
      return { start, end, word: book(run.slice(start, end)) };
    });
    runs.set(run, pieces);
    return pieces;
  };
}

const FOLLOWING_KINDS = Object.values(FOLLOWING);

/** As the treebanks split them: "do|n't", "Assad|'s", "they|'re". Either apostrophe. */
const CLITIC = /(?:n['’]t|['’](?:s|ll|re|ve|d|m))$/i;
/** A possessive plural: "activists|'". */
const PLURAL_POSSESSIVE = /s['’]$/i;
/** Quotes and dots that are written with several characters are one token. */
const PUNCTUATION = /\.{2,}|''|’’|``|‘‘|([-*=_~#!?])\1+|[^\s]/gu;
/** Words that the treebanks write apart: "and|/|or", "$|5,000", "US|$", "can|not", "gon|na". */
const APART = /^(?:(can)(not)|(gon)(na)|(got)(ta)|(wan)(na))$/i;
const INSIDE = /(?<=^\p{L}{2,})\/(?=\p{L}{2,}$)|[$€£¥](?=\p{N})|(?<=\p{Lu})[$](?=\p{N}|$)/gu;

function splitRun(run: string, following: Following, resources: Pick<Resources, 'abbreviations'>): readonly Span[] {
  const spans: Span[] = [];
  let cursor = 0;
  const addGap = (end: number) => {
    for (const match of run.slice(cursor, end).matchAll(PUNCTUATION)) {
      const start = cursor + match.index;
      spans.push({ start, end: start + match[0].length });
    }
  };
  for (const term of readTerms(run)) {
    addGap(term.start);
    const end = takesStop(run, { term, following }, resources) ? term.end + 1 : term.end;
    spans.push(...splitTerm(run, { start: term.start, end }));
    cursor = end;
  }
  addGap(run.length);
  return spans;
}

/** "Gen. Varga", "Nov. 5", "Acme Inc.", "J. Varga": not "He said no." */
function takesStop(
  run: string,
  { term: { start, end }, following }: { readonly term: Span; readonly following: Following },
  { abbreviations }: Pick<Resources, 'abbreviations'>,
): boolean {
  if (run[end] !== '.' || run[end + 1] === '.') return false;
  const word = run.slice(start, end);
  const before = end + 1 === run.length ? following : FOLLOWING.OTHER;
  if (/^\p{Lu}$/u.test(word)) return word !== 'I' && before === FOLLOWING.CAPITAL;
  const kind = abbreviations.get(word.toLowerCase());
  if (kind === undefined || !/^\p{Lu}/u.test(word)) return false;
  if (kind === 'TITLE') return before === FOLLOWING.CAPITAL;
  if (kind === 'MONTH' || kind === 'NAME') return before !== FOLLOWING.OTHER;
  return true;
}

function splitTerm(run: string, term: Span): readonly Span[] {
  const word = run.slice(term.start, term.end);
  if (/^\p{L}+$/u.test(word) && !APART.test(word)) return [term];
  const cuts = new Set<number>();
  const apart = APART.exec(word)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (apart !== undefined) cuts.add(apart.length);
  for (const { index, 0: mark } of word.matchAll(INSIDE)) cuts.add(index).add(index + mark.length);
  const clitic = CLITIC.exec(word)?.[0] ?? (PLURAL_POSSESSIVE.test(word) ? word.slice(-1) : null);
  if (clitic !== null) cuts.add(word.length - clitic.length);
  const bounds = [0, ...[...cuts].filter((cut) => cut > 0 && cut < word.length).sort((a, b) => a - b), word.length];
  return bounds
    .slice(1)
    .map((end, index) => ({ start: term.start + (bounds[index] as number), end: term.start + end }));
}
