import nlp from 'compromise/one';
import type { Span } from '../base/index.js';

/** A word as the base reading gives it. */
export interface Term extends Span {
  /** True where the base reading begins a sentence here. */
  readonly opensSentence: boolean;
}

/** What compromise keeps of a word; its own types leave `document` untyped. */
interface BaseTerm {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
}

/**
 * Reads the terms of some parts of a text at once, in order; one call costs much more than one sentence more. Offsets are
 * those of the whole text, and each term's characters are checked against it: a term that is not found where it should
 * be is looked for further on, else left out. Parts must be in order of text.
 *
 * Only `compromise/one` is imported: sentences and terms. The full build costs more than all other reading together,
 * and slows `one` down wherever it is loaded in the process.
 */
export function readTerms(text: string, parts: readonly Span[]): readonly Term[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const source = joinParts(text, parts);
  const sentences = nlp(source).document as unknown as readonly (readonly BaseTerm[])[];
  const terms: Term[] = [];
  let cursor = 0;
  for (const sentence of sentences) {
    let opensSentence = true;
    for (const { text: word, pre, post } of sentence) {
      if (word === '') {
        cursor += pre.length + post.length;
        continue;
      }
      const expected = cursor + pre.length;
      const found = source.startsWith(word, expected) ? expected : source.indexOf(word, cursor);
      if (found === -1) continue;
      const start = first.start + found;
      terms.push({ start, end: start + word.length, opensSentence });
      opensSentence = false;
      cursor = found + word.length + (found === expected ? post.length : 0);
    }
  }
  return terms;
}

/** The text from the first part to the last, as long as it is, with line ends between parts and none inside. */
function joinParts(text: string, parts: readonly Span[]): string {
  let source = '';
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    source += text.slice(part.start, part.end).replace(/\s/g, ' ');
    if (next !== undefined) source += '\n'.repeat(next.start - part.end);
  });
  return source;
}
