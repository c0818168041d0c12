import type { Gazetteer } from '../resources/index.js';
import { joinHashes, LONGER, PHRASE_KINDS } from '../resources/index.js';
import { TAGS } from './annotated.js';
import { CAPITAL, CAPITALS, HYPHEN, JOINT, MIXED, type NameForms, NUMERIC, PARTICLE } from './name-forms.js';
import type { WordRange } from './word-range.js';

/** The words of a document in order, and its sentences, which cover all words. */
export interface NameWords {
  readonly words: readonly string[];
  /** Of each word an index into TAGS, and one into FORMS. */
  readonly tags: Uint8Array;
  readonly pennTags: Uint8Array;
  readonly sentences: readonly WordRange[];
}

/** Places before the first sentence, between sentences and behind the last: no feature looks further. */
export const PADDING = 2;

/** How a sentence is cased: as usual, mostly capitalised, in capitals, or without a capital. */
export const MIXED_STYLE = 0;
export const TITLE_STYLE = 1;
export const CAPITALS_STYLE = 2;
export const LOWER_STYLE = 3;

/**
 * What the features of names are made of: columns over the places of a document. Word `i` of sentence `s` is at place
 * `i + PADDING * (s + 1)`; the places between sentences hold the form EDGE.
 */
export interface NameColumns {
  readonly places: number;
  readonly sentences: readonly WordRange[];
  readonly forms: NameForms;
  readonly form: Int32Array;
  /** One more than the index into TAGS, and into FORMS; 0 at edges. */
  readonly tag: Uint8Array;
  readonly pennTag: Uint8Array;
  /** Of the gazetteer, two bits for each kind of phrase, at twice the kind's number: 0 none, 1 alone, 2 begins, 3 goes on. */
  readonly marks: Int32Array;
  /** The number of the run of capitalised words that it is in, else -1. */
  readonly run: Int32Array;
  /** Of each run, its first place and the one behind its last. */
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
  readonly runCount: number;
  /** The sentence's style at each of its places, and 4 more at its first word. */
  readonly style: Uint8Array;
  /** 1 where a word may be in a name at all; the others are outside names without a look. */
  readonly candidate: Uint8Array;
}

/** Reads the words of a document into columns. */
export function createNameColumns(
  { words, tags, pennTags, sentences }: NameWords,
  forms: NameForms,
  gazetteer: Gazetteer,
): NameColumns {
  const places = words.length + PADDING * (sentences.length + 1);
  const columns = {
    places,
    sentences,
    forms,
    form: new Int32Array(places),
    tag: new Uint8Array(places),
    pennTag: new Uint8Array(places),
    marks: new Int32Array(places),
    run: new Int32Array(places).fill(-1),
    runFirst: new Int32Array(words.length),
    runLast: new Int32Array(words.length),
    runCount: 0,
    style: new Uint8Array(places),
    candidate: new Uint8Array(places),
  };
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const range = sentences[sentence] as WordRange;
    const shift = PADDING * (sentence + 1);
    for (let index = range.first; index < range.last; index++) {
      columns.form[index + shift] = forms.find(words[index] as string);
      columns.tag[index + shift] = (tags[index] as number) + 1;
      columns.pennTag[index + shift] = (pennTags[index] as number) + 1;
    }
    const first = range.first + shift;
    const last = range.last + shift;
    columns.style.fill(styleOf(columns, first, last), first, last);
    columns.style[first] = (columns.style[first] as number) + 4;
    markRuns(columns, first, last);
    markPhrases(columns, { first, last }, gazetteer);
    markCandidates(columns, first, last);
  }
  return columns;
}

/** Columns while they are filled. */
type OpenColumns = NameColumns & { runCount: number };

function casingAt({ forms, form }: NameColumns, place: number): number {
  return forms.casing[form[place] as number] as number;
}

function isCapital(columns: NameColumns, place: number): boolean {
  const casing = casingAt(columns, place);
  return casing >= CAPITAL && casing <= MIXED;
}

function styleOf(columns: NameColumns, first: number, last: number): number {
  let words = 0;
  let capitals = 0;
  let full = 0;
  for (let place = first; place < last; place++) {
    const casing = casingAt(columns, place);
    if (casing > MIXED) continue;
    words++;
    if (casing === CAPITAL || casing === CAPITALS) capitals++;
    if (casing === CAPITALS) full++;
  }
  if (words >= 3 && full / words > 0.7) return CAPITALS_STYLE;
  if (words >= 4 && capitals / words > 0.65) return TITLE_STYLE;
  return capitals === 0 ? LOWER_STYLE : MIXED_STYLE;
}

/** Joints that must stand between capitalised words and alone. */
const LONGEST_JOINT = 2;

/** Numbers the maximal runs of capitalised words, joints inside them and particles before them included. */
function markRuns(columns: OpenColumns, first: number, last: number): void {
  const { forms, form, run, runFirst, runLast } = columns;
  const roleAt = (place: number) => forms.roles[form[place] as number] as number;
  let free = first;
  for (let place = first; place < last; ) {
    if (!isCapital(columns, place)) {
      place++;
      continue;
    }
    let end = place + 1;
    for (let probe = end; probe < last && probe - end <= LONGEST_JOINT; probe++) {
      if (isCapital(columns, probe)) end = probe + 1;
      else if ((roleAt(probe) & JOINT) === 0) break;
    }
    let start = place;
    const dash = start - 1 >= free && (roleAt(start - 1) & HYPHEN) !== 0 ? 1 : 0;
    if (start - 1 - dash >= free && (roleAt(start - 1 - dash) & PARTICLE) !== 0) start -= 1 + dash;
    runFirst[columns.runCount] = start;
    runLast[columns.runCount] = end;
    run.fill(columns.runCount++, start, end);
    place = end;
    free = end;
  }
}

