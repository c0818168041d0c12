import type { Random } from './random.js';

/** The words in capitals, in title case as of a headline, or in lower case, each as likely. */
export function changeLettering(words: readonly string[], random: Random): readonly string[] {
  const kind = Math.floor(random() * 3);
  if (kind === 0) return words.map((word) => word.toUpperCase());
  if (kind === 1) return words.map((word) => word.toLowerCase());
  return words.map((word, index) => (index > 0 && SMALL_WORDS.has(word.toLowerCase()) ? word : capitalise(word)));
}

/** Words that most newspapers keep small in headlines. */
const SMALL_WORDS = new Set(
  "a an and as at but by for from in into n't 's nor of on onto or over per than the to up vs. via with".split(' '),
);

function capitalise(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}
