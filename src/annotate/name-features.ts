import { PHRASE_KINDS } from '../resources/index.js';
import { mixCodes } from './mix-codes.js';
import type { NameColumns } from './name-columns.js';
import { CASED, FORM_HASHES, LOWER, type NameForms, PREFIXES, SHAPE, SHORT_SHAPE, SUFFIXES } from './name-forms.js';

/**
 * The features of names, in groups by what they depend on, so that whoever scores a group may keep its sum. A change here
 * makes models that were trained before useless. Numbers of templates are given once each.
 */

/** Features while they are written. */
export interface FeatureRow {
  /** 32 bits each. */
  readonly features: Int32Array;
  count: number;
}

/** A row that holds all features of any one word. */
export function createFeatureRow(): FeatureRow {
  return { features: new Int32Array(512), count: 0 };
}

function put(row: FeatureRow, template: number, first: number, second: number): void {
  row.features[row.count++] = mixCodes(template, first, second);
}

function hashOf(forms: NameForms, form: number, which: number): number {
  return forms.hashes[form * FORM_HASHES + which] as number;
}

/** Of a word, wherever it stands. */
export function writeOwn(row: FeatureRow, forms: NameForms, form: number): void {
  put(row, 1, 0, 0);
  put(row, 2, hashOf(forms, form, LOWER), 0);
  put(row, 3, hashOf(forms, form, CASED), 0);
  for (let length = 1; length <= 5; length++) {
    const prefix = hashOf(forms, form, PREFIXES + length - 1);
    if (prefix === 0) break;
    if (length > 1) put(row, 13 + length, prefix, 0);
    put(row, 20 + length, hashOf(forms, form, SUFFIXES + length - 1), 0);
  }
  put(row, 40, hashOf(forms, form, SHAPE), 0);
  put(row, 51, hashOf(forms, form, SUFFIXES + 2), hashOf(forms, form, SHORT_SHAPE));
}

/** Of a word in a sentence of some style, at its beginning or not. */
export function writeStyled(row: FeatureRow, forms: NameForms, form: number, style: number): void {
  put(row, 41, hashOf(forms, form, SHORT_SHAPE), style);
  put(row, 49, hashOf(forms, form, LOWER), style);
}

/** Of the words around. */
export const AROUND = [-2, -1, 1, 2] as const;

/** Of a word that stands so many words before or behind. */
export function writeNeighbour(row: FeatureRow, forms: NameForms, form: number, distance: number): void {
  const base = 30 + distance * 2;
  put(row, base, hashOf(forms, form, LOWER), 0);
  if (distance !== -1 && distance !== 1) return;
  put(row, 110 + distance, hashOf(forms, form, CASED), 0);
  put(row, 113 + distance, hashOf(forms, form, SHORT_SHAPE), 0);
  put(row, 116 + distance, hashOf(forms, form, SUFFIXES + 2), 0);
}

/** Of a word and those beside it together. */
export function writePairs(row: FeatureRow, columns: NameColumns, place: number): void {
  const { forms, form, tag } = columns;
  const own = form[place] as number;
  const before = form[place - 1] as number;
  const after = form[place + 1] as number;
  const lower = hashOf(forms, own, LOWER);
  const lowerBefore = hashOf(forms, before, LOWER);
  const lowerAfter = hashOf(forms, after, LOWER);
  const short = hashOf(forms, own, SHORT_SHAPE);
  const shortBefore = hashOf(forms, before, SHORT_SHAPE);
  const shortAfter = hashOf(forms, after, SHORT_SHAPE);
  put(row, 10, lowerBefore, lower);
  put(row, 11, lower, lowerAfter);
  put(row, 12, hashOf(forms, form[place - 2] as number, LOWER), lowerBefore);
  put(row, 13, lowerAfter, hashOf(forms, form[place + 2] as number, LOWER));
  put(row, 44, mixCodes(0, shortBefore, short), shortAfter);
  put(row, 45, shortBefore, short);
  put(row, 46, short, shortAfter);
  put(row, 47, lowerBefore, short);
  put(row, 48, short, lowerAfter);
  put(row, 52, shortBefore, mixCodes(0, short, hashOf(forms, own, SUFFIXES + 1)));
  put(row, 106, tag[place] as number, lower);
  const marks = columns.marks[place] as number;
  const marksBefore = columns.marks[place - 1] as number;
  const marksAfter = columns.marks[place + 1] as number;
  if ((marks | marksBefore) !== 0) put(row, 64, marksBefore, marks);
  if ((marks | marksAfter) !== 0) put(row, 65, marks, marksAfter);
  if (marks === 0) return;
  put(row, 66, marks, lowerBefore);
  put(row, 67, marks, lowerAfter);
}

