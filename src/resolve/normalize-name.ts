import type { EntityType } from '../ontology/index.js';
import { HONORIFICS, LEGAL_FORMS } from './name-words.js';

/** Normalised names are cut to this many UTF-16 code units. */
export const LONGEST_NAME = 200;

/**
 * The form in which names are compared: lower case, without diacritics, punctuation and a leading "the", words parted by
 * one space. Persons lose their honorifics ("Dr. Amal Haddad" is `amal haddad`); elsewhere letters with dots are joined
 * ("U.S. Army" is `us army`) and an organisation's last word takes its short form ("Acme Corporation" is `acme corp`).
 * It holds letters, digits, marks, pictures, `+` and spaces, and so never `/` or `#`; at most 200 code units.
 * Empty for a name without any of these.
 */
export function normalizeName(name: string, type: EntityType): string {
  const words = foldedWords(name);
  const own = type === 'PERSON' ? withoutHonorifics(words) : withoutArticle(withLettersJoined(words));
  return cut((type === 'ORGANIZATION' ? withShortLegalForm(own) : own).join(' '));
}

const PLAIN = /^[A-Za-z ]*$/;
const APOSTROPHES = /['’‘‛`´′＇ʹʻʼʽʾʿˈ]/g;
/** Marks of trade, and characters that are not seen: of direction, joining, variation. */
const UNSEEN = /[™®©]|\p{Cf}|[\uFE00-\uFE0F]/gu;
/** Accents of European scripts, and the points of Hebrew and Arabic. Marks of other scripts are vowels, and stay. */
const DIACRITICS = /[\u0300-\u036F\u0591-\u05C7\u0640\u064B-\u065F\u0670]/g;
/** Letters with a stroke or a ligature, which Unicode does not decompose. */
const STROKES: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ς', 'σ'],
]);
const STROKE = /[ßøđðłħıæœþς]/g;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}\p{So}+]+/gu;
const LETTER = /^\p{L}$/u;

function foldedWords(name: string): readonly string[] {
  return fold(name)
    .split(' ')
    .filter((word) => word !== '');
}

function fold(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .replace(APOSTROPHES, '')
    .replace(UNSEEN, '')
    .normalize('NFKD')
    .replace(DIACRITICS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(DIACRITICS, '')
    .replace(STROKE, (letter) => STROKES.get(letter) ?? letter)
    .replaceAll('&', ' and ')
    .replace(BETWEEN_WORDS, ' ');
}

function withoutHonorifics(words: readonly string[]): readonly string[] {
  let start = 0;
  while (start < words.length - 1 && (words[start] === 'the' || HONORIFICS.has(words[start] ?? ''))) start++;
  return words.slice(start);
}

function withoutArticle(words: readonly string[]): readonly string[] {
  let start = 0;
  while (start < words.length - 1 && words[start] === 'the') start++;
  return words.slice(start);
}

function withLettersJoined(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let letters = '';
  for (const word of words) {
    if (LETTER.test(word)) {
      letters += word;
      continue;
    }
    if (letters !== '') joined.push(letters);
    letters = '';
    joined.push(word);
  }
  if (letters !== '') joined.push(letters);
  return joined;
}

function withShortLegalForm(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? '';
  const short = LEGAL_FORMS.get(last);
  return short === undefined || words.length === 1 ? words : [...words.slice(0, -1), short];
}

function cut(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const last = name.charCodeAt(LONGEST_NAME - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return name.slice(0, splitsPair ? LONGEST_NAME - 1 : LONGEST_NAME).trimEnd();
}
