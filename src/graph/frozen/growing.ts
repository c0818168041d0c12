import type { ColumnKinds } from './columns.js';

/** A column that is filled from its beginning on. */
export interface Growing<Numbers> {
  readonly length: number;
  push(value: number): void;
  /** What was pushed; it is never changed afterwards, and nothing is pushed any more. */
  finish(): Numbers;
}

/** Lists, one for each item in turn: those of item n are from starts[n] to starts[n + 1] among the values. */
export interface GrowingLists {
  push(value: number): void;
  /** Ends the list of an item. */
  end(): void;
  finish(): { readonly starts: Uint32Array; readonly values: Uint32Array };
}

/** Empty columns by their kind. */
export const createGrowing = {
  U8: (): Growing<Uint8Array> => growing(Uint8Array),
  U32: (): Growing<Uint32Array> => growing(Uint32Array),
  F64: (): Growing<Float64Array> => growing(Float64Array),
} as const;

/** Lists of no item. */
export function createLists(): GrowingLists {
  const starts = createGrowing.U32();
  const values = createGrowing.U32();
  starts.push(0);
  return {
    push: values.push,
    end: () => starts.push(values.length),
    finish: () => ({ starts: starts.finish(), values: values.finish() }),
  };
}

/**
 * Lists of the places of values, by value: a counting sort. Value v stands at the places from starts[v] to starts[v + 1],
 * ascending; values are below `count`.
 */
export function listPlaces(
  values: Uint32Array,
  count: number,
): { readonly starts: Uint32Array; readonly places: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const value of values) starts[value + 1]!++;
  for (let value = 0; value < count; value++) starts[value + 1]! += starts[value]!;
  const next = starts.slice();
  const places = new Uint32Array(values.length);
  for (let place = 0; place < values.length; place++) places[next[values[place]!]!++] = place;
  return { starts, places };
}

/** Makes room for the rows of a column. */
export type Rows = ColumnKinds[keyof ColumnKinds];

function growing<Numbers extends Rows>(create: new (length: number) => Numbers): Growing<Numbers> {
  let rows = new create(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (value) => {
      if (length === rows.length) {
        const wider = new create(2 * length);
        wider.set(rows);
        rows = wider;
      }
      rows[length++] = value;
    },
    finish: () => rows.subarray(0, length) as Numbers,
  };
}
