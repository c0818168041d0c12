import type { LinearModel } from '../linear/index.js';
import { FORMS, TAGS } from './annotated.js';
import { createKeptScores, type KeptScores } from './keep-scores.js';
import type { NameColumns } from './name-columns.js';
import {
  AROUND,
  sideOf,
  writeFarTags,
  writeMarks,
  writeNeighbour,
  writeOwn,
  writePairs,
  writePennTag,
  writePennTags,
  writePosition,
  writeRun,
  writeStyled,
  writeTags,
  writeTimes,
} from './name-features.js';
import { CASINGS } from './name-forms.js';
import { NAME_LABELS } from './name-labels.js';
import type { NameOccurrences } from './name-occurrences.js';
import { writeOccurrences } from './write-name-features.js';

/** Sums the weights of the features of a word. */
export interface NameScorer {
  /** Before the words of another document are scored. */
  begin(columns: NameColumns, occurrences: NameOccurrences): void;
  /** Adds the scores of all labels of the word at a place to `scores[offset + label]`. */
  score(place: number, scores: Int32Array, offset: number): void;
}

const TAG_CODES = TAGS.length + 1;
const PENN_CODES = FORMS.length + 1;
/** Ways in which a form is scored for itself: as such, as each neighbour, and in the eight styles. */
const STYLED = 1 + AROUND.length;
const ROLES = STYLED + 8;

/**
 * What `writeNameFeatures` writes, summed. Sums of what depends on one word, on marks, or on tags are kept from document
 * to document, those of runs and of a word's other places within one; only the rest is looked up for every word.
 */
