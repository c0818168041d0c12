import type { Counts } from '../../../domain/index.js';
import type { NumberWordKind, Resources } from '../../../resources/index.js';
import type { NounPhrase } from '../../phrases/reading.js';
import type { View } from '../../view.js';
import { type NumberReading, readNumber } from './read-number.js';

const AND = new Set(['to', 'and', 'or', '-', '–']);
/** Words behind a number and a hyphen that leave it a count; others make it a measure of each: "a 12-year-old boy". */
const COUNTING_COMPOUNDS = new Set(['strong', 'man', 'member', 'person', 'plus']);
/** Words that bound a number are at most so many. */
const LONGEST_BOUND = 3;

/**
 * Reads how many a phrase counts, as the text says it: "at least 38 people" from 38 on, "between 47 and 53", "dozens".
 * Money and shares keep their unit ("$", "percent"), so that they never pass for a number of people. Null where it counts nothing.
 */
export function readCounts(view: View, resources: Resources, phrase: NounPhrase): Counts | null {
  const from = Math.min(phrase.first, phrase.count?.first ?? phrase.first);
  for (let index = from; index < phrase.last; index++) {
    if (!opensNumber(view, resources, index)) continue;
    const first = readNumber(view, resources, index, phrase.last);
    if (first === null || isMeasure(view, first.last) || isYear(view, phrase, index)) continue;
    const sentence = view.sentenceOf(index);
    const number = withSecond(view, resources, {
      first,
      index,
      end: Math.max(phrase.last, Math.min(first.last + 3, sentence.last)),
    });
    return write(view, resources, { phrase, index, number, floor: sentence.first });
  }
  return null;
}

function opensNumber(view: View, { numberWords }: Resources, index: number): boolean {
  const lower = view.lower(index);
  if (view.hint(index) === 'DATE') return false;
  const code = lower.charCodeAt(0);
  if (code >= 48 && code <= 57) return view.tag(index) === 'NUM';
  if (lower === 'a' || lower === 'an') return true;
  const kind = numberWords.get(lower)?.kind;
  if (kind === 'CARDINAL') return view.tag(index) === 'NUM';
  return kind === 'MULTIPLE' || kind === 'VAGUE' || kind === 'PAIR' || kind === 'HALF';
}

/** "12-year-old", "two-day": how old or long each is. */
function isMeasure(view: View, next: number): boolean {
  return view.lower(next) === '-' && view.glued(next) && !COUNTING_COMPOUNDS.has(view.lower(next + 1));
}

/** "the 2009 uprising": one of something has no such number. */
function isYear(view: View, { head }: NounPhrase, index: number): boolean {
  const lower = view.lower(index);
  return lower.length === 4 && lower > '1500' && lower < '2200' && head > index && view.form(head) !== 'NNS';
}

interface Found extends NumberReading {
  readonly isRange: boolean;
}

/** "47 to 53", "between 47 and 53", "two or three". */
function withSecond(
  view: View,
  resources: Resources,
  { first, index, end }: { readonly first: NumberReading; readonly index: number; readonly end: number },
): Found {
  const link = view.lower(first.last);
  const alone = { ...first, isRange: false };
  if (!AND.has(link) || first.max === null || first.last + 1 >= end) return alone;
  if (link === 'and' && view.lower(index - 1) !== 'between') return alone;
  const second = view.tag(first.last + 1) === 'NUM' ? readNumber(view, resources, first.last + 1, end) : null;
  if (second === null || second.max === null || second.max <= first.max) return alone;
  // "2 to 3 million": the scale is the second's, and the first's too.
  const scale = second.max >= 1000 && first.max < 1000 && second.last > first.last + 2 ? scaleOf(second.max) : 1;
  return { last: second.last, min: first.max * scale, max: second.max, approximate: false, isRange: true };
}

function scaleOf(value: number): number {
  return value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1000;
}

function write(
  view: View,
  resources: Resources,
  {
    phrase,
    index,
    number,
    floor,
  }: { readonly phrase: NounPhrase; readonly index: number; readonly number: Found; readonly floor: number },
): Counts {
  const currency = resources.numberWords.get(view.lower(index - 1))?.kind === 'CURRENCY';
  const opens =
    number.isRange && /^(?:between|from)$/.test(view.lower(index - 1)) ? index - 1 : currency ? index - 1 : index;
  const bound = boundBefore(view, resources, opens, floor);
  const [min, max] =
    bound.kind === 'LEAST' ? [number.min, null] : bound.kind === 'MOST' ? [null, number.max] : [number.min, number.max];
  return {
    min,
    max,
    approximate: number.approximate || bound.kind === 'ABOUT',
    unit: currency ? view.lower(index - 1) : unitOf(view, phrase, index, number.last),
    ...view.quote({ first: bound.first, last: number.last }),
  };
}

/** "at least", "some", "no more than": the words before a number that bound or blur it. */
function boundBefore(
  view: View,
  { numberWords }: Resources,
  index: number,
  floor: number,
): { readonly first: number; readonly kind: NumberWordKind | null } {
  for (let length = LONGEST_BOUND; length >= 1; length--) {
    const first = index - length;
    if (first < floor) continue;
    let words = view.lower(first);
    for (let next = first + 1; next < index; next++) words += ` ${view.lower(next)}`;
    const kind = numberWords.get(words)?.kind;
    if (kind === 'LEAST' || kind === 'MOST' || kind === 'ABOUT') return { first, kind };
  }
  return { first: index, kind: null };
}

/** The noun that is counted; null where the number stands alone or is part of a word ("a 12-strong gang"). */
function unitOf(view: View, phrase: NounPhrase, first: number, last: number): string | null {
  const isInside = phrase.head >= first && phrase.head < last;
  return isInside || view.lower(last) === '-' ? null : view.lower(phrase.head);
}
