import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ClaimgraphError } from '../base/index.js';
import type { EntityType } from '../ontology/index.js';
import { createPhraseTable, type PhraseTable } from './phrase-table.js';
import { plainPhrase } from './plain-phrase.js';

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
  'TOWN',
] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** A place of the world with its position in degrees. */
export interface City {
  readonly name: string;
  /** The same without marks; null where it has none. */
  readonly otherName: string | null;
  /** Two letters, ISO 3166. */
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A country, or a territory with a code of its own, with the position of its middle in degrees. */
export interface CountryPosition {
  /** Two letters, ISO 3166. */
  readonly code: string;
  /** The name that is shown of it. */
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Names and words that tell names. */
export interface Gazetteer {
  /** The kinds of a phrase, a bit each: bit `n` for PHRASE_KINDS[n]; phrases in the form of `plainPhrase`. */
  readonly phrases: PhraseTable;
  /** Large cities and capitals; read when they are first asked for. */
  readonly cities: readonly City[];
  /** Countries; read when they are first asked for. */
  readonly countries: readonly CountryPosition[];
  /** Continents, states and regions, as written. */
  readonly regions: readonly string[];
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

/** About as many phrases and beginnings of phrases as there are. */
const ROOM = 120_000;

/** Loads `data/gazetteer/` beside the word lists. @throws RESOURCE_INVALID where a file is missing or malformed. */
export function loadGazetteer(words: GazetteerWords): Gazetteer {
  const phrases = createPhraseTable(ROOM);
  const add = (kind: PhraseKind, names: Iterable<string>) => {
    for (const name of names) phrases.add(plainPhrase(name), bitOf(kind));
  };
  phrases.addLines(readText('towns.txt'), bitOf('TOWN'));
  phrases.addLines(readText('first-names.txt'), bitOf('FIRST_NAME'));
  phrases.addLines(readText('surnames.txt'), bitOf('SURNAME'));
  phrases.addLines(readText('organizations.txt'), bitOf('ORGANIZATION'));
  add('COUNTRY', words.countryNames.keys());
  add('PEOPLE', words.peoples.keys());
  add('CAPITAL', words.capitals.keys());
  add('FIRST_NAME', words.firstNames.keys());
  add('TITLE', words.titles.keys());
  for (const [word, type] of words.nameWords) {
    const kind = WORD_KINDS[type];
    if (kind !== undefined) add(kind, [word]);
  }
  add('ACRONYM', words.wellKnownAcronyms.keys());
  add('ORGANIZATION', words.wellKnownAcronyms.values());
  for (const [noun, { type }] of words.nominals) if (type === 'PERSON') add('PERSON_NOUN', [noun]);
  const regions = readLines('regions.tsv');
  add('REGION', regions);
  for (const line of readLines('well-known-names.tsv')) {
    const [kind, names = ''] = line.split('\t');
    add(phraseKind(kind), names.split(','));
  }
  const positions = readLines('cities.tsv').map((line) => line.split('\t'));
  add(
    'CITY',
    positions.flatMap(([name = '']) => name),
  );
  let cities: readonly City[] | null = null;
  let countries: readonly CountryPosition[] | null = null;
  return {
    phrases,
    regions,
    get countries() {
      countries ??= readLines('countries.tsv').map((line) => countryPosition(line));
      return countries;
    },
    get cities() {
      cities ??= positions.map(city);
      return cities;
    },
  };
}

/** What a word tells that stands in a name, by the type of the name. */
const WORD_KINDS: Partial<Record<EntityType, PhraseKind>> = {
  ORGANIZATION: 'ORGANIZATION_WORD',
  PLACE: 'PLACE_WORD',
  FACILITY: 'FACILITY_WORD',
  EVENT: 'OTHER_WORD',
  WORK: 'OTHER_WORD',
};

function bitOf(kind: PhraseKind): number {
  return 1 << PHRASE_KINDS.indexOf(kind);
}

function phraseKind(id: string | undefined): PhraseKind {
  const kind = PHRASE_KINDS.find((one) => one === id);
  if (kind === undefined)
    throw new ClaimgraphError('RESOURCE_INVALID', `well-known-names.tsv: expected a kind of phrase, but got: "${id}"`, {
      kind: id ?? '',
    });
  return kind;
}

function city(columns: readonly string[]): City {
  const [name, other, country, latitude, longitude] = columns;
  if (name === undefined || country === undefined || longitude === undefined) {
    const line = columns.join('\t');
    throw new ClaimgraphError('RESOURCE_INVALID', `cities.tsv: expected 5 columns, but got: "${line}"`, { line });
  }
  const otherName = other === undefined || other === '-' ? null : other;
  return { name, otherName, country, latitude: Number(latitude), longitude: Number(longitude) };
}

function countryPosition(line: string): CountryPosition {
  const [code, name, latitude, longitude] = line.split('\t');
  if (code === undefined || name === undefined || longitude === undefined)
    throw new ClaimgraphError('RESOURCE_INVALID', `countries.tsv: expected 4 columns, but got: "${line}"`, { line });
  return { code, name, latitude: Number(latitude), longitude: Number(longitude) };
}

function readLines(name: string): readonly string[] {
  return readText(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function readText(name: string): string {
  const path = fileURLToPath(new URL(`../../data/gazetteer/${name}`, import.meta.url));
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ClaimgraphError('RESOURCE_INVALID', `${path} cannot be read: ${(error as Error).message}`, { path });
  }
}