export function createNameScorer(model: LinearModel): NameScorer {
  const kept = createKeptScores(model);
  const passing = createKeptScores(model);
  const rows = createKeptScores(model);
  let byForm = new Int32Array(0);
  const byTags = new Int32Array(TAG_CODES ** 3 * CASINGS.length);
  const byFarTags = [new Int32Array(TAG_CODES ** 3), new Int32Array(TAG_CODES ** 3)] as const;
  const byPennTag = new Int32Array(PENN_CODES * CASINGS.length);
  const byPennTags = [new Int32Array(PENN_CODES ** 2), new Int32Array(PENN_CODES ** 2)] as const;
  const markNumbers = new Map<number, number>();
  let byMarks = new Int32Array(0);
  let byRun = new Int32Array(0);
  let byWord = new Int32Array(0);
  let columns: NameColumns;
  let occurrences: NameOccurrences;

  const ofForm = (form: number, role: number): number => {
    const at = form * ROLES + role;
    const held = byForm[at] as number;
    if (held !== 0) return held;
    const row = kept.open();
    if (role === 0) writeOwn(row, columns.forms, form);
    else if (role >= STYLED) writeStyled(row, columns.forms, form, role - STYLED);
    else writeNeighbour(row, columns.forms, form, AROUND[role - 1] as number);
    const slot = kept.keep();
    byForm[at] = slot;
    return slot;
  };

  const ofMarks = (marks: number, casing: number, distance: number): number => {
    let number = markNumbers.get(marks);
    if (number === undefined) {
      number = markNumbers.size;
      markNumbers.set(marks, number);
      byMarks = grown(byMarks, markNumbers.size * 3 * CASINGS.length);
    }
    const at = (number * 3 + distance + 1) * CASINGS.length + casing;
    const held = byMarks[at] as number;
    if (held !== 0) return held;
    writeMarks(kept.open(), marks, casing, distance);
    const slot = kept.keep();
    byMarks[at] = slot;
    return slot;
  };

  const ofTags = (casing: number, before: number, tag: number, after: number): number => {
    const at = ((before * TAG_CODES + tag) * TAG_CODES + after) * CASINGS.length + casing;
    const held = byTags[at] as number;
    if (held !== 0) return held;
    writeTags(kept.open(), casing, before, tag, after);
    const slot = kept.keep();
    byTags[at] = slot;
    return slot;
  };

  const ofFarTags = (far: number, near: number, tag: number, side: 0 | 1): number => {
    const at = (far * TAG_CODES + near) * TAG_CODES + tag;
    const held = byFarTags[side][at] as number;
    if (held !== 0) return held;
    writeFarTags(kept.open(), far, near, tag, side);
    const slot = kept.keep();
    byFarTags[side][at] = slot;
    return slot;
  };

  const ofPennTag = (pennTag: number, casing: number): number => {
    const at = pennTag * CASINGS.length + casing;
    const held = byPennTag[at] as number;
    if (held !== 0) return held;
    writePennTag(kept.open(), pennTag, casing);
    const slot = kept.keep();
    byPennTag[at] = slot;
    return slot;
  };

  const ofPennTags = (beside: number, pennTag: number, side: 0 | 1): number => {
    const at = beside * PENN_CODES + pennTag;
    const held = byPennTags[side][at] as number;
    if (held !== 0) return held;
    writePennTags(kept.open(), beside, pennTag, side);
    const slot = kept.keep();
    byPennTags[side][at] = slot;
    return slot;
  };

  const ofRun = (run: number, side: number): number => {
    const at = run * 4 + side;
    const held = byRun[at] as number;
    if (held !== 0) return held;
    writeRun(passing.open(), columns, run, side);
    const slot = passing.keep();
    byRun[at] = slot;
    return slot;
  };

  const ofWord = (word: number): number => {
    const held = byWord[word] as number;
    if (held !== 0) return held;
    writeOccurrences(passing.open(), columns, occurrences, word);
    const slot = passing.keep();
    byWord[word] = slot;
    return slot;
  };

  return {
    begin(read, found) {
      columns = read;
      occurrences = found;
      byForm = grown(byForm, columns.forms.count * ROLES);
      passing.forget(1);
      byRun = emptied(byRun, columns.runCount * 4);
      byWord = emptied(byWord, occurrences.wordCount);
    },
    score(place, scores, offset) {
      const { forms, form, tag, pennTag, style, marks } = columns;
      const own = form[place] as number;
      const casing = forms.casing[own] as number;
      const to = { scores, offset };
      addSum(kept, ofForm(own, 0), to);
      addSum(kept, ofForm(own, STYLED + (style[place] as number)), to);
      for (let role = 1; role < STYLED; role++)
        addSum(kept, ofForm(form[place + (AROUND[role - 1] as number)] as number, role), to);
      const row = rows.open();
      writePairs(row, columns, place);
      for (let distance = -1; distance <= 1; distance++) {
        const mark = marks[place + distance] as number;
        if (mark !== 0 || distance === 0) addSum(kept, ofMarks(mark, casing, distance), to);
      }
      const before = tag[place - 1] as number;
      const here = tag[place] as number;
      const after = tag[place + 1] as number;
      addSum(kept, ofTags(casing, before, here, after), to);
      addSum(kept, ofFarTags(tag[place - 2] as number, before, here, 0), to);
      addSum(kept, ofFarTags(tag[place + 2] as number, after, here, 1), to);
      const penn = pennTag[place] as number;
      addSum(kept, ofPennTag(penn, casing), to);
      addSum(kept, ofPennTags(pennTag[place - 1] as number, penn, 0), to);
      addSum(kept, ofPennTags(pennTag[place + 1] as number, penn, 1), to);
      const run = columns.run[place] as number;
      if (run !== -1) {
        addSum(passing, ofRun(run, sideOf(columns, place)), to);
        writePosition(row, columns, place);
        const word = occurrences.word[place] as number;
        if (word !== -1) {
          writeTimes(
            row,
            occurrences.times[word] as { lower: number; capital: number },
            casing,
            (style[place] as number) >> 2,
          );
          if (occurrences.nextPlace[occurrences.firstPlace[word] as number] !== -1) addSum(passing, ofWord(word), to);
        }
      }
      rows.addRow(scores, offset);
    },
  };
}

function addSum({ sums }: KeptScores, slot: number, { scores, offset }: { scores: Int32Array; offset: number }): void {
  const from = slot * NAME_LABELS;
  for (let label = 0; label < NAME_LABELS; label++)
    scores[offset + label] = (scores[offset + label] as number) + (sums[from + label] as number);
}

/** An array of at least so many numbers that begins as the other does. */
function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  if (array.length >= length) return array as Int32Array<ArrayBuffer>;
  const larger = new Int32Array(length * 2);
  larger.set(array);
  return larger;
}

/** An array of at least so many numbers whose first ones are 0. */
function emptied(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  if (array.length < length) return new Int32Array(length * 2);
  array.fill(0, 0, length);
  return array as Int32Array<ArrayBuffer>;
}
