import type { Gazetteer } from '../resources/index.js';
import type { WordRange } from './word-range.js';

/** How a word stands in a phrase of the gazetteer: alone, at its beginning, or further on. */
const ALONE = 1;
const BEGINS = 2;
const CONTINUES = 3;

/**
 * Marks the longest phrases of the gazetteer in every sentence: of each word, two bits for each kind of phrase, at
 * twice the kind's number; 0 none, 1 alone, 2 begins, 3 continues.
 */
export function markPhrases(
  words: readonly string[],
  sentences: readonly WordRange[],
  gazetteer: Gazetteer,
): Uint32Array {
  const marks = new Uint32Array(words.length);
  for (const { first, last } of sentences) {
    for (let index = first; index < last; index++) {
      const lower = plainWord(words[index] as string);
      const longest = gazetteer.longest.get(lower) ?? 0;
      let phrase = lower;
      for (let length = 1; length <= longest && index + length <= last; length++) {
        if (length > 1) phrase += ` ${plainWord(words[index + length - 1] as string)}`;
        const kinds = gazetteer.phrases.get(phrase);
        if (kinds !== undefined) markRange(marks, { first: index, last: index + length }, kinds);
      }
    }
  }
  return marks;
}

/** In lower case, an abbreviation without its stop: "Gen." is a title as "Gen" is; "u.s." stays. */
function plainWord(word: string): string {
  const lower = word.toLowerCase();
  return lower.length > 2 && lower.indexOf('.') === lower.length - 1 ? lower.slice(0, -1) : lower;
}

/** Longer phrases come later and overwrite; a phrase does not overwrite one that began before it. */
function markRange(marks: Uint32Array, { first, last }: WordRange, kinds: number): void {
  for (let kind = 0; kind < 16; kind++) {
    if ((kinds & (1 << kind)) === 0) continue;
    if (((marks[first] as number) >>> (2 * kind)) % 4 === CONTINUES) continue;
    for (let index = first; index < last; index++) {
      const mark = last - first === 1 ? ALONE : index === first ? BEGINS : CONTINUES;
      marks[index] = ((marks[index] as number) & ~(3 << (2 * kind))) | (mark << (2 * kind));
    }
  }
}
