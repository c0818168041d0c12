import type { Extraction, Referent } from '../domain/index.js';
import type { KnownPlaces } from '../resources/index.js';
import { NATIONAL_BODIES } from './name-words.js';
import { normalizeName } from './normalize-name.js';

/** Gives the name that a body of which a country has one shares with all who speak of it; null for all other referents. */
export type NationalBodies = (referent: Referent) => string | null;

/**
 * Reads the bodies of countries in a document: "the Syrian government", "the government of Syria", and "Damascus" where it
 * stands for that country, are `government of syria`, named or not. The country is the gazetteer's, else what the document
 * itself has for a people or a place. "The government" alone is that of its document.
 */
export function createNationalBodies({ referents }: Extraction, places: KnownPlaces | undefined): NationalBodies {
  const lands = referents.filter(({ type, named }) => named && (type === 'NATIONALITY' || type === 'PLACE'));
  const told = new Set(lands.map(({ name }) => normalizeName(name, 'PLACE')));
  const countryOf = (words: string): string | null => {
    const country = places?.countryOf(words) ?? null;
    const plain = normalizeName(country ?? words, 'PLACE');
    return country !== null || told.has(plain) ? plain : null;
  };
  return ({ type, name, standsFor }) => {
    if (type !== 'ORGANIZATION') return null;
    const place = standsFor === null ? undefined : lands.find(({ id }) => id === standsFor);
    const behind = place === undefined ? null : (places?.countryOf(place.name) ?? null);
    if (behind !== null) return `government of ${normalizeName(behind, 'PLACE')}`;
    const { of, body } = (OF_THEM.exec(name) ?? THEIRS.exec(name))?.groups ?? {};
    if (of === undefined || body === undefined || !NATIONAL_BODIES.has(body.toLowerCase())) return null;
    const country = countryOf(of);
    return country === null ? null : `${body.toLowerCase()} of ${country}`;
  };
}

/** "The government of Syria". */
const OF_THEM = /^(?:the )?(?<body>[a-z]+(?: [a-z]+)?) of (?:the )?(?<of>\p{Lu}.*)$/iu;
/** "The Syrian government", "Syria's air force". */
const THEIRS = /^(?:the )?(?<of>\p{Lu}[^,;]*?)(?:['’]s)? (?<body>air force|[a-z]+)$/iu;
