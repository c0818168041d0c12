import type { Span } from '../../src/base/index.js';

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}.,&-]*[\p{L}\p{N}])?/gu;
const ENDS_HEAD = new Set(
  'of in at on from to for with by into near against after before over under between among and or who whom whose which that than'.split(
    ' ',
  ),
);
const QUANTITY =
  /^(?:[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|scores|hundreds?|thousands?|millions?|some|many|most|several|all|more|fewer|less|least|number|couple)$/u;

/**
 * Where the head of a noun phrase stands in the text, without a tree: the last word before the first preposition, comma
 * or pronoun that a trailing clause opens with. In "dozens of men", "12 to 15 men" and "at least two men" it is "men".
 */
export function headOfPhrase(text: string, phrase: Span): Span {
  let head: Span | null = null;
  const quote = text.slice(phrase.start, phrase.end);
  for (const match of quote.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    const span = { start: phrase.start + match.index, end: phrase.start + match.index + match[0].length };
    const headWord = head === null ? '' : text.slice(head.start, head.end).toLowerCase();
    if (head !== null && !QUANTITY.test(headWord)) {
      if (ENDS_HEAD.has(word) || /[,;:(]/u.test(text.slice(head.end, span.start))) break;
    }
    if (!ENDS_HEAD.has(word)) head = span;
  }
  return head ?? phrase;
}