/** Of the gazetteer's marks of a word of some casing, and of one before (-1) or behind it (1); 0 is the word itself. */
export function writeMarks(row: FeatureRow, marks: number, casing: number, distance: number): void {
  for (let kind = 0; kind < PHRASE_KINDS.length; kind++) {
    const mark = (marks >>> (2 * kind)) & 3;
    if (mark !== 0) put(row, 61 + distance, 4 * kind + mark, casing + 1);
  }
  if (distance === 0) put(row, 63, marks, casing + 1);
}

/** Of the tags of a word and its neighbours, and its casing. */
export function writeTags(row: FeatureRow, casing: number, before: number, tag: number, after: number): void {
  put(row, 100, tag, casing);
  put(row, 101, before * 32 + tag, after);
  put(row, 102, before * 32 + tag, casing);
  put(row, 103, tag * 32 + after, casing);
}

/** Of the Penn Treebank tag of a word of some casing. */
export function writePennTag(row: FeatureRow, pennTag: number, casing: number): void {
  put(row, 107, pennTag, casing);
}

/** Of the Penn Treebank tags of a word and the one before it, or, with `side` 1, behind it. */
export function writePennTags(row: FeatureRow, beside: number, pennTag: number, side: number): void {
  put(row, 125 + side, beside, pennTag);
}

/** Of the tags of a word, the one before and the one before that; or, with `side` 1, of those behind. */
export function writeFarTags(row: FeatureRow, far: number, near: number, tag: number, side: number): void {
  put(row, 104 + side, near * 32 + far, tag);
}

/** Of the place of a word in its run: first or not, last or not. */
export function sideOf({ run, runFirst, runLast }: NameColumns, place: number): number {
  const number = run[place] as number;
  return (place === runFirst[number] ? 1 : 0) + (place + 1 === runLast[number] ? 2 : 0);
}

/** Of a run and what stands around it, for its words at one side. */
export function writeRun(row: FeatureRow, columns: NameColumns, number: number, side: number): void {
  const { forms, form, marks } = columns;
  const first = columns.runFirst[number] as number;
  const last = columns.runLast[number] as number;
  const before = hashOf(forms, form[first - 1] as number, LOWER);
  const after = hashOf(forms, form[last] as number, LOWER);
  const tail = hashOf(forms, form[last - 1] as number, LOWER);
  put(row, 70, before, side);
  put(row, 71, after, side);
  put(row, 72, hashOf(forms, form[first] as number, LOWER), side);
  put(row, 73, tail, side);
  put(row, 75, before, after);
  put(row, 76, before, tail);
  put(row, 79, hashOf(forms, form[last - 1] as number, SUFFIXES + 2), side);
  put(row, 80, marks[last - 1] as number, side);
  put(row, 81, marks[first] as number, side);
  put(row, 82, hashOf(forms, form[first - 2] as number, LOWER), before);
  put(row, 83, after, hashOf(forms, form[last + 1] as number, LOWER));
  writeKindsInside(row, columns, number, side);
  writeGovernors(row, columns, number, side & 1);
}

/** Which kinds of phrases a run has anywhere: "Orlo Steel Corporation" has a body's word, whatever the word at hand. */
function writeKindsInside(
  row: FeatureRow,
  { marks, runFirst, runLast }: NameColumns,
  number: number,
  side: number,
): void {
  let inside = 0;
  const last = runLast[number] as number;
  for (let place = runFirst[number] as number; place < last; place++) {
    const mark = marks[place] as number;
    inside |= (mark | (mark >>> 1)) & 0x55555555;
  }
  put(row, 86, inside, side & 1);
  for (let rest = inside; rest !== 0; rest &= rest - 1) put(row, 87, Math.clz32(rest & -rest), side);
}

