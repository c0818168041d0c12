import type { View } from '../view.js';

/** What adjectives of origin in a document tell of the names in it; words in lower case. */
export interface Peoples {
  /** Names that an adjective of origin is made of: "Cadria" where the text has "Cadrian". */
  readonly places: ReadonlySet<string>;
  /** The tokens that are such adjectives, or stand for the people. */
  readonly tokens: readonly number[];
}

/** Endings that make an adjective of origin of a place's name. */
const ENDINGS = ['n', 'an', 'ian', 'ese', 'i', 'ish'] as const;
/** The last letters of these endings, as codes. */
const LAST_UNITS = new Set(ENDINGS.flatMap((ending) => [ending.charCodeAt(ending.length - 1)]));
/** Shorter names are found in too many words. */
const SHORTEST = 4;

/**
 * Finds the adjectives of origin that are made of names in the document, known or not: "Cadrian troops" beside "Cadria".
 * `names` are single words in lower case. Cost grows linearly with the tokens.
 */
export function findPeoples(view: View, names: ReadonlySet<string>): Peoples {
  const places = new Set<string>();
  const tokens: number[] = [];
  if (names.size === 0) return { places, tokens };
  for (const { first, last, furniture } of view.sentences) {
    if (furniture) continue;
    for (let index = first; index < last; index++) {
      const lower = view.lower(index);
      if (lower.length <= SHORTEST || !LAST_UNITS.has(lower.charCodeAt(lower.length - 1))) continue;
      const place = placeIn(names, lower);
      if (place === null || !/^\p{Lu}/u.test(view.word(index))) continue;
      places.add(place);
      tokens.push(index);
    }
  }
  return { places, tokens };
}

/** The name that an adjective of origin is made of; null where it is made of none of them. */
function placeIn(names: ReadonlySet<string>, adjective: string): string | null {
  for (const ending of ENDINGS) {
    if (!adjective.endsWith(ending) || adjective.length - ending.length < SHORTEST) continue;
    const stem = adjective.slice(0, -ending.length);
    if (names.has(stem)) return stem;
  }
  return null;
}
