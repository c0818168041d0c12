import { hashUnits } from '../../base/index.js';

/** Distinct texts by number, as columns. */
export interface TextColumns {
  readonly bytes: Uint8Array;
  /** Where each begins among the bytes; one more at the end. */
  readonly starts: Uint32Array;
  /** 1 where it has two bytes for a UTF-16 code unit, little end first; 0 where it has one. So any text is kept as it is. */
  readonly wide: Uint8Array;
  /** A hash table of a power of two: each slot a number and one, or 0. Texts are sought from the place of their hash on. */
  readonly slots: Uint32Array;
}

/** Finds texts, and their numbers. */
export interface Texts {
  readonly count: number;
  at(number: number): string;
  /** The same for numbers that come again and again: some of the last ones are kept. */
  commonAt(number: number): string;
  /** By the number and one that a column keeps; null for 0. */
  optionalAt(code: number): string | null;
  /** -1 where it is none of them. */
  numberOf(text: string): number;
}

/** Reads texts off their columns. */
export function readTexts(columns: TextColumns): Texts {
  const { bytes, starts, wide, slots } = columns;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (number: number): string =>
    buffer.toString(wide[number] === 1 ? 'utf16le' : 'latin1', starts[number], starts[number + 1]);
  const keptNumbers = new Int32Array(KEPT).fill(-1);
  const keptTexts = new Array<string>(KEPT).fill('');
  const commonAt = (number: number): string => {
    const place = number & (KEPT - 1);
    if (keptNumbers[place] === number) return keptTexts[place]!;
    const text = at(number);
    keptNumbers[place] = number;
    keptTexts[place] = text;
    return text;
  };
  return {
    count: wide.length,
    at,
    commonAt,
    optionalAt: (code) => (code === 0 ? null : commonAt(code - 1)),
    numberOf: (text) => (slots[slotOf(columns, text, hashUnits(text))] ?? 0) - 1,
  };
}

/** The slot that holds the text, else the empty one where it would go; -1 where there is neither. */
export function slotOf(columns: TextColumns, text: string, hash: number): number {
  const { slots } = columns;
  const last = slots.length - 1;
  let slot = hash & last;
  for (let tried = 0; tried <= last; tried++) {
    const code = slots[slot]!;
    if (code === 0 || isText(columns, code - 1, text)) return slot;
    slot = (slot + 1) & last;
  }
  return -1;
}

/** True for a text with a code unit that one byte does not hold. */
export function isWide(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0xff) return true;
  return false;
}

/** Texts that are kept, a power of two. */
const KEPT = 4096;

function isText({ bytes, starts, wide }: TextColumns, number: number, text: string): boolean {
  const start = starts[number]!;
  const length = starts[number + 1]! - start;
  if (wide[number] === 0) {
    if (length !== text.length) return false;
    for (let index = 0; index < length; index++) if (bytes[start + index] !== text.charCodeAt(index)) return false;
    return true;
  }
  if (length !== 2 * text.length) return false;
  for (let index = 0; index < text.length; index++) {
    const place = start + 2 * index;
    if ((bytes[place]! | (bytes[place + 1]! << 8)) !== text.charCodeAt(index)) return false;
  }
  return true;
}
