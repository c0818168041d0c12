import type { NameSpellings } from '../spelling-key.js';
import type { PersonForm } from './name-forms.js';
import type { LikenessFeature } from './weigh-likeness.js';

/** How two names of persons relate; null where they contradict each other, or say nothing. Symmetric. */
export function compareForms(a: PersonForm, b: PersonForm, spellings: NameSpellings): LikenessFeature | null {
  const [fewer, more] = a.given.length <= b.given.length ? [a, b] : [b, a];
  if (fewer.given.length === 0) return more.given.length === 0 ? null : compareAlone(fewer.surname, more);
  if (a.generation !== b.generation && (a.generation !== null || b.generation !== null)) return null;
  const surnames = likenessOfWords(a.surname, b.surname, spellings);
  if (surnames === null) return null;
  const [first = '', other = ''] = [fewer.given[0], more.given[0]];
  if (first.length === 1 || other.length === 1) {
    const fits = surnames === 'SPELLING' && first[0] === other[0] && mayAgree(fewer.given, more.given);
    return fits && first.length + other.length > 2 ? 'INITIALS' : null;
  }
  return compareGiven(fewer.given, more.given, { surnames, spellings });
}

/** How two names of bodies relate, word by word; null where one has a word that the other lacks. Symmetric. */
export function compareBodies(a: string, b: string, spellings: NameSpellings): LikenessFeature | null {
  const [words, others] = [a.split(' '), b.split(' ')];
  if (words.length !== others.length) return null;
  return weakest(words.map((word, index) => likenessOfWords(word, others[index] ?? '', spellings)));
}

/** "Smith" is the surname of "John Smith"; "Kim" the first word of "Kim Jun Seo". */
function compareAlone(word: string, { given, surname }: PersonForm): LikenessFeature | null {
  if (word === surname) return 'SURNAME';
  return word === given[0] && word.length > 1 ? 'FIRST_WORD' : null;
}

function compareGiven(
  fewer: readonly string[],
  more: readonly string[],
  { surnames, spellings }: { readonly surnames: LikenessFeature; readonly spellings: NameSpellings },
): LikenessFeature | null {
  if (fewer.length === more.length)
    return weakest([surnames, ...fewer.map((word, index) => likenessOfGiven(word, more[index] ?? '', spellings))]);
  // "John Smith" may be "John Robert Smith", and "Robert Smith" too; each name in its order.
  let at = 0;
  for (const word of fewer) {
    while (at < more.length && likenessOfGiven(word, more[at] ?? '', spellings) !== 'SPELLING') at++;
    if (at++ >= more.length) return null;
  }
  return surnames === 'SPELLING' ? 'FEWER_NAMES' : null;
}

/** Behind the first, an initial may stand for any name with that letter. */
function likenessOfGiven(a: string, b: string, spellings: NameSpellings): LikenessFeature | null {
  if ((a.length === 1 || b.length === 1) && a[0] === b[0]) return 'SPELLING';
  return likenessOfWords(a, b, spellings);
}

function mayAgree(fewer: readonly string[], more: readonly string[]): boolean {
  return fewer.length !== more.length || fewer.every((word, index) => word[0] === more[index]?.[0]);
}

/** SPELLING for words that sound alike, NEAR_SPELLING for those that are a letter or two apart; null for others. */
function likenessOfWords(a: string, b: string, spellings: NameSpellings): LikenessFeature | null {
  if (a === b) return 'SPELLING';
  // Two names that are known to be two: "Hasan", "Husain".
  if (spellings.has(a) && spellings.has(b)) return null;
  const length = Math.max(a.length, b.length);
  const allowed = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  return Math.abs(a.length - b.length) <= allowed && distance(a, b) <= allowed ? 'NEAR_SPELLING' : null;
}

function weakest(features: readonly (LikenessFeature | null)[]): LikenessFeature | null {
  if (features.includes(null)) return null;
  return features.includes('NEAR_SPELLING') ? 'NEAR_SPELLING' : 'SPELLING';
}

/** Levenshtein's distance: letters that must be put in, left out or changed. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      here.push(Math.min(changed, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above[b.length] ?? 0;
}
