import { mixFeature } from '../linear/index.js';
import { CASED, FORM_HASHES, LOWER, type NameColumns, PREFIXES, SHAPE, SHORT_SHAPE, SUFFIXES } from './name-columns.js';

/** No word has more features than this. */
export const MOST_NAME_FEATURES = 256;

/** Other places in the document that are asked about a word, on each side. */
const MOST_OTHERS = 3;

/** Stands for the word before the first and after the last of a sentence. */
const EDGE = 0x5bd1e995;

/**
 * Writes the features of one word into `out`, as 32-bit hashes, and gives their number. Templates are numbered in the
 * order of their writing; a change here makes models that were trained before useless.
 */
export function writeNameFeatures(columns: NameColumns, index: number, out: Uint32Array): number {
  const writer: Writer = { out, count: 0, template: 0 };
  writeWords(writer, columns, index);
  writeShapes(writer, columns, index);
  writeMarks(writer, columns, index);
  writeTags(writer, columns, index);
  if ((columns.runFirst[index] as number) !== -1) {
    writeRun(writer, columns, index);
    writeDocument(writer, columns, index);
  }
  return writer.count;
}

interface Writer {
  readonly out: Uint32Array;
  count: number;
  template: number;
}

function put(writer: Writer, template: number, a: number, b: number): void {
  writer.out[writer.count++] = mixFeature(template, a, b);
}

/** A hash of the word at an index, EDGE outside the sentence of the word that is asked about. */
function at(columns: NameColumns, index: number, which: number, sentence: number): number {
  if (index < 0 || index >= columns.count || columns.sentence[index] !== sentence) return EDGE;
  return columns.hashes[(columns.form[index] as number) * FORM_HASHES + which] as number;
}

function writeWords(writer: Writer, columns: NameColumns, index: number): void {
  const sentence = columns.sentence[index] as number;
  const lower = at(columns, index, LOWER, sentence);
  const before = at(columns, index - 1, LOWER, sentence);
  const after = at(columns, index + 1, LOWER, sentence);
  const before2 = at(columns, index - 2, LOWER, sentence);
  const after2 = at(columns, index + 2, LOWER, sentence);
  put(writer, 1, 0, 0);
  put(writer, 2, lower, 0);
  put(writer, 3, at(columns, index, CASED, sentence), 0);
  put(writer, 4, before, 0);
  put(writer, 5, after, 0);
  put(writer, 6, before2, 0);
  put(writer, 7, after2, 0);
  put(writer, 8, at(columns, index - 1, CASED, sentence), 0);
  put(writer, 9, at(columns, index + 1, CASED, sentence), 0);
  put(writer, 10, before, lower);
  put(writer, 11, lower, after);
  put(writer, 12, before2, before);
  put(writer, 13, after, after2);
  const form = (columns.form[index] as number) * FORM_HASHES;
  for (let length = 1; length <= 5; length++) {
    const prefix = columns.hashes[form + PREFIXES + length - 1] as number;
    if (prefix === 0) break;
    if (length > 1) put(writer, 13 + length, prefix, 0);
    put(writer, 20 + length, columns.hashes[form + SUFFIXES + length - 1] as number, 0);
  }
  put(writer, 30, at(columns, index - 1, SUFFIXES + 2, sentence), 0);
  put(writer, 31, at(columns, index + 1, SUFFIXES + 2, sentence), 0);
}

function writeShapes(writer: Writer, columns: NameColumns, index: number): void {
  const sentence = columns.sentence[index] as number;
  const range = columns.sentences[sentence];
  const shape = at(columns, index, SHAPE, sentence);
  const short = at(columns, index, SHORT_SHAPE, sentence);
  const before = at(columns, index - 1, SHORT_SHAPE, sentence);
  const after = at(columns, index + 1, SHORT_SHAPE, sentence);
  const style = columns.style[sentence] as number;
  const place = (index === range?.first ? 1 : 0) + 2 * style;
  put(writer, 40, shape, 0);
  put(writer, 41, short, place);
  put(writer, 42, before, 0);
  put(writer, 43, after, 0);
  put(writer, 44, mixFeature(0, before, short), after);
  put(writer, 45, before, short);
  put(writer, 46, short, after);
  put(writer, 47, at(columns, index - 1, LOWER, sentence), short);
  put(writer, 48, short, at(columns, index + 1, LOWER, sentence));
  put(writer, 49, at(columns, index, LOWER, sentence), place);
  put(writer, 50, mixFeature(0, at(columns, index - 2, SHORT_SHAPE, sentence), before), mixFeature(0, short, after));
  put(writer, 51, at(columns, index, SUFFIXES + 2, sentence), short);
  put(writer, 52, before, mixFeature(0, short, at(columns, index, SUFFIXES + 1, sentence)));
}

function writeMarks(writer: Writer, columns: NameColumns, index: number): void {
  const sentence = columns.sentence[index] as number;
  const casing = columns.casing[columns.form[index] as number] as number;
  const here = columns.marks[index] as number;
  const before = marksAt(columns, index - 1, sentence);
  const after = marksAt(columns, index + 1, sentence);
  for (let kind = 0; kind < 16; kind++) {
    const mark = (here >>> (2 * kind)) & 3;
    if (mark !== 0) put(writer, 60, 4 * kind + mark, casing + 1);
    const markBefore = (before >>> (2 * kind)) & 3;
    if (markBefore !== 0) put(writer, 61, 4 * kind + markBefore, casing + 1);
    const markAfter = (after >>> (2 * kind)) & 3;
    if (markAfter !== 0) put(writer, 62, 4 * kind + markAfter, casing + 1);
  }
  put(writer, 63, here, casing + 1);
  if ((before | here) !== 0) put(writer, 64, before, here);
  if ((after | here) !== 0) put(writer, 65, here, after);
  put(writer, 66, here, at(columns, index - 1, LOWER, sentence));
  put(writer, 67, here, at(columns, index + 1, LOWER, sentence));
}

