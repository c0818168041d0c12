import type { EntityType } from '../../ontology/index.js';
import { GENERATIONS, PARTICLES } from '../name-words.js';
import { normalizeName } from '../normalize-name.js';
import { type NameSpellings, plainSpelling } from '../spelling-key.js';

/** A person's name as far as it is compared: words in the spelling that their transliterations share. */
export interface PersonForm {
  /** Without particles; initials are single letters. Empty for a surname alone. */
  readonly given: readonly string[];
  readonly surname: string;
  /** "jr"; null where the name has none. */
  readonly generation: string | null;
}

/** Takes a name apart, normalised or not. */
export function personForm(name: string, spellings: NameSpellings): PersonForm {
  const all = normalizeName(name, 'PERSON').split(' ');
  const generation = all.find((word, index) => index > 0 && GENERATIONS.has(word)) ?? null;
  const words = all.filter((word, index) => index === 0 || !GENERATIONS.has(word));
  const own = words.map((word) => spellings.get(word) ?? plainSpelling(word));
  return {
    given: own.slice(0, -1).filter((_, index) => !PARTICLES.has(words[index] ?? '')),
    surname: own.at(-1) ?? '',
    generation,
  };
}

/** True for "SNC", "S.N.C.", "the SNC". */
export function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}\.?\s?){2,6}$/u.test(name.replace(/^[Tt]he /, ''));
}

/** The letters of an acronym in lower case: `snc`. */
export function lettersOf(acronym: string): string {
  return normalizeName(acronym, 'ORGANIZATION').replaceAll(' ', '');
}

/**
 * The letters that stand for a normalised name: `snc` for `syrian national council`, small words left out. Null where they
 * are fewer than two, or more than an acronym has.
 */
export function initialLetters(normalized: string): string | null {
  const words = normalized.split(' ').filter((word) => !SMALL_WORDS.has(word));
  return words.length < 2 || words.length > LONGEST_ACRONYM ? null : words.map((word) => word[0]).join('');
}

/**
 * What the names have in common that may be spellings of one: the consonants of a person's first and last name that sound
 * alike, or how the words of a body begin. Null for a name of one word.
 */
export function skeletonOf(name: string, type: EntityType, spellings: NameSpellings): string | null {
  if (type === 'PERSON') {
    const { given, surname, generation } = personForm(name, spellings);
    const [first = ''] = given;
    return first.length < 2 ? null : [skeleton(first), skeleton(surname), generation ?? ''].join(' ');
  }
  const words = normalizeName(name, type)
    .split(' ')
    .filter((word) => !SMALL_WORDS.has(word));
  return words.length < 2 ? null : words.map((word) => skeleton(plainSpelling(word)).slice(0, 2)).join(' ');
}

const SMALL_WORDS: ReadonlySet<string> = new Set('of the and for in on to at by de la del des du da do y e'.split(' '));
const LONGEST_ACRONYM = 6;

/** Letters that stand for one sound, in order; the first letter stays a letter, whatever the rest loses. */
const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/sh|ch/g, 's'],
  [/kh|gh/g, 'k'],
  [/[cqgx]/g, 'k'],
  [/z|j/g, 's'],
  [/[fw]/g, 'v'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/(?<=.)[aeiouyh]/g, ''],
  [/^[aeiouy]/, 'a'],
  [/(.)\1+/g, '$1'],
];

function skeleton(word: string): string {
  return CONSONANTS.reduce((rest, [sound, plain]) => rest.replace(sound, plain), word);
}
