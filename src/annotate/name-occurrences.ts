import { LOWER_STYLE, MIXED_STYLE, type NameColumns, PADDING } from './name-columns.js';
import type { Times } from './name-features.js';
import { CAPITAL, MIXED } from './name-forms.js';

/** Places of one word that speak for all its places. */
export const MOST_OCCURRENCES = 6;

/** Where the words of runs stand again in a document. */
export interface NameOccurrences {
  /** Number of the word at a place among those that stand in runs, whatever their case; -1 outside runs. */
  readonly word: Int32Array;
  readonly wordCount: number;
  /** Of each word, its first place in a run, and of each such place the next one of the same word, else -1. */
  readonly firstPlace: Int32Array;
  readonly nextPlace: Int32Array;
  readonly times: readonly Times[];
}

/** Finds the places of the words that stand in runs. Cost grows linearly with the words. */
export function findOccurrences(columns: NameColumns): NameOccurrences {
  const { forms, form, run, places } = columns;
  const numbers = new Map<number, number>();
  const word = new Int32Array(places).fill(-1);
  const nextPlace = new Int32Array(places).fill(-1);
  const latest: number[] = [];
  const firstPlace: number[] = [];
  for (let place = 0; place < places; place++) {
    if (run[place] === -1) continue;
    const casing = forms.casing[form[place] as number] as number;
    if (casing < CAPITAL || casing > MIXED) continue;
    const lower = forms.lower[form[place] as number] as number;
    let number = numbers.get(lower);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(lower, number);
      firstPlace.push(place);
    } else nextPlace[latest[number] as number] = place;
    word[place] = number;
    latest[number] = place;
  }
  return {
    word,
    wordCount: numbers.size,
    firstPlace: Int32Array.from(firstPlace),
    nextPlace,
    times: countTimes(columns, numbers),
  };
}

function countTimes(columns: NameColumns, numbers: ReadonlyMap<number, number>): readonly Times[] {
  const { forms, form, style, sentences } = columns;
  const times = Array.from(numbers, () => ({ lower: 0, capital: 0 }));
  if (times.length === 0) return times;
  sentences.forEach(({ first, last }, sentence) => {
    const shift = PADDING * (sentence + 1);
    const kind = (style[first + shift] as number) & 3;
    if (kind !== MIXED_STYLE && kind !== LOWER_STYLE) return;
    for (let place = first + shift; place < last + shift; place++) {
      const own = form[place] as number;
      const number = numbers.get(forms.lower[own] as number);
      if (number === undefined) continue;
      const casing = forms.casing[own] as number;
      const count = times[number] as { lower: number; capital: number };
      if (casing === 0) count.lower++;
      else if (place > first + shift) count.capital++;
    }
  });
  return times;
}