const ALONE = 1;
const BEGINS = 2;
const CONTINUES = 3;
const KIND_BITS = LONGER - 1;

/** Marks the longest phrases of the gazetteer; those of several words begin in a run, or anywhere in a sentence without runs. */
function markPhrases(columns: NameColumns, { first, last }: WordRange, gazetteer: Gazetteer): void {
  const { forms, form, marks, run } = columns;
  const anywhere = ((columns.style[first] as number) & 3) === LOWER_STYLE;
  for (let place = first; place < last; place++) {
    const own = forms.kinds[form[place] as number] as number;
    if (own === 0) continue;
    if ((own & KIND_BITS) !== 0) markRange(marks, { first: place, last: place + 1 }, own);
    if ((own & LONGER) === 0 || !(anywhere || run[place] !== -1)) continue;
    let hash = forms.phrase[form[place] as number] as number;
    for (let end = place + 1, known = own; end < last && (known & LONGER) !== 0; end++) {
      hash = joinHashes(hash, forms.phrase[form[end] as number] as number);
      known = gazetteer.phrases.find(hash);
      if ((known & KIND_BITS) !== 0) markRange(marks, { first: place, last: end + 1 }, known);
    }
  }
}

/** Longer phrases come later and overwrite; a phrase does not overwrite one that began before it. */
function markRange(marks: Int32Array, { first, last }: WordRange, kinds: number): void {
  for (let kind = 0; kind < PHRASE_KINDS.length; kind++) {
    if ((kinds & (1 << kind)) === 0) continue;
    const shift = 2 * kind;
    if ((((marks[first] as number) >>> shift) & 3) === CONTINUES) continue;
    for (let place = first; place < last; place++) {
      const mark = last - first === 1 ? ALONE : place === first ? BEGINS : CONTINUES;
      marks[place] = ((marks[place] as number) & ~(3 << shift)) | (mark << shift);
    }
  }
}

const CLOSED_TAGS = tagFlags(['ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'PART', 'PRON', 'SCONJ']);
const NAMING_TAGS = tagFlags(['NOUN', 'PROPN', 'X']);
const TRAILING_TAGS = tagFlags(['ADJ', 'NOUN', 'NUM', 'PROPN', 'X']);
const PROPER = TAGS.indexOf('PROPN') + 1;

function tagFlags(tags: readonly (typeof TAGS)[number][]): Uint8Array {
  return Uint8Array.from([0, ...TAGS.map((tag) => (tags.includes(tag) ? 1 : 0))]);
}

/** Kinds of phrases that name something even in lower case. */
const NAMING_KINDS = (['COUNTRY', 'PEOPLE', 'CAPITAL', 'CITY', 'FIRST_NAME', 'ACRONYM'] as const).reduce(
  (bits, kind) => bits | (1 << PHRASE_KINDS.indexOf(kind)),
  0,
);

/**
 * Words in runs, the noun or number beside one, what lies between two that are near, and words in lower case that may
 * name something. A function word that opens a sentence alone ("The", "He") is none.
 */
function markCandidates(columns: NameColumns, first: number, last: number): void {
  const { forms, form, tag, run, runFirst, runLast, candidate } = columns;
  let behind = -1;
  for (let place = first; place < last; place++) {
    const own = tag[place] as number;
    const number = run[place] as number;
    if (number === -1) {
      const names =
        own === PROPER ||
        (NAMING_TAGS[own] === 1 && ((forms.kinds[form[place] as number] as number) & NAMING_KINDS) !== 0);
      if (names) candidate[place] = 1;
      continue;
    }
    const end = runLast[number] as number;
    if (place === first && end === first + 1 && CLOSED_TAGS[own] === 1 && casingAt(columns, place) === CAPITAL)
      continue;
    candidate.fill(1, place, end);
    markTrail(columns, end, Math.min(last, end + LONGEST_TRAIL));
    const start = runFirst[number] as number;
    if (start > first && ((forms.roles[form[start - 1] as number] as number) & NUMERIC) !== 0) candidate[start - 1] = 1;
    if (behind !== -1 && start - behind <= LONGEST_GAP) candidate.fill(1, behind, start);
    behind = end;
    place = end - 1;
  }
}

/** So many words behind a run may belong to its name: "Tarsin local elections", "Kim Tae-woo". */
const LONGEST_TRAIL = 3;

/** Marks adjectives, nouns, numbers and hyphens that follow a run without a gap. */
function markTrail({ forms, form, tag, candidate }: NameColumns, from: number, to: number): void {
  for (let place = from; place < to; place++) {
    const isHyphen = ((forms.roles[form[place] as number] as number) & HYPHEN) !== 0;
    if (!isHyphen && TRAILING_TAGS[tag[place] as number] === 0) return;
    candidate[place] = 1;
  }
}

/** So many words between two runs may belong to one name: "Museum of Sciences , Orlo". */
const LONGEST_GAP = 2;
