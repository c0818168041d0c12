import { hashString } from '../linear/index.js';
import { type Gazetteer, hashWord, plainWord } from '../resources/index.js';

/** How a word is cased; an index into this list is kept. */
export const CASINGS = ['lower', 'Capital', 'CAPITALS', 'miXed', 'number', 'punctuation'] as const;
export const CAPITAL = 1;
export const CAPITALS = 2;
export const MIXED = 3;

/** Hashes kept of every word form; affixes are 0 where the word is too short. */
export const FORM_HASHES = 14;
export const CASED = 0;
export const LOWER = 1;
export const SHAPE = 2;
export const SHORT_SHAPE = 3;
export const PREFIXES = 4;
export const SUFFIXES = 9;

/** The form that stands before the first and after the last word of a sentence. */
export const EDGE = 0;

/** What a word may be to a name beside it, a bit each. */
export const JOINT = 1;
export const PARTICLE = 2;
export const HYPHEN = 4;
export const NUMERIC = 8;

/** The distinct words that were met, numbered from 1; equal words share a form. Columns by form. */
export interface NameForms {
  /** How many there are, EDGE included. */
  readonly count: number;
  /** FORM_HASHES numbers each. */
  readonly hashes: Int32Array;
  readonly casing: Uint8Array;
  /** The form of the word in lower case. */
  readonly lower: Int32Array;
  /** JOINT, PARTICLE, HYPHEN. */
  readonly roles: Uint8Array;
  /** Hash of the word as in the gazetteer's phrases, and what is known of the phrase that it is alone. */
  readonly phrase: Int32Array;
  readonly kinds: Int32Array;
  /** The form of a word; a new one where it was not met yet, after which the columns may be others. */
  find(word: string): number;
}

/** Words that stand inside names in lower case: "Bank of England", "Ursula von der Leyen". */
const JOINTS = new Set(
  'of & for de da do dos das del della di du van der den von zu la le al el bin ibn ben bint ag abu - and the'.split(
    ' ',
  ),
);
/** Words in lower case that begin names: "al-Bab", "de Villiers", "von Essen". */
const PARTICLES = new Set(
  'al el de da do dos das del della di du van der den von zu la le bin ibn ben bint abu ag ad ar as an ash at az'.split(
    ' ',
  ),
);

/** No forms but EDGE. */
export function createNameForms(gazetteer: Gazetteer): NameForms {
  const known = new Map<string, number>();
  let size = 1 << 10;
  let count = 1;
  const forms = {
    get count() {
      return count;
    },
    hashes: new Int32Array(size * FORM_HASHES).fill(EDGE_HASH, 0, FORM_HASHES),
    casing: new Uint8Array(size).fill(CASINGS.indexOf('punctuation'), 0, 1),
    lower: new Int32Array(size),
    roles: new Uint8Array(size),
    phrase: new Int32Array(size),
    kinds: new Int32Array(size),
    find(word: string): number {
      return known.get(word) ?? add(word);
    },
  };
  const grow = () => {
    size *= 2;
    forms.hashes = copyInto(new Int32Array(size * FORM_HASHES), forms.hashes);
    forms.casing = copyInto(new Uint8Array(size), forms.casing);
    forms.lower = copyInto(new Int32Array(size), forms.lower);
    forms.roles = copyInto(new Uint8Array(size), forms.roles);
    forms.phrase = copyInto(new Int32Array(size), forms.phrase);
    forms.kinds = copyInto(new Int32Array(size), forms.kinds);
  };
  const add = (word: string): number => {
    if (count === size) grow();
    const number = count++;
    known.set(word, number);
    const written = straighten(word);
    const lower = written.toLowerCase();
    forms.casing[number] = casingOf(written, lower);
    hashForm(written, lower, forms.hashes.subarray(number * FORM_HASHES));
    forms.roles[number] =
      (JOINTS.has(lower) ? JOINT : 0) +
      (PARTICLES.has(lower) ? PARTICLE : 0) +
      (lower === '-' ? HYPHEN : 0) +
      (/^\p{N}/u.test(lower) ? NUMERIC : 0);
    // "Gen." is a title as "Gen" is; "u.s." stays.
    const plain = plainWord(lower);
    const hash = hashWord(plain.length > 2 && plain.indexOf('.') === plain.length - 1 ? plain.slice(0, -1) : plain);
    forms.phrase[number] = hash;
    forms.kinds[number] = gazetteer.phrases.find(hash);
    const folded = word.toLowerCase();
    const own = folded === word ? number : forms.find(folded);
    forms.lower[number] = own;
    return number;
  };
  return forms;
}

const EDGE_HASH = 0x5bd1e995;

function copyInto<T extends Int32Array | Uint8Array>(larger: T, smaller: T): T {
  larger.set(smaller);
  return larger;
}

/** Typesetters' quotation marks and dashes as typewriters have them: corpora hold both. */
function straighten(word: string): string {
  if (!/[^\0-\x7f]|``|''/.test(word)) return word;
  return word
    .replace(/[’‘]/g, "'")
    .replace(/[“”„«»]|``|''/g, '"')
    .replace(/[–—]/g, '-');
}

function hashForm(word: string, lower: string, hashes: Int32Array): void {
  const plain = lower.replace(/\p{N}/gu, '0');
  hashes[CASED] = hashString(word.replace(/\p{N}/gu, '0'));
  hashes[LOWER] = hashString(plain);
  const shape = shapeOf(word);
  hashes[SHAPE] = hashString(shape);
  hashes[SHORT_SHAPE] = hashString(shape.replace(/(.)\1+/g, '$1'));
  for (let length = 1; length <= 5; length++) {
    if (plain.length < length) break;
    hashes[PREFIXES + length - 1] = hashString(plain.slice(0, length));
    hashes[SUFFIXES + length - 1] = hashString(plain.slice(-length));
  }
}

/** "Xxxx-00": capitals, lower-case letters, digits, the rest as it is; of long words, the beginning. */
function shapeOf(word: string): string {
  let shape = '';
  for (const character of word.slice(0, 10)) {
    if (/\p{Lu}/u.test(character)) shape += 'X';
    else if (/\p{L}/u.test(character)) shape += 'x';
    else if (/\p{N}/u.test(character)) shape += '0';
    else shape += character;
  }
  return shape;
}

function casingOf(word: string, lower: string): number {
  if (!/\p{L}/u.test(word)) return /\p{N}/u.test(word) ? 4 : 5;
  if (word === lower) return 0;
  if (word === word.toUpperCase() && word.length > 1) return CAPITALS;
  return /^\p{Lu}/u.test(word) ? CAPITAL : MIXED;
}
