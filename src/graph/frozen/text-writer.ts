import { hashUnits } from '../../base/index.js';
import { isWide, slotOf, type TextColumns } from './texts.js';

/** Gives texts numbers, in the order in which they come. */
export interface TextWriter {
  readonly count: number;
  /** The text's number; its own for ever. */
  add(text: string): number;
  /** Its number and one; 0 for null. */
  addOptional(text: string | null): number;
  /** -1 where it was not added. */
  numberOf(text: string): number;
  /** As columns; nothing is added any more. */
  finish(): TextColumns;
}

/** No texts. @throws RangeError, when one is added, where all of them take more than 4 GiB. */
export function createTextWriter(): TextWriter {
  let columns = {
    bytes: new Uint8Array(1 << 16),
    starts: new Uint32Array(1 << 10),
    wide: new Uint8Array(1 << 10),
    slots: new Uint32Array(1 << 10),
  };
  let hashes = new Uint32Array(1 << 10);
  let count = 0;

  const makeRoom = (end: number): void => {
    const { bytes, starts, wide } = columns;
    if (end <= bytes.length && count + 1 < starts.length && count < wide.length) return;
    if (end >= 2 ** 32) throw new RangeError('The texts of a frozen graph take more than 4 GiB.');
    hashes = widen(hashes, count + 1);
    columns = {
      ...columns,
      bytes: widen(bytes, end),
      starts: widen(starts, count + 2),
      wide: widen(wide, count + 1),
    };
  };
  const append = (text: string): void => {
    const start = columns.starts[count]!;
    const size = isWide(text) ? 2 : 1;
    const end = start + size * text.length;
    makeRoom(end);
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      columns.bytes[start + size * index] = unit;
      if (size === 2) columns.bytes[start + 2 * index + 1] = unit >>> 8;
    }
    columns.wide[count] = size - 1;
    columns.starts[++count] = end;
  };
  /** Twice the slots, so that no more than half are ever taken. */
  const spread = (): void => {
    const slots = new Uint32Array(2 * columns.slots.length);
    for (let number = 0; number < count; number++) {
      let slot = hashes[number]! & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    columns = { ...columns, slots };
  };
  const add = (text: string): number => {
    const hash = hashUnits(text);
    const slot = slotOf(columns, text, hash);
    const there = columns.slots[slot]!;
    if (there > 0) return there - 1;
    append(text);
    hashes[count - 1] = hash;
    columns.slots[slot] = count;
    if (2 * count > columns.slots.length) spread();
    return count - 1;
  };
  return {
    get count() {
      return count;
    },
    add,
    addOptional: (text) => (text === null ? 0 : add(text) + 1),
    numberOf: (text) => columns.slots[slotOf(columns, text, hashUnits(text))]! - 1,
    finish: () => ({
      bytes: columns.bytes.subarray(0, columns.starts[count]),
      starts: columns.starts.subarray(0, count + 1),
      wide: columns.wide.subarray(0, count),
      slots: columns.slots,
    }),
  };
}

/** The rows with room for so many at least. */
function widen<Numbers extends Uint8Array | Uint32Array>(rows: Numbers, least: number): Numbers {
  if (least <= rows.length) return rows;
  const wider = new (rows.constructor as new (length: number) => Numbers)(Math.max(least, 2 * rows.length));
  wider.set(rows);
  return wider;
}
