/** What the dictionaries of actors name, each as its words in lower case. */
export interface Actors {
  /** People who were in office: their codes are dated. */
  readonly people: readonly (readonly string[])[];
  /** International, armed, commercial and other bodies. */
  readonly organizations: readonly (readonly string[])[];
}

/**
 * Reads actor dictionaries in the form of TABARI: a name, further names of the same actor after "+", and codes in
 * brackets, dated where they held for a time. A code that ends in the letters of an office names a person.
 */
export function readActors(files: readonly (readonly string[])[]): Actors {
  const people: (readonly string[])[] = [];
  const organizations: (readonly string[])[] = [];
  for (const lines of files) {
    for (const { names, codes } of readEntries(lines)) {
      if (/\[[A-Z]*(?:GOV|ELI|OPP|MIL|JUD|LEG|SPY)[A-Z]* [<>\d]/.test(codes)) people.push(...names.filter(isFullName));
      else if (/\[(?:IGO|NGO|MNC|NGM|IMG|[A-Z]{3}(?:REB|INS|SEP|UAF))/.test(codes) && !/\d{4}|ELI/.test(codes))
        organizations.push(...names.filter((words) => words.join(' ').length > 2 && words.join(' ').length < 60));
    }
  }
  return { people, organizations };
}

interface Entry {
  readonly names: readonly (readonly string[])[];
  readonly codes: string;
}

function* readEntries(lines: readonly string[]): Iterable<Entry> {
  let names: (readonly string[])[] = [];
  let codes = '';
  for (const line of [...lines, 'END']) {
    const text = line.replace(/[#;].*$/, '');
    if (/^\s+\[/.test(text) || /^\s*$/.test(text)) {
      codes += text;
      continue;
    }
    if (!text.startsWith('+')) {
      if (names.length > 0) yield { names, codes };
      names = [];
      codes = '';
    }
    const [name = '', code] = text.split('[');
    if (code !== undefined) codes += `[${code}`;
    names.push(wordsOf(name));
  }
}

/** "+AL-QA_IDA_" is "al - qa ida". */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/^\+/, '')
    .replaceAll('_', ' ')
    .replaceAll('-', ' - ')
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Two to four words of letters; a title at either end is none of a name. */
function isFullName(words: readonly string[]): boolean {
  return (
    words.length >= 2 && words.length <= 4 && words.every((word) => /^[a-z']{3,}$/.test(word) && !OFFICES.has(word))
  );
}

const OFFICES = new Set(
  'president minister prime king queen prince general ambassador secretary governor leader the of and foreign defense chief deputy'.split(
    ' ',
  ),
);
