import type { Resources } from '../resources/index.js';
import type { RawToken } from './split-tokens.js';

const CLOSERS = new Set(['"', '”', '’', "'", "''", '’’', ')', ']', '»']);
const OPENERS = new Set(['"', '“', '‘', "'", '``', '‘‘', '(', '[', '«']);
const ENDS = new Set(['.', '!', '?', '…', '...', '....']);
/** Words that open a sentence, and seldom go on after an abbreviation: "… in the U.S. The army left." */
const SENTENCE_OPENERS = new Set(
  'the a an he she it they we i you this that these those in on at but and his her its their there when after as if while no for'.split(
    ' ',
  ),
);

/**
 * Says for each token of one paragraph's part whether it opens a sentence. The base reading's boundaries are taken where
 * final punctuation bears them out, and mended at abbreviations ("Gen. Smith"), initials ("J. R. Tolkien"), ellipses
 * that go on in lower case, and quotations that end a sentence before their closing mark.
 */
export function findSentenceStarts(
  text: string,
  tokens: readonly RawToken[],
  resources: Pick<Resources, 'abbreviations'>,
): readonly boolean[] {
  const opens = tokens.map(() => false);
  opens[0] = tokens.length > 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as RawToken;
    if (!ENDS.has(text.slice(token.start, token.end)) && !endsWithStop(text, token)) continue;
    let next = index + 1;
    while (
      next < tokens.length &&
      isGlued(text, tokens, next) &&
      (CLOSERS.has(word(text, tokens[next])) || ENDS.has(word(text, tokens[next])))
    )
      next++;
    if (next >= tokens.length) break;
    if (endsSentence(text, tokens, { end: index, next }, resources)) opens[next] = true;
    index = next - 1;
  }
  return opens;
}

function endsSentence(
  text: string,
  tokens: readonly RawToken[],
  gap: { readonly end: number; readonly next: number },
  resources: Pick<Resources, 'abbreviations'>,
): boolean {
  const { end, next } = gap;
  if (isGlued(text, tokens, next)) return false;
  const opener = tokens.slice(next, next + 3).find((token) => !OPENERS.has(word(text, token)));
  const following = opener === undefined ? '' : word(text, opener);
  const goesOn = /^\p{Ll}/u.test(following);
  const mark = word(text, tokens[end]);
  if (mark === '!' || mark === '?') return !goesOn;
  if (mark.startsWith('..') || mark === '…') return !goesOn && following !== '';
  const before = mark === '.' ? word(text, tokens[end - 1]) : mark.slice(0, -1);
  const isAttached = mark !== '.' || (end > 0 && isGlued(text, tokens, end));
  if (!isAttached) return !goesOn;
  const kind = resources.abbreviations.get(before.toLowerCase());
  const isInitial = /^\p{Lu}$/u.test(before) && before !== 'I';
  if (kind === 'TITLE' || kind === 'NAME') return false;
  if (kind === 'MONTH') return !/^\p{N}/u.test(following) && !goesOn;
  if (kind !== undefined || /^(?:\p{L}\.)+\p{L}$/u.test(before))
    return SENTENCE_OPENERS.has(following.toLowerCase()) && !goesOn;
  if (isInitial) return SENTENCE_OPENERS.has(following.toLowerCase()) && !goesOn;
  return !goesOn || (tokens[next] as RawToken).opensSentence;
}

/** True for "U.S.", "a.m.": the term holds its own full stop. */
function endsWithStop(text: string, token: RawToken): boolean {
  return token.isWord && text[token.end - 1] === '.' && token.end - token.start > 1;
}

/** True where no white space stands before the token. */
function isGlued(text: string, tokens: readonly RawToken[], index: number): boolean {
  const token = tokens[index] as RawToken;
  return index > 0 && (tokens[index - 1] as RawToken).end === token.start && !/\s/.test(text[token.start - 1] ?? ' ');
}

function word(text: string, token: RawToken | undefined): string {
  return token === undefined ? '' : text.slice(token.start, token.end);
}
