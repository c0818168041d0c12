import type { Span } from '../base/index.js';
import { isSpace } from './white-space.js';

/** A run of characters without white space that is longer is no word of any language that is read here. */
export const LONGEST_WORD = 120;
/** Longer paragraphs are read in parts. */
const LONGEST_PARAGRAPH = 20_000;
/** Lines of text that was wrapped by hand are at least this long, but for the last of a paragraph. */
const SHORTEST_WRAPPED_LINE = 45;
const LONGEST_WRAPPED_LINE = 100;

/** A part of the text that is read at once, as one run of sentences, or kept as one token where it is `unreadable`. */
export interface TextPart extends Span {
  /** Counts from 0; parts of one paragraph share it. */
  readonly paragraph: number;
  readonly unreadable: boolean;
}

/**
 * Cuts a text into paragraphs, in order: at blank lines, and at every line end unless the text is wrapped by hand.
 * Over-long paragraphs are cut at white space, and over-long words stand as parts of their own. Blank text gives none.
 */
export function splitParagraphs(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let paragraph = 0;
  for (const span of joinWrappedLines(text, lineSpans(text))) {
    parts.push(...splitLongParagraph(text, span, paragraph));
    paragraph++;
  }
  return parts;
}

/** Spans of the lines that are not blank, with a mark where a blank line stands before. */
function lineSpans(text: string): readonly (Span & { readonly afterBlank: boolean })[] {
  const lines: (Span & { afterBlank: boolean })[] = [];
  let afterBlank = true;
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (text.slice(start, end).trim() === '') {
      afterBlank = true;
    } else {
      lines.push({ start, end, afterBlank });
      afterBlank = false;
    }
    start = end + 1;
  }
  return lines;
}

/** In a text wrapped by hand, a line goes on in the next one unless it is short: "… the city\nof Homs." */
function joinWrappedLines(text: string, lines: readonly (Span & { readonly afterBlank: boolean })[]): readonly Span[] {
  const width = wrapWidth(lines);
  const paragraphs: { start: number; end: number }[] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1);
    const goesOn =
      before !== undefined && width !== null && !line.afterBlank && lastLineLength(text, before.end) > width * 0.7;
    if (goesOn) before.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
  }
  return paragraphs;
}

function lastLineLength(text: string, end: number): number {
  return end - (text.lastIndexOf('\n', end - 1) + 1);
}

/** The width that the text is wrapped at; null where its lines are paragraphs. */
function wrapWidth(lines: readonly (Span & { readonly afterBlank: boolean })[]): number | null {
  const lengths = lines
    .filter((_, index) => lines[index + 1]?.afterBlank === false)
    .map((line) => line.end - line.start);
  if (lengths.length < 2) return null;
  lengths.sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1] as number;
  const longest = lengths[lengths.length - 1] as number;
  return median >= SHORTEST_WRAPPED_LINE && longest <= LONGEST_WRAPPED_LINE ? longest : null;
}

function splitLongParagraph(text: string, span: Span, paragraph: number): readonly TextPart[] {
  const parts: TextPart[] = [];
  let start = span.start;
  const closeAt = (end: number) => {
    if (text.slice(start, end).trim() !== '') parts.push({ start, end, paragraph, unreadable: false });
    start = end;
  };
  let index = span.start;
  while (index < span.end) {
    while (index < span.end && isSpace(text.charCodeAt(index))) index++;
    const first = index;
    while (index < text.length && !isSpace(text.charCodeAt(index))) index++;
    if (index - first > LONGEST_WORD) {
      closeAt(first);
      parts.push({ start: first, end: index, paragraph, unreadable: true });
      start = index;
    } else if (index - start > LONGEST_PARAGRAPH) {
      closeAt(first);
    }
  }
  closeAt(span.end);
  return parts;
}
