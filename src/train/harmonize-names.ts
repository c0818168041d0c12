import { NAME_CLASSES } from '../annotate/index.js';
import type { WordLists } from '../resources/index.js';
import type { NamedDocument, NamedSentence, NamedSpan } from './read-bio.js';

/** What is known of a corpus of names. */
export interface NameCorpus {
  /** File below the folder of corpora. */
  readonly file: string;
  /** Which names it may have left unmarked: none, those of class MISC, or some of every class. */
  readonly unmarked: 'NONE' | 'MISC' | 'ANY';
  /** Of so many documents one is taken; 1 takes all. */
  readonly oneOf: number;
  readonly licence: string;
}

/** A sentence to learn from: for each word, the labels that it may have, a bit each. */
export interface LearningSentence {
  readonly words: readonly string[];
  readonly allowed: Uint16Array;
}

const OPENERS = new Set(['the', 'a', 'an', '"', "'", '“', '‘', '``', '(', "''"]);
const CLOSERS = new Set(["'s", '’s', '"', "'", '”', '’', "''", ')', ',']);

/** Brings the names of a corpus to one convention, and says which labels each word may have. */
export function harmonizeDocument(
  document: NamedDocument,
  unmarked: NameCorpus['unmarked'],
  resources: WordLists,
): readonly LearningSentence[] {
  return document.map((sentence) => {
    const names = sentence.names.flatMap((name) => harmonizeName(sentence, name, resources));
    return { words: sentence.words, allowed: allowedLabels({ ...sentence, names }, unmarked, resources) };
  });
}

/** No article, title or quotation mark at a name's ends; a people is MISC, a country that acts a place; no "@" names. */
function harmonizeName({ words }: NamedSentence, name: NamedSpan, resources: WordLists): readonly NamedSpan[] {
  let { first, last, type } = name;
  const lower = (index: number) => (words[index] ?? '').toLowerCase();
  while (last - first > 1 && OPENERS.has(lower(first))) first++;
  while (last - first > 1 && CLOSERS.has(lower(last - 1))) last--;
  if (type === 'PER') first = titleEnd(words, { first, last }, resources);
  const written = words.slice(first, last).join(' ');
  if (/^@/.test(written) || !(NAME_CLASSES as readonly string[]).includes(type)) return [];
  if (type === 'MISC' && !/\p{Lu}/u.test(written)) return [];
  if (resources.peoples.has(written)) type = 'MISC';
  else if (resources.countryNames.has(written) && type === 'ORG') type = 'LOC';
  return [{ first, last, type }];
}

function titleEnd(
  words: readonly string[],
  { first, last }: { first: number; last: number },
  resources: WordLists,
): number {
  let start = first;
  for (let moved = true; moved && last - start > 1; ) {
    moved = false;
    for (let length = Math.min(3, last - start - 1); length >= 1 && !moved; length--) {
      const phrase = words
        .slice(start, start + length)
        .join(' ')
        .toLowerCase()
        .replaceAll('.', '');
      if (!resources.titles.has(phrase)) continue;
      start += length;
      if (words[start] === '.' && last - start > 1) start++;
      moved = true;
    }
  }
  return start;
}

const CLASSES = NAME_CLASSES.length;
const ALL = (1 << (1 + 2 * CLASSES)) - 1;
const OUTSIDE_ONLY = 1;
const INSIDE_ANY = ALL & ~((1 << (1 + CLASSES)) - 1);
const MISC_ANY = (1 << CLASSES) | (1 << (2 * CLASSES));

function allowedLabels(sentence: NamedSentence, unmarked: NameCorpus['unmarked'], resources: WordLists): Uint16Array {
  const { words, names } = sentence;
  const allowed = new Uint16Array(words.length).fill(OUTSIDE_ONLY);
  words.forEach((word, index) => {
    if (resources.peoples.has(word)) allowed[index] = OUTSIDE_ONLY | MISC_ANY;
    if (unmarked === 'MISC') allowed[index] = OUTSIDE_ONLY | MISC_ANY;
    if (unmarked !== 'ANY') return;
    if (/^[\p{Lu}\p{N}]/u.test(word)) allowed[index] = ALL;
    else if (isJoint(words, index)) allowed[index] = OUTSIDE_ONLY | INSIDE_ANY;
  });
  for (const { first, last, type } of names) {
    const nameClass = NAME_CLASSES.indexOf(type as (typeof NAME_CLASSES)[number]);
    for (let index = first; index < last; index++)
      allowed[index] = 1 << (index === first ? 1 + nameClass : 1 + CLASSES + nameClass);
    // What follows a name that is marked does not continue it.
    const after = allowed[last];
    if (after !== undefined && after !== OUTSIDE_ONLY) allowed[last] = after & ~(1 << (1 + CLASSES + nameClass));
  }
  return allowed;
}

/** A word in lower case with capitalised words on both sides: it may stand inside a name that is not marked. */
function isJoint(words: readonly string[], index: number): boolean {
  const capital = (at: number) => /^\p{Lu}/u.test(words[at] ?? '');
  return (capital(index - 1) || capital(index - 2)) && (capital(index + 1) || capital(index + 2));
}
