import type { Counts } from '../../domain/index.js';
import type { NounPhrase } from '../phrases/reading.js';
import type { TokenRange, View } from '../view.js';

const WORDS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, index] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const),
  ['a', 1],
  ['an', 1],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
]);
/** Plural nouns that count: at least two of their number, with no upper end ("dozens"). */
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2000],
  ['millions', 2_000_000],
]);

/** Reads the number before a phrase's head, as the text says it; null where the phrase is not counted. */
export function readCounts(view: View, phrase: NounPhrase): Counts | null {
  const { count } = phrase;
  if (count === null) return null;
  const words: string[] = [];
  for (let index = count.first; index < count.last; index++) words.push(view.lower(index));
  const range = rangeOf(words);
  if (range === null) return null;
  const unit = phrase.head >= count.last || phrase.head < count.first ? view.lower(phrase.head) : null;
  const quote = view.quote(trimmed(view, count));
  return {
    ...range,
    approximate:
      /\b(?:about|around|nearly|almost|roughly|approximately|some|dozens|scores|hundreds|thousands|millions)\b/.test(
        words.join(' '),
      ),
    unit,
    ...quote,
  };
}

function trimmed(view: View, range: TokenRange): TokenRange {
  let last = range.last;
  while (last > range.first + 1 && view.lower(last - 1) === 'of') last--;
  return { first: range.first, last };
}

function rangeOf(words: readonly string[]): { min: number | null; max: number | null } | null {
  const multiple = words.map((word) => MULTIPLES.get(word)).find((value) => value !== undefined);
  if (multiple !== undefined) return { min: multiple, max: null };
  const phrase = words.join(' ');
  if (words[0] === 'between') {
    const [min, max] = [numberOf([words[1] ?? '']), numberOf([words[3] ?? ''])];
    return min === null || max === null ? null : { min: Math.min(min, max), max: Math.max(min, max) };
  }
  const value = numberOf(words);
  if (value === null) return null;
  if (/^(?:at least|more than|over)\b/.test(phrase)) return { min: value, max: null };
  if (/^(?:at most|fewer than|less than|up to|as many as)\b/.test(phrase)) return { min: null, max: value };
  return { min: value, max: value };
}

/** "500", "3,000", "twenty five", "two hundred"; null where the words are no whole number. */
function numberOf(words: readonly string[]): number | null {
  let total: number | null = null;
  for (const word of words) {
    const digits = /^\d{1,3}(?:,\d{3})+$|^\d+$/.test(word) ? Number(word.replaceAll(',', '')) : undefined;
    const value = digits ?? WORDS.get(word);
    const scale = SCALES.get(word) ?? (word === 'dozen' ? 12 : undefined);
    if (scale !== undefined) total = (total ?? 1) * scale;
    else if (value !== undefined) total = (total ?? 0) + value;
  }
  return total !== null && Number.isSafeInteger(total) ? total : null;
}
