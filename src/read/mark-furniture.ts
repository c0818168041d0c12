import type { Span } from '../base/index.js';
import { CREDIT_WORDS, FURNITURE_PATTERNS, type FurniturePattern, SIGN_UP_PROMISE } from './furniture-patterns.js';

/**
 * The parts of a text that are not the writer's: whole lines, and credits in parentheses at the end of long ones.
 * Ascending, disjoint, without the white space around them; what stands in one box is one span. The text stays as it is,
 * so that no offset shifts. Where nothing is furniture, the list is empty.
 */
export function markFurniture(text: string): readonly Span[] {
  const lines = readLines(text);
  const marks = lines.map((line) => markLine(line.text));
  const spans: Span[] = [];
  for (const [index, line] of lines.entries()) {
    const mark = marks[index] ?? null;
    if (mark !== null) spans.push({ start: line.start + mark.start, end: line.start + line.text.length });
    else if (isInBox(lines, marks, index)) spans.push({ start: line.start, end: line.start + line.text.length });
  }
  return joinNeighbors(text, spans);
}

/** Longer lines are paragraphs: only a credit at their end can be furniture. */
const LONGEST_LINE = 400;
const LONGEST_CAPTION = 300;
const LONGEST_BOX_LINE = 120;
const LONGEST_CREDIT = 160;
/** A list of related headlines is not longer; what follows it is text again. */
const LONGEST_LIST = 12;

interface Line {
  readonly start: number;
  /** Without the white space around it; of a line over LONGEST_LINE the whole line too. */
  readonly text: string;
  readonly afterBlank: boolean;
}

interface Mark {
  readonly pattern: FurniturePattern;
  /** Offset in the line from which it is furniture. */
  readonly start: number;
}

function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const whole = text.slice(start, end);
    const trimmed = whole.trim();
    if (trimmed === '') {
      afterBlank = true;
    } else {
      lines.push({ start: start + (whole.length - whole.trimStart().length), text: trimmed, afterBlank });
      afterBlank = false;
    }
    start = end + 1;
  }
  return lines;
}

function markLine(line: string): Mark | null {
  for (const pattern of FURNITURE_PATTERNS) {
    if (pattern.extent === 'CREDITED') {
      const start = findCredit(line, pattern);
      if (start !== null) return { pattern, start };
    } else if (line.length <= LONGEST_LINE) {
      const match = pattern.pattern.exec(line);
      if (match !== null && holdsNames(match.groups?.names)) return { pattern, start: 0 };
    }
  }
  return null;
}

/** Where the furniture of a line with a credit at its end begins: with the caption that it ends, else with the credit. */
function findCredit(line: string, { pattern }: FurniturePattern): number | null {
  const last = line.at(-1);
  if (last !== ')' && last !== ']') return null;
  const from = Math.max(0, line.length - LONGEST_CREDIT);
  const match = pattern.exec(line.slice(from));
  if (match === null) return null;
  if (line.length <= LONGEST_CAPTION) return 0;
  const credit = from + match.index;
  return credit + (line.slice(credit).length - line.slice(credit).trimStart().length);
}

const NO_NAME =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|June|July|August|September|October|November|December)$/;

/** True where every word is capitalised or stands between names, and one at least is a name. */
function holdsNames(words: string | undefined): boolean {
  if (words === undefined) return true;
  let names = 0;
  for (const word of words.split(/[\s,;:./()&|[\]]+/)) {
    if (word === '' || CREDIT_WORDS.has(word.toLowerCase())) continue;
    if (NO_NAME.test(word) || !/^@?(?:[a-z]{1,2}['’-])?\p{Lu}/u.test(word)) return false;
    names++;
  }
  return names > 0;
}

/** True for the line between two lines of a sign-up box, for a promise next to one, and for headlines under a list's title. */
function isInBox(lines: readonly Line[], marks: readonly (Mark | null)[], index: number): boolean {
  const line = lines[index] as Line;
  if (line.text.length > LONGEST_BOX_LINE) return false;
  const signsUpBefore = marks[index - 1]?.pattern.extent === 'SIGN_UP';
  const signsUpAfter = marks[index + 1]?.pattern.extent === 'SIGN_UP';
  const together = !line.afterBlank && lines[index + 1]?.afterBlank === false;
  if (signsUpBefore && signsUpAfter && together) return true;
  if (SIGN_UP_PROMISE.test(line.text) && !/["“”]/.test(line.text)) {
    if (signsUpBefore && (signsUpAfter || !line.afterBlank)) return true;
    if (signsUpAfter && lines[index + 1]?.afterBlank === false) return true;
  }
  return isListed(lines, marks, index);
}

function isListed(lines: readonly Line[], marks: readonly (Mark | null)[], index: number): boolean {
  for (let back = index; back > index - LONGEST_LIST && back >= 0; back--) {
    const line = lines[back] as Line;
    if (marks[back]?.pattern.extent === 'LIST') return back < index;
    if (line.afterBlank || line.text.length > LONGEST_BOX_LINE || /[.!?]["”’)]*$/.test(line.text)) return false;
  }
  return false;
}

/** Furniture lines with nothing but white space between them are one span. */
function joinNeighbors(text: string, spans: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const before = joined.at(-1);
    if (before !== undefined && text.slice(before.end, start).trim() === '') before.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
