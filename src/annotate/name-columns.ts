import { hashString } from '../linear/index.js';
import type { Gazetteer } from '../resources/index.js';
import { markPhrases } from './mark-phrases.js';
import type { WordRange } from './word-range.js';

/** How a word is cased; an index into this list is kept. */
export const CASINGS = ['lower', 'Capital', 'CAPITALS', 'miXed', 'number', 'punctuation'] as const;

/** Hashes kept of every word form; affixes are 0 where the word is too short. */
export const FORM_HASHES = 14;
export const CASED = 0;
export const LOWER = 1;
export const SHAPE = 2;
export const SHORT_SHAPE = 3;
export const PREFIXES = 4;
export const SUFFIXES = 9;

/** What the features of names are made of: columns over the words of a document. Equal words share a form. */
export interface NameColumns {
  readonly count: number;
  readonly sentences: readonly WordRange[];
  /** Of each word: its form, sentence, marks of the gazetteer, and the run of capitalised words that it is in, else -1. */
  readonly form: Int32Array;
  readonly sentence: Int32Array;
  readonly marks: Uint32Array;
  /** Index into TAGS. */
  readonly tags: Uint8Array;
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
  /** Of each word: the words before and after it with the same lower-case form, else -1. */
  readonly nextEqual: Int32Array;
  readonly previousEqual: Int32Array;
  /** Of each form: its hashes, its casing, and its lower-case form's number. */
  readonly hashes: Uint32Array;
  readonly casing: Uint8Array;
  readonly lowerForm: Int32Array;
  /** Of each lower-case form: how often it stands in lower case, and capitalised inside a sentence of mixed case. */
  readonly timesLower: Int32Array;
  readonly timesCapital: Int32Array;
  /** Of each sentence: 0 of mixed case, 1 mostly capitalised, 2 in capitals, 3 without a capital. */
  readonly style: Uint8Array;
}

/** Words that stand inside names in lower case: "Bank of England", "Ursula von der Leyen". */
const JOINTS = new Set(
  "of & for de da do dos das del della di du van der den von zu la le al el bin ibn ben bint ag abu - – ' ’ and the".split(
    ' ',
  ),
);
/** Joints that must stand between capitalised words and alone. */
const LONGEST_JOINT = 2;

/** The words of a document in order, the tag of each as an index into TAGS, and its sentences, which cover all words. */
export interface NameWords {
  readonly words: readonly string[];
  readonly tags: Uint8Array;
  readonly sentences: readonly WordRange[];
}

/** Reads the words of a document into columns. */
export function createNameColumns({ words, tags, sentences }: NameWords, gazetteer: Gazetteer): NameColumns {
  const forms = readForms(words);
  const count = words.length;
  const sentence = new Int32Array(count);
  const style = new Uint8Array(sentences.length);
  sentences.forEach((range, index) => {
    sentence.fill(index, range.first, range.last);
    style[index] = styleOf(range, forms);
  });
  const runFirst = new Int32Array(count).fill(-1);
  const runLast = new Int32Array(count).fill(-1);
  for (const range of sentences) markRuns(words, range, { forms, runFirst, runLast });
  return {
    count,
    tags,
    sentences,
    sentence,
    style,
    runFirst,
    runLast,
    marks: markPhrases(words, sentences, gazetteer),
    ...forms,
    ...readOccurrences(sentences, forms, style),
  };
}

interface Forms {
  readonly form: Int32Array;
  readonly hashes: Uint32Array;
  readonly casing: Uint8Array;
  readonly lowerForm: Int32Array;
  readonly lowerForms: number;
}

function readForms(words: readonly string[]): Forms {
  const known = new Map<string, number>();
  const lowers = new Map<string, number>();
  const form = new Int32Array(words.length);
  const distinct: string[] = [];
  words.forEach((word, index) => {
    let number = known.get(word);
    if (number === undefined) {
      number = distinct.length;
      known.set(word, number);
      distinct.push(word);
    }
    form[index] = number;
  });
  const hashes = new Uint32Array(distinct.length * FORM_HASHES);
  const casing = new Uint8Array(distinct.length);
  const lowerForm = new Int32Array(distinct.length);
  distinct.forEach((word, number) => {
    const lower = word.toLowerCase();
    let lowerNumber = lowers.get(lower);
    if (lowerNumber === undefined) {
      lowerNumber = lowers.size;
      lowers.set(lower, lowerNumber);
    }
    lowerForm[number] = lowerNumber;
    casing[number] = casingOf(word, lower);
    hashWord(word, lower, hashes.subarray(number * FORM_HASHES));
  });
  return { form, hashes, casing, lowerForm, lowerForms: lowers.size };
}

function hashWord(word: string, lower: string, hashes: Uint32Array): void {
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
  if (word === word.toUpperCase() && word.length > 1) return 2;
  return /^\p{Lu}/u.test(word) ? 1 : 3;
}

function styleOf({ first, last }: WordRange, { form, casing }: Forms): number {
  let words = 0;
  let capitals = 0;
  let full = 0;
  for (let index = first; index < last; index++) {
    const kind = casing[form[index] as number] as number;
    if (kind > 3) continue;
    words++;
    if (kind === 1 || kind === 2) capitals++;
    if (kind === 2) full++;
  }
  if (words >= 3 && full / words > 0.7) return 2;
  if (words >= 4 && capitals / words > 0.65) return 1;
  return capitals === 0 ? 3 : 0;
}

/** Marks the maximal runs of capitalised words of a sentence, joints inside them included. */
function markRuns(
  words: readonly string[],
  { first, last }: WordRange,
  { forms, runFirst, runLast }: { forms: Forms; runFirst: Int32Array; runLast: Int32Array },
): void {
  const isCapital = (index: number) => {
    const kind = forms.casing[forms.form[index] as number] as number;
    return kind >= 1 && kind <= 3;
  };
  for (let index = first; index < last; ) {
    if (!isCapital(index)) {
      index++;
      continue;
    }
    let end = index + 1;
    for (let probe = end; probe < last && probe - end <= LONGEST_JOINT; probe++) {
      if (isCapital(probe)) end = probe + 1;
      else if (!JOINTS.has(words[probe] as string)) break;
    }
    runFirst.fill(index, index, end);
    runLast.fill(end, index, end);
    index = end;
  }
}

type Occurrences = Pick<NameColumns, 'nextEqual' | 'previousEqual' | 'timesLower' | 'timesCapital'>;

function readOccurrences(sentences: readonly WordRange[], forms: Forms, style: Uint8Array): Occurrences {
  const count = forms.form.length;
  const nextEqual = new Int32Array(count).fill(-1);
  const previousEqual = new Int32Array(count).fill(-1);
  const latest = new Int32Array(forms.lowerForms).fill(-1);
  const timesLower = new Int32Array(forms.lowerForms);
  const timesCapital = new Int32Array(forms.lowerForms);
  sentences.forEach(({ first, last }, number) => {
    for (let index = first; index < last; index++) {
      const form = forms.form[index] as number;
      const kind = forms.casing[form] as number;
      const lower = forms.lowerForm[form] as number;
      if (style[number] === 0 && kind === 0) timesLower[lower] = (timesLower[lower] as number) + 1;
      if (kind === 0 || kind > 3) continue;
      if (style[number] === 0 && index > first) timesCapital[lower] = (timesCapital[lower] as number) + 1;
      const before = latest[lower] as number;
      previousEqual[index] = before;
      if (before !== -1) nextEqual[before] = index;
      latest[lower] = index;
    }
  });
  return { nextEqual, previousEqual, timesLower, timesCapital };
}
