import type { KnownWord } from './known-words.js';
import { BOUNDARY } from './sentence-marks.js';

/** Tokens in order, a column a property: UTF-16 offsets into the text, and the words. */
export interface RawTokens {
  readonly start: number[];
  readonly end: number[];
  readonly word: KnownWord[];
}

/**
 * Tokens of the longest sentence: where no end comes for that long, one is made at the next white space. What is found
 * in a sentence may reach to its end, so that without a bound the record would grow with the square of its length.
 */
const LONGEST_SENTENCE = 500;

/**
 * Calls `onSentence` for each sentence among the tokens from `first` on, which are those of one paragraph's part. Full
 * stops are told from those of abbreviations ("Gen. Smith"), initials ("J. R. Tolkien") and ellipses that go on in lower
 * case; a quotation's closing mark belongs to the sentence that it ends.
 */
export function splitSentences(
  tokens: RawTokens,
  first: number,
  onSentence: (first: number, last: number) => void,
): void {
  const count = tokens.word.length;
  let begin = first;
  let boundary = nextBoundary(tokens, first, first);
  for (let index = first + 1; index <= count; index++) {
    while (boundary < index) boundary = nextBoundary(tokens, boundary, first);
    const isTooLong = index - begin >= LONGEST_SENTENCE && !isGlued(tokens, index, first);
    if (index < count && index !== boundary && !isTooLong) continue;
    onSentence(begin, index);
    begin = index;
  }
}

/** The next token from `from` on, and behind it, that opens a sentence; infinite where none does. */
function nextBoundary(tokens: RawTokens, from: number, first: number): number {
  const count = tokens.word.length;
  for (let index = from; index < count; index++) {
    if ((marksAt(tokens, index) & (BOUNDARY.END | BOUNDARY.STOPPED)) === 0) continue;
    let next = index + 1;
    while (
      next < count &&
      isGlued(tokens, next, first) &&
      (marksAt(tokens, next) & (BOUNDARY.CLOSER | BOUNDARY.END)) !== 0
    )
      next++;
    if (next >= count) break;
    if (endsSentence(tokens, { end: index, next, first })) return next;
    index = next - 1;
  }
  return Number.POSITIVE_INFINITY;
}

function endsSentence(
  tokens: RawTokens,
  { end, next, first }: { readonly end: number; readonly next: number; readonly first: number },
): boolean {
  if (isGlued(tokens, next, first)) return false;
  const following = marksBehindOpeners(tokens, next);
  const goesOn = (following & BOUNDARY.SMALL) !== 0;
  const mark = marksAt(tokens, end);
  if ((mark & BOUNDARY.CALL) !== 0) return !goesOn;
  if ((mark & BOUNDARY.ELLIPSIS) !== 0) return !goesOn && following !== NOTHING;
  const isStop = (mark & BOUNDARY.FULL_STOP) !== 0;
  if (isStop && !isGlued(tokens, end, first)) return !goesOn;
  const before = isStop ? marksAt(tokens, end - 1) : mark;
  if ((before & BOUNDARY.TITLE) !== 0) return false;
  if ((before & BOUNDARY.MONTH) !== 0) return (following & BOUNDARY.FIGURE) === 0 && !goesOn;
  if ((before & BOUNDARY.SHORT) !== 0) return (following & BOUNDARY.BEGINNER) !== 0 && !goesOn;
  return !goesOn || (isStop && next === end + 1 && (before & BOUNDARY.BASE_SHORT) === 0);
}

/** Stands for no token: none of the bits of BOUNDARY. */
const NOTHING = 1 << 30;

/** What the first of three tokens says that is no opening mark. */
function marksBehindOpeners(tokens: RawTokens, next: number): number {
  for (let index = next; index < Math.min(next + 3, tokens.word.length); index++) {
    const marks = marksAt(tokens, index);
    if ((marks & BOUNDARY.OPENER) === 0) return marks;
  }
  return NOTHING;
}

function marksAt(tokens: RawTokens, index: number): number {
  return (tokens.word[index] as KnownWord).boundaries;
}

/** True where no white space stands before the token. */
function isGlued({ start, end }: RawTokens, index: number, first: number): boolean {
  return index > first && end[index - 1] === start[index];
}
