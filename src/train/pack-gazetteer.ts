import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Places with fewer people are left out, capitals aside. */
const LEAST_PEOPLE = 100_000;

/**
 * Writes the lists of `data/gazetteer` that come from others: cities from GeoNames, first names and surnames by country,
 * organizations from the dictionaries of political events. Every list is sorted, so that it is the same on every machine.
 */
export function packGazetteer(corpora: string, target: string): void {
  const read = (name: string) => readFileSync(path.join(corpora, name), 'utf8').split('\n');
  const write = (name: string, head: string, lines: Iterable<string>) =>
    writeFileSync(path.join(target, name), `${[head, ...[...new Set(lines)].sort()].join('\n')}\n`);
  write(
    'cities.tsv',
    `# GeoNames (geonames.org), CC BY 4.0: places of at least ${LEAST_PEOPLE} people, and capitals. Columns: name, other name or -, country, latitude, longitude.`,
    readCities(read('gazetteer/geonames-cities15000.tsv')),
  );
  write(
    'first-names.txt',
    '# Common first names by country, romanised, one a line. CC0.',
    readNames(read('gazetteer/common-forenames-by-country.csv'), 11),
  );
  write(
    'surnames.txt',
    '# Common surnames by country, romanised, one a line. CC0.',
    readNames(read('gazetteer/common-surnames-by-country.csv'), 5),
  );
  const actors = ['International', 'MilNonState'].flatMap((name) => read(`dictionaries/Phoenix.${name}.actors.txt`));
  write(
    'organizations.txt',
    '# Organizations and armed groups, lower case, one a line, after the Phoenix actor dictionaries of the open event data project. MIT.',
    readOrganizations(actors),
  );
}

function* readCities(lines: readonly string[]): Iterable<string> {
  for (const line of lines) {
    const [, name, ascii, , latitude, longitude, feature, country, , people] = line.split('\t');
    if (name === undefined || ascii === undefined) continue;
    if (Number(people) < LEAST_PEOPLE && feature !== 'PPLC') continue;
    const round = (degrees: string | undefined) => Number(degrees).toFixed(3);
    yield [name, ascii === name || ascii === '' ? '-' : ascii, country, round(latitude), round(longitude)].join('\t');
  }
}

/** The romanised column of lines without quoted cells; of several forms with a stroke, each. */
function* readNames(lines: readonly string[], column: number): Iterable<string> {
  for (const line of lines.slice(1)) {
    if (line.includes('"')) continue;
    for (const name of (line.trim().split(',')[column] ?? '').split('/')) {
      const plain = name.replace(/\(.*\)|\[.*\]/g, '').trim();
      if (/^\p{Lu}[\p{L}' -]+$/u.test(plain)) yield plain;
    }
  }
}

/** Names whose codes are of organizations and hold no dates: dated codes are of people in office. */
function* readOrganizations(lines: readonly string[]): Iterable<string> {
  let names: string[] = [];
  let codes = '';
  for (const line of [...lines, 'END']) {
    const text = line.replace(/[#;].*$/, '');
    const isCode = /^\s+\[/.test(text) || /^\s*$/.test(text);
    if (isCode) {
      codes += text;
      continue;
    }
    if (!text.startsWith('+')) {
      if (
        /\[(?:IGO|NGO|MNC|NGM|IMG|[A-Z]{3}(?:REB|INS|SEP|UAF))/.test(codes) &&
        !/\d{4}/.test(codes) &&
        !/ELI/.test(codes)
      )
        yield* names.filter((name) => name.length > 2 && name.length < 60);
      names = [];
      codes = '';
    }
    const [word, code] = text.split('[');
    if (code !== undefined) codes += `[${code}`;
    names.push(
      (word as string)
        .replace(/^\+/, '')
        .replaceAll('_', ' ')
        .replaceAll('-', ' - ')
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase(),
    );
  }
}