/** The words that tell the part of a run in its sentence: the nearest noun, verb and preposition on each side. */
function writeGovernors(row: FeatureRow, columns: NameColumns, number: number, side: number): void {
  const first = columns.runFirst[number] as number;
  const last = columns.runLast[number] as number;
  put(row, 120, near(columns, { from: first - 1, step: -1, tag: NOUN }), side);
  put(row, 121, near(columns, { from: first - 1, step: -1, tag: VERB }), side);
  put(row, 122, near(columns, { from: first - 1, step: -1, tag: ADPOSITION }), side);
  put(row, 123, near(columns, { from: last, step: 1, tag: NOUN }), side);
  put(row, 124, near(columns, { from: last, step: 1, tag: VERB }), side);
}

/** Tags as columns hold them: one more than their index. */
const NOUN = 9;
const VERB = 17;
const ADPOSITION = 3;
/** How far is looked for a word that governs a run. */
const REACH = 5;

/** The lower-case hash of the nearest word of a tag, 0 where there is none near; `from` is looked at first. */
function near(columns: NameColumns, { from, step, tag }: { from: number; step: number; tag: number }): number {
  for (let place = from, left = REACH; left > 0; place += step, left--) {
    const own = columns.tag[place];
    if (own === 0 || own === undefined) return 0;
    if (own === tag) return hashOf(columns.forms, columns.form[place] as number, LOWER);
  }
  return 0;
}

/** Of a word's place in its run. */
export function writePosition(row: FeatureRow, columns: NameColumns, place: number): void {
  const { forms, form } = columns;
  const number = columns.run[place] as number;
  const first = columns.runFirst[number] as number;
  const last = columns.runLast[number] as number;
  const where = 1 + Math.min(place - first, 4) * 8 + Math.min(last - first, 6) * 64;
  put(row, 74, where, 0);
  put(row, 77, hashOf(forms, form[first - 1] as number, LOWER), where);
  put(row, 78, hashOf(forms, form[last] as number, LOWER), where);
}

/** How often the document has a word in lower case, and capitalised inside a sentence of mixed case. */
export interface Times {
  readonly lower: number;
  readonly capital: number;
}

/** Of how a word is written elsewhere in the document. */
export function writeTimes(row: FeatureRow, times: Times, casing: number, opens: number): void {
  put(row, 90, 1 + Math.min(times.lower, 2) + 4 * Math.min(times.capital, 3), casing + 8 * opens);
}

/** Of one capitalised place of a word, for all places of the same word in the document. */
export function writeOccurrence(row: FeatureRow, columns: NameColumns, place: number): void {
  const { forms, form, marks } = columns;
  const number = columns.run[place] as number;
  const first = columns.runFirst[number] as number;
  const last = columns.runLast[number] as number;
  const toEnd = last - 1 - place;
  put(row, 91, hashOf(forms, form[place - 1] as number, LOWER), 0);
  put(row, 92, hashOf(forms, form[place + 1] as number, LOWER), 0);
  put(row, 93, hashOf(forms, form[first - 1] as number, LOWER), place === first ? 1 : 2);
  put(row, 94, hashOf(forms, form[last] as number, LOWER), toEnd === 0 ? 1 : 2);
  put(row, 95, hashOf(forms, form[first] as number, LOWER), Math.min(place - first, 2) + 1);
  put(row, 96, hashOf(forms, form[last - 1] as number, LOWER), Math.min(toEnd, 2) + 1);
  put(row, 97, marks[first] as number, marks[last - 1] as number);
  put(row, 98, Math.min(last - first, 4), Math.min(place - first, 3) + 1);
  put(row, 99, near(columns, { from: first - 1, step: -1, tag: NOUN }), toEnd === 0 ? 1 : 2);
  put(row, 89, near(columns, { from: last, step: 1, tag: VERB }), toEnd === 0 ? 1 : 2);
}
