import type { Span } from '../base/index.js';
import type { RawTokens } from './split-sentences.js';
import { FOLLOWING, type Following, type Splitter } from './split-tokens.js';
import { isSpace } from './white-space.js';

/** Adds the tokens of one part of a text, in order. Every character that is not white space lies in exactly one token. */
export function readTokens(text: string, part: Span, { splitter, tokens }: TokenReading): void {
  let start = skipSpace(text, part.start, part.end);
  while (start < part.end) {
    let end = start + 1;
    while (end < part.end && !isSpace(text.charCodeAt(end))) end++;
    const next = skipSpace(text, end, part.end);
    const stopped = text.charCodeAt(end - 1) === FULL_STOP && next < part.end;
    const pieces = splitter(text.slice(start, end), stopped ? followingAt(text, next) : FOLLOWING.OTHER);
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index] as (typeof pieces)[number];
      tokens.start.push(start + piece.start);
      tokens.end.push(start + piece.end);
      tokens.word.push(piece.word);
    }
    start = next;
  }
}

interface TokenReading {
  readonly splitter: Splitter;
  readonly tokens: RawTokens;
}

const FULL_STOP = 46;

function skipSpace(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && isSpace(text.charCodeAt(index))) index++;
  return index;
}

function followingAt(text: string, index: number): Following {
  const first = text.charCodeAt(index);
  if (first >= 65 && first <= 90) return FOLLOWING.CAPITAL;
  if (first >= 48 && first <= 57) return FOLLOWING.FIGURE;
  if (first < 128) return FOLLOWING.OTHER;
  const character = String.fromCodePoint(text.codePointAt(index) as number);
  if (/\p{Lu}/u.test(character)) return FOLLOWING.CAPITAL;
  return /\p{N}/u.test(character) ? FOLLOWING.FIGURE : FOLLOWING.OTHER;
}
