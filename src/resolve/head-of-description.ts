import { HEAD_ENDS, QUANTIFIERS } from './name-words.js';
import { normalizeName } from './normalize-name.js';

/**
 * The word that says what a description is of: `civilians` for "dozens of Syrian civilians from the north".
 * Normalised; empty for a description without a word. A rule of thumb: keys need it steady rather than right.
 */
export function headOfDescription(description: string): string {
  const words = normalizeName(description, 'GROUP').split(' ');
  let start = 0;
  for (;;) {
    const end = headEnd(words, start);
    const head = words[end - 1] ?? '';
    if (!QUANTIFIERS.has(head) || words[end] !== 'of' || end + 1 >= words.length) return head;
    start = end + 1;
  }
}

function headEnd(words: readonly string[], start: number): number {
  let end = start + 1;
  while (end < words.length && !HEAD_ENDS.has(words[end] ?? '')) end++;
  return end;
}
