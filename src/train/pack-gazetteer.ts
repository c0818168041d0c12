import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { plainPhrase, type WordLists } from '../resources/index.js';
import { readCountries } from './pack-countries.js';
import { readActors } from './read-actors.js';
import { parseFakerNames } from './read-faker-names.js';

/** Places with fewer people have no line with a position, capitals aside. */
const LEAST_PEOPLE = 100_000;

/**
 * Writes the lists of `data/gazetteer` that come from others: places from GeoNames; first names and surnames by country,
 * from a package that invents people, and of people in office; organizations from the dictionaries of political events.
 * Every list is sorted, so that it is the same on every machine.
 */
export function packGazetteer(
  corpora: string,
  target: string,
  { countryNames }: Pick<WordLists, 'countryNames'>,
): void {
  const read = (name: string) => readFileSync(path.join(corpora, name), 'utf8').split('\n');
  const write = (name: string, head: string, lines: Iterable<string>) =>
    writeFileSync(path.join(target, name), `${[`# ${head}`, ...[...new Set(lines)].sort()].join('\n')}\n`);
  const places = read('gazetteer/geonames-cities15000.tsv');
  write(
    'cities.tsv',
    `GeoNames (geonames.org), CC BY 4.0: places of at least ${LEAST_PEOPLE} people, and capitals. Columns: name, other name or -, country, latitude, longitude.`,
    readCities(places),
  );
  write(
    'countries.tsv',
    'Code of ISO 3166, name, latitude, longitude of the middle of the largest part (Natural Earth, public domain) or of the capital (GeoNames, CC BY 4.0).',
    readCountries(places, read('gazetteer/countries-110m.topo.json').join('\n'), countryNames),
  );
  write(
    'towns.txt',
    'GeoNames (geonames.org), CC BY 4.0: places of at least 15000 people, one a line.',
    readTowns(places),
  );
  const actors = ['Countries', 'International', 'MilNonState'].map((name) =>
    read(`dictionaries/Phoenix.${name}.actors.txt`),
  );
  const { people, organizations } = readActors(actors);
  const faker = parseFakerNames(read('gazetteer/faker-people.json').join('\n'));
  const firstNames = new Set([
    ...readNames(read('gazetteer/common-forenames-by-country.csv'), 11),
    ...faker.firstNames,
    ...people.map((words) => words[0] as string),
  ]);
  const surnames = new Set([
    ...readNames(read('gazetteer/common-surnames-by-country.csv'), 5),
    ...faker.surnames,
    ...people.map((words) => words.at(-1) as string),
  ]);
  write('first-names.txt', `First names of many countries, romanised, one a line. ${SOURCES_OF_NAMES}`, firstNames);
  write('surnames.txt', `Surnames of many countries, romanised, one a line. ${SOURCES_OF_NAMES}`, surnames);
  write(
    'organizations.txt',
    'Organizations and armed groups, one a line, after the Phoenix actor dictionaries of the Open Event Data Alliance, MIT.',
    organizations.filter((words) => !isPerson(words, firstNames)).map((words) => words.join(' ')),
  );
}

const SOURCES_OF_NAMES =
  'Popular names by country, CC0; Faker, MIT; people in office of the Phoenix actor dictionaries, MIT.';

function* readCities(lines: readonly string[]): Iterable<string> {
  for (const line of lines) {
    const [, name, ascii, , latitude, longitude, feature, country, , people] = line.split('\t');
    if (name === undefined || ascii === undefined) continue;
    if (Number(people) < LEAST_PEOPLE && feature !== 'PPLC') continue;
    const round = (degrees: string | undefined) => Number(degrees).toFixed(3);
    yield [name, ascii === name || ascii === '' ? '-' : ascii, country, round(latitude), round(longitude)].join('\t');
  }
}

function* readTowns(lines: readonly string[]): Iterable<string> {
  for (const line of lines) {
    const [, name = '', ascii = ''] = line.split('\t');
    for (const one of [name, ascii]) if (one.length > 3) yield plainPhrase(one);
  }
}

/** The romanised column of lines without quoted cells; of several forms with a stroke, each. */
function* readNames(lines: readonly string[], column: number): Iterable<string> {
  for (const line of lines.slice(1)) {
    if (line.includes('"')) continue;
    for (const name of (line.trim().split(',')[column] ?? '').split('/')) {
      const plain = name.replace(/\(.*\)|\[.*\]/g, '').trim();
      if (/^\p{Lu}[\p{L}' -]+$/u.test(plain)) yield plainPhrase(plain);
    }
  }
}

/** "abu bakr al - siddiq", but not "abu bakr brigades": the dictionaries list leaders beside their groups. */
function isPerson(words: readonly string[], firstNames: ReadonlySet<string>): boolean {
  if (
    words.length < 2 ||
    !(firstNames.has(words[0] as string) || /^(?:abu|abd|abdul|bin|ibn)$/.test(words[0] as string))
  )
    return false;
  return !ORGANIZATION_ENDING.test(words.join(' '));
}

const ORGANIZATION_ENDING =
  /\b(?:inc|corp\w*|ltd|co|company|group|bank|party|movement|front|army|brigades?|battalions?|organi[sz]ation|council|union|league|foundation|fund|society|association|forces?|committee|center|centre|institute|network|partners|holdings?|international|technolog\w*|systems|industries|energy|pharma\w*|laborator\w*|financial|capital|resources|airlines?|motors?|stores|brothers|faction|militia|guards?|trust|club|for|of|and|the|in)\b/;
