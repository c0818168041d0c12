import { hashString, type LinearModel, mixFeature } from '../linear/index.js';

/**
 * Features of the part-of-speech tagger, one function for training and for use, so that the two cannot drift. What
 * depends on the word alone is hashed once a word; what depends on its neighbours is mixed of those hashes.
 */

/** How the letters of a sentence are written: capitals tell names only where they are not the rule. */
export const LETTERINGS = ['MIXED', 'CAPITALS', 'TITLE', 'LOWER'] as const;
export type Lettering = (typeof LETTERINGS)[number];

/** What the tagger sees of a word, whatever its sentence; hashes are unsigned 32 bits. */
export interface TaggerWord {
  readonly lower: number;
  readonly suffix: number;
  /** Of the tags that the word bore in training; 0 where it was too rare there. */
  readonly tags: number;
  readonly shape: number;
  /** How its letters are written, as bits that `letteringOf` counts. */
  readonly writing: number;
  /** The features that need no other word, by lettering. */
  readonly features: readonly Uint32Array[];
}

/** A sentence while it is tagged: the tags behind a word are known. */
export interface TaggerSentence {
  readonly words: readonly TaggerWord[];
  /** An index into the model's labels for each word. */
  readonly tags: Uint8Array;
  readonly lettering: Lettering;
}

/** At least as many as any of the functions below writes. */
export const LARGEST_CONTEXT = 40;

/** Looks at a word; `classes` are those of the model. */
export function describeWord(word: string, classes: LinearModel): TaggerWord {
  const written = word.replace(/\p{N}/gu, '0').replaceAll('’', "'");
  const text = written.toLowerCase();
  const lower = hashString(text);
  const shape = hashString(shapeOf(written));
  const tags = classOf(lower, classes);
  const flags = Number(/0/.test(text)) + 2 * Number(text.includes('-')) + 4 * Number(/[^\p{L}0]/u.test(text));
  const shared: number[] = [mixFeature(1, lower), mixFeature(2, tags), mixFeature(3, flags, Number(text.length > 3))];
  for (let length = 1; length <= 5; length++) {
    const ending = hashString(text.slice(-length));
    if (text.length >= length) shared.push(mixFeature(3 + length, ending));
    if (length < 5 && text.length > length) shared.push(mixFeature(8 + length, hashString(text.slice(0, length))));
  }
  const features = LETTERINGS.map((_, lettering) =>
    Uint32Array.from([
      ...shared,
      mixFeature(13, lettering === 0 ? hashString(written) : lower),
      mixFeature(14, shape, lettering),
      mixFeature(15, shape, mixFeature(lettering, hashString(text.slice(-3)))),
      mixFeature(16, lettering),
    ]),
  );
  return { lower, suffix: hashString(text.slice(-3)), tags, shape, writing: writingOf(word), features };
}

/** Where a neighbour stands that has features of its own. */
export const PLACES = [1, 2, -1, -2] as const;

/** Writes the features that a neighbour has by itself, `place` an index into PLACES; returns how many. */
export function collectNeighbour(neighbour: TaggerWord, place: number, out: Uint32Array): number {
  if (place === 0) {
    out[0] = mixFeature(26, neighbour.lower);
    out[1] = mixFeature(32, neighbour.suffix);
    return 2;
  }
  if (place === 1) {
    out[0] = mixFeature(27, neighbour.lower);
    return 1;
  }
  if (place === 2) {
    out[0] = mixFeature(28, neighbour.lower);
    out[1] = mixFeature(33, neighbour.suffix);
    out[2] = mixFeature(34, neighbour.tags);
    return 3;
  }
  out[0] = mixFeature(29, neighbour.lower);
  out[1] = mixFeature(35, neighbour.tags);
  return 2;
}

/** Stands for the tag of no word. */
export const NO_TAG = 255;

/** Writes the features that the tags of the next two words have by themselves; returns how many. */
export function collectTags(tag: number, tag2: number, out: Uint32Array): number {
  out[0] = mixFeature(20, tag);
  out[1] = mixFeature(21, tag * 256 + tag2);
  return 2;
}

