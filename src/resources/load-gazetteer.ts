import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ClaimgraphError } from '../base/index.js';
import type { EntityType } from '../ontology/index.js';

/** What a phrase of the gazetteer may be; its index here is the kind's number. At most sixteen. */
export const PHRASE_KINDS = [
  'COUNTRY',
  'PEOPLE',
  'CAPITAL',
  'CITY',
  'REGION',
  'FIRST_NAME',
  'SURNAME',
  'TITLE',
  'ORGANIZATION_WORD',
  'PLACE_WORD',
  'FACILITY_WORD',
  'OTHER_WORD',
  'ACRONYM',
  'PERSON_NOUN',
  'ORGANIZATION',
  'TIME_WORD',
] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** A place of the world with its position in degrees. */
export interface City {
  readonly name: string;
  /** Two letters, ISO 3166. */
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Names and words that tell names, by their lower-case forms, words with one blank between them. */
export interface Gazetteer {
  /** The kinds of a phrase, a bit each: bit `n` for PHRASE_KINDS[n]. */
  readonly phrases: ReadonlyMap<string, number>;
  /** The number of words of the longest phrase that begins with a word. */
  readonly longest: ReadonlyMap<string, number>;
  readonly cities: readonly City[];
}

/** The lists that a gazetteer is made of besides its own files, as they stand in the resources. */
export interface GazetteerWords {
  readonly countryNames: ReadonlyMap<string, unknown>;
  readonly peoples: ReadonlyMap<string, unknown>;
  readonly capitals: ReadonlyMap<string, unknown>;
  readonly firstNames: ReadonlyMap<string, unknown>;
  readonly titles: ReadonlyMap<string, unknown>;
  readonly nameWords: ReadonlyMap<string, EntityType>;
  readonly wellKnownAcronyms: ReadonlyMap<string, string>;
  readonly nominals: ReadonlyMap<string, { readonly type: EntityType }>;
}

const TIME_WORDS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun christmas easter ramadan';

/** Loads `data/gazetteer/` beside the word lists. @throws RESOURCE_INVALID where a file is missing or malformed. */
export function loadGazetteer(words: GazetteerWords): Gazetteer {
  const phrases = new Map<string, number>();
  const longest = new Map<string, number>();
  const add = (kind: PhraseKind, names: Iterable<string>) => {
    const bit = 1 << PHRASE_KINDS.indexOf(kind);
    for (const name of names) {
      const lower = name.toLowerCase();
      const phrase = lower.includes('-') ? lower.replace(/(?<=\p{L})-(?=\p{L})/gu, ' - ') : lower;
      const parts = phrase.split(' ');
      const first = parts[0] as string;
      phrases.set(phrase, (phrases.get(phrase) ?? 0) | bit);
      if ((longest.get(first) ?? 0) < parts.length) longest.set(first, parts.length);
    }
  };
  const cities = readLines('cities.tsv').map((line) => city(line));
  add('COUNTRY', words.countryNames.keys());
  add('PEOPLE', words.peoples.keys());
  add('CAPITAL', words.capitals.keys());
  add(
    'CITY',
    cities.flatMap(({ names }) => names),
  );
  add('REGION', readLines('regions.tsv'));
  add('FIRST_NAME', [...words.firstNames.keys(), ...readLines('first-names.txt')]);
  add('SURNAME', readLines('surnames.txt'));
  add('TITLE', words.titles.keys());
  const wordsOf = (...types: readonly EntityType[]) =>
    [...words.nameWords].filter(([, type]) => types.includes(type)).map(([word]) => word);
  add('ORGANIZATION_WORD', wordsOf('ORGANIZATION'));
  add('PLACE_WORD', wordsOf('PLACE'));
  add('FACILITY_WORD', wordsOf('FACILITY'));
  add('OTHER_WORD', wordsOf('EVENT', 'WORK'));
  add('ACRONYM', words.wellKnownAcronyms.keys());
  add(
    'PERSON_NOUN',
    [...words.nominals].filter(([, { type }]) => type === 'PERSON').map(([noun]) => noun),
  );
  add('ORGANIZATION', [...readLines('organizations.txt'), ...words.wellKnownAcronyms.values()]);
  add('TIME_WORD', TIME_WORDS.split(' '));
  for (const line of readLines('well-known-names.tsv')) {
    const [kind, names] = line.split('\t');
    add(phraseKind(kind), (names ?? '').split(','));
  }
  return { phrases, longest, cities };
}

function phraseKind(id: string | undefined): PhraseKind {
  const kind = PHRASE_KINDS.find((one) => one === id);
  if (kind === undefined)
    throw new ClaimgraphError('RESOURCE_INVALID', `well-known-names.tsv: expected a kind of phrase, but got: "${id}"`, {
      kind: id ?? '',
    });
  return kind;
}

function city(line: string): City & { readonly names: readonly string[] } {
  const [name, other, country, latitude, longitude] = line.split('\t');
  if (name === undefined || other === undefined || country === undefined || longitude === undefined)
    throw new ClaimgraphError('RESOURCE_INVALID', `cities.tsv: expected 5 columns, but got: "${line}"`, { line });
  const names = other === '-' ? [name] : [name, other];
  return { name, names, country, latitude: Number(latitude), longitude: Number(longitude) };
}

function readLines(name: string): readonly string[] {
  const path = fileURLToPath(new URL(`../../data/gazetteer/${name}`, import.meta.url));
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    throw new ClaimgraphError('RESOURCE_INVALID', `${path} cannot be read: ${(error as Error).message}`, { path });
  }
}
