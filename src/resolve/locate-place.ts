import type { Extraction, Location, Referent } from '../domain/index.js';
import type { KnownPlace, KnownPlaces } from '../resources/index.js';

/** Where a named place lies, as far as its document tells. */
export interface Locator {
  /** Null where the gazetteer has no place of that name, or has several and nothing speaks for one of them. */
  locate(referent: Referent): Location | null;
  /** The country that tells the place from others of its name; null where no other country has one of that name. */
  countryApart(referent: Referent): string | null;
}

/** Knows no place. */
export const NO_PLACES: Locator = { locate: () => null, countryApart: () => null };

/**
 * Links the places of a document to the gazetteer. Of places of one name in several countries, "Tripoli", it is the one of
 * whose country the document says most (the country, its people, its other towns), else the one that is a capital.
 * It depends on the document alone.
 */
export function createLocator({ referents }: Extraction, places: KnownPlaces): Locator {
  const told = countCountries(referents, places);
  const link = (referent: Referent): KnownPlace | null => {
    if (referent.type !== 'PLACE' || !referent.named) return null;
    const known = places.named(referent.name);
    const chosen = choose(known, told);
    // Georgia of the United States is no country, but bears the name of one.
    if (chosen?.kind === 'COUNTRY' && places.isRegionToo(referent.name) && (told.get(chosen.country) ?? 0) <= OWN_NAME)
      return null;
    return chosen;
  };
  return {
    locate: (referent) => {
      const place = link(referent);
      if (place === null) return null;
      const { country, latitude, longitude } = place;
      return { country, latitude, longitude };
    },
    countryApart: (referent) => {
      const countries = new Set(places.named(referent.name).map(({ country }) => country));
      return countries.size < 2 ? null : (link(referent)?.country ?? null);
    },
  };
}

/** What the name of a country counts for it, and what one of its towns does. */
const OWN_NAME = 2;
const TOWN = 1;

function countCountries(referents: readonly Referent[], places: KnownPlaces): ReadonlyMap<string, number> {
  const told = new Map<string, number>();
  const count = (country: string, by: number): void => void told.set(country, (told.get(country) ?? 0) + by);
  for (const { type, name, named } of referents) {
    if (!named || (type !== 'PLACE' && type !== 'NATIONALITY')) continue;
    const country = places.countryOf(name);
    if (country !== null) count(country, OWN_NAME);
    if (country !== null || type !== 'PLACE') continue;
    const countries = new Set(places.named(name).map((place) => place.country));
    const [only] = countries;
    if (countries.size === 1 && only !== undefined) count(only, TOWN);
  }
  return told;
}

function choose(known: readonly KnownPlace[], told: ReadonlyMap<string, number>): KnownPlace | null {
  const countries = [...new Set(known.map(({ country }) => country))];
  const [first, second] = countries
    .map((country) => ({ country, count: told.get(country) ?? 0 }))
    .sort((a, b) => b.count - a.count);
  if (first === undefined) return null;
  const decided = second === undefined || first.count > second.count;
  const candidates = decided ? known.filter(({ country }) => country === first.country) : known;
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined) return only;
  // "Mexico" is the country; of two towns of one name it is the capital, or it cannot be told.
  const great = candidates.filter(({ kind }) => kind === (decided ? 'COUNTRY' : 'CAPITAL'));
  const capitals = candidates.filter(({ kind }) => kind === 'CAPITAL');
  return (great.length === 1 ? great[0] : capitals.length === 1 ? capitals[0] : null) ?? null;
}
