import type { TokenRange, View } from '../view.js';

/** What stands between quotation marks, without the marks. */
export interface QuotedText extends TokenRange {
  /** True where a paragraph ends before the mark that closes it: the quotation goes on in the next paragraph. */
  readonly goesOn: boolean;
}

/** Quoted texts in order of text; none stands in another. */
export interface QuotedTexts {
  readonly all: readonly QuotedText[];
  /** The quoted text that holds a token; null where none does. */
  at(index: number): QuotedText | null;
  /** The first that begins at a token or behind it; null where none does. */
  from(index: number): QuotedText | null;
  /** The last that ends at a token or before it; null where none does. */
  before(index: number): QuotedText | null;
}

/** What a mark may do where it stands, and whether single or double marks pair with it. */
const DOUBLE = new Set(['“', '”', '„', '«', '»', '"', '``', "''", '‘‘', '’’', '‟', '″', '〝', '〞']);
const ALWAYS_OPENING = new Set(['“', '„', '«', '``', '‘‘', '〝']);
const ALWAYS_CLOSING = new Set(['”', '»', "''", '’’', '〞']);
const SINGLE = new Set(['‘', '’', "'", '`', '‹', '›', '‚', '‛']);
/** A single mark is an apostrophe unless its partner stands so near. */
const LONGEST_SINGLE = 60;

/**
 * Finds the quoted texts of a document. Straight marks open before a word and close behind one; a mark that is never
 * closed in its paragraph closes with it, or with its sentence where it opened in the middle of one and the next
 * paragraph does not open with a mark. Apostrophes never count.
 */
export function findQuoted(view: View): QuotedTexts {
  const quoted: QuotedText[] = [];
  const { sentences } = view;
  for (let sentence = 0; sentence < sentences.length; ) {
    const paragraph = sentences[sentence]?.paragraph;
    const first = sentence;
    while (sentences[sentence]?.paragraph === paragraph && sentence < sentences.length) sentence++;
    if (sentences[first]?.furniture === true) continue;
    const range = { first: sentences[first]?.first ?? 0, last: sentences[sentence - 1]?.last ?? 0 };
    readParagraph(view, quoted, { ...range, next: sentences[sentence]?.first ?? -1 });
  }
  return index(quoted, sentences.at(-1)?.last ?? 0);
}

function readParagraph(
  view: View,
  quoted: QuotedText[],
  { first, last, next }: TokenRange & { readonly next: number },
): void {
  let open = -1;
  for (let index = first; index < last; index++) {
    const mark = view.lower(index);
    if (DOUBLE.has(mark)) {
      if (closes(view, mark, { index, open, first, last })) {
        if (open !== -1 && index > open) quoted.push({ first: open, last: index, goesOn: false });
        open = -1;
      } else if (open === -1) open = index + 1;
    } else if (open === -1 && SINGLE.has(mark) && opensSingle(view, index, first)) {
      const end = singleEnd(view, index, last);
      if (end === -1) continue;
      quoted.push({ first: index + 1, last: end, goesOn: false });
      index = end;
    }
  }
  if (open === -1 || open >= last) return;
  const goesOn = next !== -1 && DOUBLE.has(view.lower(next));
  const sentence = view.sentenceOf(open);
  const end = goesOn || sentence.first >= open - 1 ? last : sentence.last;
  quoted.push({ first: open, last: end, goesOn });
}

/** Which way a double mark points: by its shape, else by the words that touch it, else in turn. */
function closes(
  view: View,
  mark: string,
  { index, open, first, last }: TokenRange & { readonly index: number; readonly open: number },
): boolean {
  const touchesBefore = index > first && view.glued(index);
  const touchesAfter = index + 1 < last && view.glued(index + 1);
  // A closing shape that opens all the same: ”Fear is all they know.”
  if (ALWAYS_CLOSING.has(mark)) return open !== -1 || touchesBefore || !touchesAfter;
  if (ALWAYS_OPENING.has(mark)) return open !== -1 && touchesBefore && !touchesAfter;
  if (touchesBefore !== touchesAfter) return touchesBefore;
  return open !== -1;
}

/** 'The road is closed,' he said: a single mark with space before it and a word right behind. */
function opensSingle(view: View, index: number, first: number): boolean {
  if (view.lower(index) === '’' || view.lower(index) === '›') return false;
  return (index === first || !view.glued(index) || view.tag(index - 1) === 'PUNCT') && view.glued(index + 1);
}

function singleEnd(view: View, index: number, last: number): number {
  const limit = Math.min(last, index + LONGEST_SINGLE);
  for (let end = index + 2; end < limit; end++) {
    const mark = view.lower(end);
    if (DOUBLE.has(mark)) return -1;
    if (!SINGLE.has(mark) || !view.glued(end)) continue;
    if (end + 1 >= last || !view.glued(end + 1) || view.tag(end + 1) === 'PUNCT') return end;
  }
  return -1;
}

function index(all: readonly QuotedText[], count: number): QuotedTexts {
  // For every token the number of quoted texts that begin at it or before.
  const begun = new Int32Array(count + 1);
  let next = 0;
  for (let token = 0; token <= count; token++) {
    while (next < all.length && (all[next] as QuotedText).first <= token) next++;
    begun[token] = next;
  }
  const startedBy = (token: number) => begun[Math.min(token, count)] ?? 0;
  return {
    all,
    at: (token) => {
      const one = all[startedBy(token) - 1];
      return one !== undefined && token < one.last ? one : null;
    },
    from: (token) => all[startedBy(token - 1)] ?? null,
    before: (token) => {
      const begunBy = startedBy(token);
      const one = all[begunBy - 1];
      return (one !== undefined && one.last <= token ? one : all[begunBy - 2]) ?? null;
    },
  };
}
