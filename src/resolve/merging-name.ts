import type { Referent, ReferentKey } from '../domain/index.js';
import type { KnownPlaces } from '../resources/index.js';
import { BODY_WORDS, GENERATIONS, PARTICLES } from './name-words.js';
import { LONGEST_NAME, normalizeName } from './normalize-name.js';
import { type NameSpellings, spellingKey } from './spelling-key.js';

/** Short forms that mean one thing wherever they stand ("US", "Nato"), without dots, and the full name of each. */
export type WellKnownAcronyms = ReadonlyMap<string, string>;

/** What is known of names. */
export interface NameKnowledge {
  /** Full names by short form, as `data/lexicons/well-known-acronyms.tsv` has them; none where it is left out. */
  readonly wellKnownAcronyms?: WellKnownAcronyms;
  /** As `data/names/spellings.tsv` has them; none where it is left out. */
  readonly nameSpellings?: NameSpellings;
  /** Places of the world by name; none where it is left out. */
  readonly places?: KnownPlaces | undefined;
  /** True for the name of a country or region, in lower case; for none where it is left out. */
  readonly isWidePlace?: ((name: string) => boolean) | undefined;
}

/**
 * The name by which a referent of that key is taken for one thing with others, or null, as `mergingName` says it. A second
 * person of a name in one text is a namesake, and stays apart; a second place or body is the same one, written otherwise.
 */
export function groupingName(referent: Referent, key: ReferentKey, knowledge: NameKnowledge): string | null {
  return referent.type !== 'PERSON' || key.endsWith('/0') ? mergingName(referent, knowledge) : null;
}

/**
 * The name by which the algorithm takes referents of one type in different documents for one thing; null where the
 * name alone is not enough: for what is only described, for a person's surname ("Assad", "al-Assad", "Mr. Smith") or
 * one with initials only ("J. Smith"), for an acronym that is not well known ("SNC"; a place may be in capitals: "GENOA"), a body that every country has ("Interior Ministry"), and a name without letters.
 */
export function mergingName(
  referent: Referent,
  { wellKnownAcronyms = new Map(), nameSpellings = new Map() }: NameKnowledge,
): string | null {
  const { name, type, named } = referent;
  if (!named) return null;
  if (type === 'PERSON') {
    const whole = personName(name);
    return whole === null ? null : spellingKey(whole, nameSpellings);
  }
  const wellKnown = wellKnownAcronyms.get(name.replace(LEADING_ARTICLE, '').replace(DOTS, ''));
  if (wellKnown === undefined && type !== 'PLACE' && ACRONYM.test(name.replace(LEADING_ARTICLE, ''))) return null;
  const normalized = normalizeName(wellKnown ?? name, type);
  if (type === 'ORGANIZATION' && normalized.split(' ').every((word) => BODY_WORDS.has(word))) return null;
  return enoughOfAName(normalized);
}

const LEADING_ARTICLE = /^[Tt]he /;
const DOTS = /\.\s?/g;
/** "SNC", "S.N.C.", "S. N. C.". */
const ACRONYM = /^(?:\p{Lu}\.?\s?){2,6}$/u;
/** "J", "JK". */
const INITIALS = /^\p{Lu}{1,3}$/u;
const TWO_CHARACTERS = /\p{L}.*[\p{L}\p{N}]/u;

function personName(name: string): string | null {
  const normalized = normalizeName(name, 'PERSON');
  const words = normalized.split(' ');
  let end = words.length;
  while (end > 0 && GENERATIONS.has(words[end - 1] ?? '')) end--;
  let start = 0;
  while (start < end && PARTICLES.has(words[start] ?? '')) start++;
  const given = words.slice(start, end - 1);
  const initials = initialsOf(name);
  if (!given.some((word) => [...word].length > 1 && !initials.has(word))) return null;
  return enoughOfAName(normalized);
}

/** The capitals that stand in a name as words of their own, normalised: "JK" of "JK Rowling". */
function initialsOf(name: string): ReadonlySet<string> {
  const capitals = name.split(/[\s.,-]+/).filter((word) => INITIALS.test(word));
  return new Set(capitals.map((word) => normalizeName(word, 'PERSON')));
}

function enoughOfAName(normalized: string): string | null {
  // A name that was cut may have lost a half of a pair and a space besides: it says too little.
  return normalized.length < LONGEST_NAME - 2 && TWO_CHARACTERS.test(normalized) ? normalized : null;
}
