import type { TokenRange, View } from '../view.js';

const OPENING = new Set(['“', '‘‘', '``', '«', '„']);
const CLOSING = new Set(['”', '’’', "''", '»']);

/** What stands between quotation marks, without the marks. */
export interface QuotedText extends TokenRange {
  /** True where a paragraph ends before the mark that closes it: the quotation goes on in the next paragraph. */
  readonly goesOn: boolean;
}

/**
 * Finds the quoted texts of a document, in order. Straight marks open and close in turn; a mark that is never closed
 * in its paragraph closes with it. Apostrophes never count.
 */
export function findQuoted(view: View): readonly QuotedText[] {
  const quoted: QuotedText[] = [];
  let open = -1;
  let paragraph = -1;
  for (const sentence of view.sentences) {
    if (sentence.paragraph !== paragraph) {
      if (open !== -1 && open < sentence.first) quoted.push({ first: open, last: sentence.first, goesOn: true });
      [open, paragraph] = [-1, sentence.paragraph];
    }
    if (sentence.furniture) continue;
    for (let index = sentence.first; index < sentence.last; index++) {
      const mark = view.word(index);
      if (OPENING.has(mark) || (mark === '"' && open === -1)) open = index + 1;
      else if (open !== -1 && (CLOSING.has(mark) || mark === '"')) {
        if (index > open) quoted.push({ first: open, last: index, goesOn: false });
        open = -1;
      }
    }
  }
  const end = view.sentences.at(-1)?.last ?? 0;
  if (open !== -1 && open < end) quoted.push({ first: open, last: end, goesOn: false });
  return quoted;
}
