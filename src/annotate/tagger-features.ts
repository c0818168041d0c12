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
  /** The features that need no other word, by lettering. */
  readonly features: readonly Uint32Array[];
}

/** A sentence while it is tagged: tags from the left are known. */
export interface TaggerSentence {
  readonly words: readonly TaggerWord[];
  /** An index into the model's labels for each word. */
  readonly tags: Uint8Array;
  readonly lettering: Lettering;
}

/** At least as many as `collectContext` writes. */
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
  return { lower, suffix: hashString(text.slice(-3)), tags, shape, features };
}

/** Writes the features of a place that depend on its neighbours and on the two tags before; returns how many. */
export function collectContext(sentence: TaggerSentence, index: number, out: Uint32Array): number {
  const { words, tags, lettering } = sentence;
  const word = words[index] as TaggerWord;
  const before = words[index - 1] ?? EDGE;
  const before2 = words[index - 2] ?? EDGE;
  const after = words[index + 1] ?? EDGE;
  const after2 = words[index + 2] ?? EDGE;
  const tag = index > 0 ? (tags[index - 1] as number) : 255;
  const tag2 = index > 1 ? (tags[index - 2] as number) : 255;
  const both = tag * 256 + tag2;
  let count = 0;
  out[count++] = mixFeature(20, tag);
  out[count++] = mixFeature(21, both);
  out[count++] = mixFeature(22, tag, word.lower);
  out[count++] = mixFeature(23, both, word.lower);
  out[count++] = mixFeature(24, tag, word.tags);
  out[count++] = mixFeature(25, both, word.tags);
  out[count++] = mixFeature(26, before.lower);
  out[count++] = mixFeature(27, before2.lower);
  out[count++] = mixFeature(28, after.lower);
  out[count++] = mixFeature(29, after2.lower);
  out[count++] = mixFeature(30, before.lower, word.lower);
  out[count++] = mixFeature(31, word.lower, after.lower);
  out[count++] = mixFeature(32, before.suffix);
  out[count++] = mixFeature(33, after.suffix);
  out[count++] = mixFeature(34, after.tags);
  out[count++] = mixFeature(35, after2.tags);
  out[count++] = mixFeature(36, word.tags, after.tags);
  out[count++] = mixFeature(37, tag, after.tags);
  out[count++] = mixFeature(38, mixFeature(tag, word.tags), after.tags);
  out[count++] = mixFeature(39, mixFeature(word.tags, after.tags), after2.tags);
  out[count++] = mixFeature(40, word.suffix, after.suffix);
  out[count++] = mixFeature(41, tag, word.suffix);
  out[count++] = mixFeature(42, before.shape, word.shape);
  out[count++] = mixFeature(43, word.shape, after.shape);
  out[count++] = mixFeature(44, mixFeature(index === 0 ? 1 : 0, LETTERINGS.indexOf(lettering)), word.shape);
  out[count++] = mixFeature(45, word.lower, after.tags);
  out[count++] = mixFeature(46, before.lower, after.lower);
  out[count++] = mixFeature(47, tag, after.lower);
  return count;
}

/** How the letters of a sentence are written; MIXED where it is too short to say. */
export function letteringOf(words: readonly string[]): Lettering {
  let lower = 0;
  let capitalised = 0;
  let capitals = 0;
  let long = 0;
  let longCapitalised = 0;
  for (const word of words) {
    const first = word.charCodeAt(0);
    const isLetter = first > 127 || (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
    if (!isLetter) continue;
    const folded = word.toLowerCase();
    const isCapitalised = folded.charCodeAt(0) !== first;
    if (folded === word) lower++;
    else if (word.length > 1 && word === word.toUpperCase()) capitals++;
    else capitalised++;
    if (word.length < 4) continue;
    long++;
    if (isCapitalised) longCapitalised++;
  }
  if (capitals >= 2 && lower === 0 && capitals > capitalised) return 'CAPITALS';
  if (lower >= 4 && capitals + capitalised === 0) return 'LOWER';
  if (long >= 3 && longCapitalised === long) return 'TITLE';
  return 'MIXED';
}

const EDGE: TaggerWord = { lower: 1, suffix: 1, tags: 1, shape: 1, features: [] };

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