function marksAt(columns: NameColumns, index: number, sentence: number): number {
  return columns.sentence[index] === sentence ? (columns.marks[index] as number) : 0;
}

function writeTags(writer: Writer, columns: NameColumns, index: number): void {
  const sentence = columns.sentence[index] as number;
  const tag = columns.tags[index] as number;
  const before = tagAt(columns, index - 1, sentence);
  const after = tagAt(columns, index + 1, sentence);
  const casing = columns.casing[columns.form[index] as number] as number;
  put(writer, 100, tag, casing);
  put(writer, 101, before * 32 + tag, after);
  put(writer, 102, before * 32 + tag, casing);
  put(writer, 103, tag * 32 + after, casing);
  put(writer, 104, before * 32 + tagAt(columns, index - 2, sentence), tag);
  put(writer, 105, after * 32 + tagAt(columns, index + 2, sentence), tag);
  put(writer, 106, tag, at(columns, index, LOWER, sentence));
}

/** One more than the tag, 0 outside the sentence. */
function tagAt(columns: NameColumns, index: number, sentence: number): number {
  return columns.sentence[index] === sentence ? 1 + (columns.tags[index] as number) : 0;
}

/** The run of capitalised words that a word stands in: what stands around it, and how it begins and ends. */
function writeRun(writer: Writer, columns: NameColumns, index: number): void {
  const sentence = columns.sentence[index] as number;
  const first = columns.runFirst[index] as number;
  const last = columns.runLast[index] as number;
  const length = Math.min(last - first, 6);
  const position = Math.min(index - first, 4);
  const behind = Math.min(last - 1 - index, 4);
  const where = 1 + position * 8 + length * 64;
  const side = (position === 0 ? 1 : 0) + (behind === 0 ? 2 : 0);
  const before = at(columns, first - 1, LOWER, sentence);
  const after = at(columns, last, LOWER, sentence);
  const head = at(columns, first, LOWER, sentence);
  const tail = at(columns, last - 1, LOWER, sentence);
  put(writer, 70, before, side + 1);
  put(writer, 71, after, side + 1);
  put(writer, 72, head, side + 1);
  put(writer, 73, tail, side + 1);
  put(writer, 74, where, 0);
  put(writer, 75, before, after);
  put(writer, 76, before, tail);
  put(writer, 77, before, where);
  put(writer, 78, after, where);
  put(writer, 79, at(columns, last - 1, SUFFIXES + 2, sentence), side + 1);
  put(writer, 80, columns.marks[last - 1] as number, side + 1);
  put(writer, 81, columns.marks[first] as number, side + 1);
  put(writer, 82, mixFeature(0, at(columns, first - 2, LOWER, sentence), before), 0);
  put(writer, 83, mixFeature(0, after, at(columns, last + 1, LOWER, sentence)), 0);
}

/** What the other places of the same word in the document say of it. */
function writeDocument(writer: Writer, columns: NameColumns, index: number): void {
  const lower = columns.lowerForm[columns.form[index] as number] as number;
  const casing = columns.casing[columns.form[index] as number] as number;
  const start = columns.sentences[columns.sentence[index] as number]?.first === index ? 1 : 0;
  const timesLower = Math.min(columns.timesLower[lower] as number, 2);
  const timesCapital = Math.min(columns.timesCapital[lower] as number, 3);
  put(writer, 90, 1 + timesLower + 4 * timesCapital, casing + 8 * start);
  writeOthers(writer, columns, { index, chain: columns.previousEqual });
  writeOthers(writer, columns, { index, chain: columns.nextEqual });
}

function writeOthers(
  writer: Writer,
  columns: NameColumns,
  { index, chain }: { index: number; chain: Int32Array },
): void {
  let other = chain[index] as number;
  for (let times = 0; other !== -1 && times < MOST_OTHERS; times++) {
    const sentence = columns.sentence[other] as number;
    const first = columns.runFirst[other] as number;
    const last = columns.runLast[other] as number;
    put(writer, 91, at(columns, other - 1, LOWER, sentence), 0);
    put(writer, 92, at(columns, other + 1, LOWER, sentence), 0);
    put(writer, 93, at(columns, first - 1, LOWER, sentence), other === first ? 1 : 2);
    put(writer, 94, at(columns, last, LOWER, sentence), other === last - 1 ? 1 : 2);
    put(writer, 95, at(columns, first, LOWER, sentence), Math.min(other - first, 2) + 1);
    put(writer, 96, at(columns, last - 1, LOWER, sentence), Math.min(last - 1 - other, 2) + 1);
    put(writer, 97, columns.marks[first] as number, columns.marks[last - 1] as number);
    put(writer, 98, Math.min(last - first, 4), Math.min(other - first, 3) + 1);
    other = chain[other] as number;
  }
}
