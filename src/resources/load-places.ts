import type { Gazetteer } from './load-gazetteer.js';
import { plainPhrase } from './plain-phrase.js';

/** A place of the world that a name may mean. */
export interface KnownPlace {
  /** The name that is shown of the country that it is, or lies in. */
  readonly country: string;
  /** In degrees, north and east. */
  readonly latitude: number;
  readonly longitude: number;
  readonly kind: 'COUNTRY' | 'CAPITAL' | 'CITY';
}

/** What names mean in the world. */
export interface KnownPlaces {
  /** The places of that name, in no order; empty where none is known. */
  named(name: string): readonly KnownPlace[];
  /** The country of a people or an adjective ("Syrian"), or of one of its own names; null where there is none. */
  countryOf(word: string): string | null;
  /** True for a region that bears the name of a country: Georgia of the United States. */
  isRegionToo(name: string): boolean;
}

/** What the places are made of, as it stands in the resources. */
export interface PlaceLists {
  readonly gazetteer: Gazetteer;
  readonly countryNames: ReadonlyMap<string, { readonly name: string }>;
  readonly peoples: ReadonlyMap<string, { readonly name: string } | null>;
  readonly capitals: ReadonlyMap<string, { readonly name: string }>;
}

/** Indexes cities and countries by name; they are read when a name is first asked for. */
export function createKnownPlaces(lists: PlaceLists): KnownPlaces {
  let places: ReadonlyMap<string, readonly KnownPlace[]> | null = null;
  const countries = new Map<string, string>();
  for (const [name, { name: shown }] of lists.countryNames) countries.set(plainPhrase(name), shown);
  for (const [people, country] of lists.peoples) if (country !== null) countries.set(plainPhrase(people), country.name);
  const regions = new Set(lists.gazetteer.regions.map(plainPhrase));
  return {
    named: (name) => {
      places ??= indexPlaces(lists);
      return places.get(plainPhrase(name)) ?? [];
    },
    countryOf: (word) => countries.get(plainPhrase(word)) ?? null,
    isRegionToo: (name) => regions.has(plainPhrase(name)),
  };
}

function indexPlaces({ gazetteer, countryNames, capitals }: PlaceLists): ReadonlyMap<string, readonly KnownPlace[]> {
  const places = new Map<string, KnownPlace[]>();
  const add = (name: string, place: KnownPlace): void => {
    const key = plainPhrase(name);
    const there = places.get(key);
    if (there === undefined) places.set(key, [place]);
    else there.push(place);
  };
  const names = new Map<string, string>();
  const aliases = new Map<string, string[]>();
  for (const [alias, { name }] of countryNames) aliases.set(name, [...(aliases.get(name) ?? []), alias]);
  for (const { code, name, latitude, longitude } of gazetteer.countries) {
    names.set(code, name);
    for (const alias of new Set([name, ...(aliases.get(name) ?? [])]))
      add(alias, { country: name, latitude, longitude, kind: 'COUNTRY' });
  }
  for (const { name, otherName, country: code, latitude, longitude } of gazetteer.cities) {
    const country = names.get(code) ?? code;
    for (const one of new Set([name, otherName ?? name])) {
      const kind = capitals.get(one)?.name === country ? 'CAPITAL' : 'CITY';
      add(one, { country, latitude, longitude, kind });
    }
  }
  return places;
}
