import { PARTICLES } from './name-words.js';

/** The spelling that each of several counts as, by spelling, as `data/names/spellings.tsv` has them. */
export type NameSpellings = ReadonlyMap<string, string>;

/**
 * A person's normalised name in a form that its transliterations share: "Mohamed al-Bachar" and "Muhammad Bashar" are
 * `muhammad bashar`. Only names of which a word is known to be transliterated are changed, so that "Karen Cole" and
 * "Karin Kohl" stay two.
 */
export function spellingKey(normalized: string, spellings: NameSpellings): string {
  const words = normalized.split(' ');
  if (!words.some((word) => spellings.has(word))) return normalized;
  return words
    .filter((word, index) => index === words.length - 1 || !ARTICLES.has(word))
    .map((word) => spellings.get(word) ?? (PARTICLES.has(word) ? word : plainSpelling(word)))
    .join(' ');
}

/** The Arabic article, also where its l is taken up by the sound behind it. */
const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'ad', 'ar', 'as', 'ash', 'az', 'an', 'at']);

/** What transliterations of one sound have in common; in order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/(?:skiy|skii|skij|sky)$/, 'ski'],
  [/(?:ye|ie|yo)v$/, 'ev'],
  [/off$/, 'ov'],
  [/eff$/, 'ev'],
  [/aoui$/, 'awi'],
  [/dzh|dj/g, 'j'],
  [/sch|tch/g, 'ch'],
  [/ph/g, 'f'],
  [/q/g, 'k'],
  [/ou|oo|o/g, 'u'],
  [/ey|ay|ei/g, 'ai'],
  [/ee|iy|ii|y|e/g, 'i'],
  [/([a-z])\1+/g, '$1'],
];

/** A word without what its transliterations differ in: "farouk" and "faruk" are `faruk`. */
export function plainSpelling(word: string): string {
  return SOUNDS.reduce((spelling, [sound, plain]) => spelling.replace(sound, plain), word);
}