/** Writes the features of a place that join the word, its neighbours and the tags behind it; returns how many. */
export function collectJoint(sentence: TaggerSentence, index: number, out: Uint32Array): number {
  const { words, tags, lettering } = sentence;
  const word = words[index] as TaggerWord;
  const right = neighbourOf(words, index + 1);
  const left = neighbourOf(words, index - 1);
  const left2 = neighbourOf(words, index - 2);
  const tag = tags[index + 1] ?? NO_TAG;
  const both = tag * 256 + (tags[index + 2] ?? NO_TAG);
  let count = 0;
  out[count++] = mixFeature(22, tag, word.lower);
  out[count++] = mixFeature(23, both, word.lower);
  out[count++] = mixFeature(24, tag, word.tags);
  out[count++] = mixFeature(25, both, word.tags);
  out[count++] = mixFeature(30, right.lower, word.lower);
  out[count++] = mixFeature(31, word.lower, left.lower);
  out[count++] = mixFeature(36, word.tags, left.tags);
  out[count++] = mixFeature(37, tag, left.tags);
  out[count++] = mixFeature(38, mixFeature(tag, word.tags), left.tags);
  out[count++] = mixFeature(39, mixFeature(word.tags, left.tags), left2.tags);
  out[count++] = mixFeature(40, word.suffix, left.suffix);
  out[count++] = mixFeature(41, tag, word.suffix);
  out[count++] = mixFeature(42, right.shape, word.shape);
  out[count++] = mixFeature(43, word.shape, left.shape);
  out[count++] = mixFeature(44, mixFeature(index === 0 ? 1 : 0, LETTERINGS.indexOf(lettering)), word.shape);
  out[count++] = mixFeature(45, word.lower, left.tags);
  out[count++] = mixFeature(46, right.lower, left.lower);
  out[count++] = mixFeature(47, tag, left.lower);
  return count;
}

/** Writes all features of a place but the word's own; returns how many. For training: in use, most are scored by word. */
export function collectContext(sentence: TaggerSentence, index: number, out: Uint32Array): number {
  const { words, tags } = sentence;
  let count = collectJoint(sentence, index, out);
  for (let place = 0; place < PLACES.length; place++)
    count += collectNeighbour(neighbourOf(words, index + (PLACES[place] as number)), place, out.subarray(count));
  return count + collectTags(tags[index + 1] ?? NO_TAG, tags[index + 2] ?? NO_TAG, out.subarray(count));
}

/** The word at an index; EDGE outside of the sentence. */
export function neighbourOf(words: readonly TaggerWord[], index: number): TaggerWord {
  return index >= 0 && index < words.length ? (words[index] as TaggerWord) : EDGE;
}

/** How the letters of a sentence are written; MIXED where it is too short to say. */
export function letteringOf(words: readonly TaggerWord[]): Lettering {
  let lower = 0;
  let capitalised = 0;
  let capitals = 0;
  let long = 0;
  let longCapitalised = 0;
  for (const { writing } of words) {
    if (writing === WRITING.OTHER) continue;
    if ((writing & WRITING.LOWER) !== 0) lower++;
    else if ((writing & WRITING.CAPITALS) !== 0) capitals++;
    else capitalised++;
    if ((writing & WRITING.LONG) === 0) continue;
    long++;
    if ((writing & WRITING.CAPITALISED) !== 0) longCapitalised++;
  }
  if (capitals >= 2 && lower === 0 && capitals > capitalised) return 'CAPITALS';
  if (lower >= 4 && capitals + capitalised === 0) return 'LOWER';
  if (long >= 3 && longCapitalised === long) return 'TITLE';
  return 'MIXED';
}

/** How a word that begins with a letter is written, as bits. */
const WRITING = { OTHER: 0, LETTERS: 1, LOWER: 2, CAPITALS: 4, LONG: 8, CAPITALISED: 16 } as const;

function writingOf(word: string): number {
  const first = word.charCodeAt(0);
  const isLetter = first > 127 || (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
  if (!isLetter) return WRITING.OTHER;
  const folded = word.toLowerCase();
  let writing: number = WRITING.LETTERS;
  if (folded === word) writing |= WRITING.LOWER;
  else if (word.length > 1 && word === word.toUpperCase()) writing |= WRITING.CAPITALS;
  if (word.length >= 4) writing |= WRITING.LONG;
  if (folded.charCodeAt(0) !== first) writing |= WRITING.CAPITALISED;
  return writing;
}

const EDGE: TaggerWord = { lower: 1, suffix: 1, tags: 1, shape: 1, writing: WRITING.OTHER, features: [] };

/** "Homs" Xx, "U.S." X.X., "B-52" X-0: runs of one kind shortened to one, or two where they are longer. */
function shapeOf(word: string): string {
  let shape = '';
  for (const character of word) {
    const kind = kindOf(character);
    if (!shape.endsWith(kind + kind)) shape += kind;
  }
  return shape.slice(0, 8);
}

function kindOf(character: string): string {
  if (character === '0') return '0';
  if (/\p{Lu}/u.test(character)) return 'X';
  if (/\p{L}/u.test(character)) return 'x';
  return character;
}

function classOf(lower: number, classes: LinearModel): number {
  for (let label = 0; label < classes.labels.length; label++)
    if (classes.weight(lower, label) !== 0) return hashString(classes.labels[label] as string);
  return 0;
}
