import nlp from 'compromise';
import type { Span } from '../base/index.js';

/** A word as the base reading gives it. */
export interface Term extends Span {
  /** The base reading's tags, such as Noun, PastTense, Person. */
  readonly tags: ReadonlySet<string>;
  /** Tags of the words that it contracts: of "had" in "she'd". */
  readonly contracted: readonly ReadonlySet<string>[];
  /** True where the base reading begins a sentence here. */
  readonly opensSentence: boolean;
}

/** What compromise keeps of a word; its own types leave `document` untyped. */
interface BaseTerm {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly tags?: ReadonlySet<string>;
}

/**
 * Reads the terms of one part of a text, in order. Offsets are those of the whole text, and each term's characters
 * are checked against it: a term that is not found where it should be is looked for further on, else left out.
 */
export function readTerms(text: string, part: Span): readonly Term[] {
  const source = text.slice(part.start, part.end).replace(/\s/g, ' ');
  const sentences = nlp(source).document as unknown as readonly (readonly BaseTerm[])[];
  const terms: (Term & { contracted: ReadonlySet<string>[] })[] = [];
  let cursor = 0;
  for (const sentence of sentences) {
    let opensSentence = true;
    for (const { text: word, pre, post, tags = new Set<string>() } of sentence) {
      if (word === '') {
        terms.at(-1)?.contracted.push(tags);
        cursor += pre.length + post.length;
        continue;
      }
      const expected = cursor + pre.length;
      const found = source.startsWith(word, expected) ? expected : source.indexOf(word, cursor);
      if (found === -1) continue;
      const start = part.start + found;
      terms.push({ start, end: start + word.length, tags, contracted: [], opensSentence });
      opensSentence = false;
      cursor = found + word.length + (found === expected ? post.length : 0);
    }
  }
  return terms;
}
