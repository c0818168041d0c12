import type { TimePrecision } from '../../../domain/index.js';
import type { TimeWordKind } from '../../../resources/index.js';
import type { View } from '../../view.js';
import { type Day, type DayRange, dayOf } from './calendar.js';

/** What a token is in a time expression: a word of the lexicon, or one that digits write. */
export interface TimeToken {
  /** DAY_NUMBER "3rd", DECADE "1990s", DATE "2011-03-12", CLOCK "10:30", YEARS "2003-2008". */
  readonly kind: TimeWordKind | 'DAY_NUMBER' | 'DECADE' | 'DATE' | 'CLOCK' | 'YEARS';
  /** Of DATE a day; of YEARS the first year; of CLOCK 1 where it tells minutes. */
  readonly value: number;
  /** Of YEARS the last year. */
  readonly until?: number;
}

/** Where a time is seen from. */
export interface Standpoint {
  /** The document's day. */
  readonly now: Day;
  /** The day that the text told last; now where it told none. */
  readonly told: Day;
  /** True where the verb looks ahead: "will meet on Monday". */
  readonly isFuture: boolean;
}

/** A time expression, from some token to the one before `last`. */
export interface TimeReading {
  readonly last: number;
  readonly precision: TimePrecision;
  /** Null where the words tell no time seen from there: "in three days" of the past is how long. */
  readonly days: (seen: Standpoint) => DayRange | null;
}

/** A sentence as the readers of times ask it. */
export interface TimeText {
  readonly view: View;
  readonly words: ReadonlyMap<string, { readonly kind: TimeWordKind; readonly value: number }>;
  /** The token behind its last. */
  readonly last: number;
}

/** What a token is in a time expression; null for all others. */
export function timeToken({ view, words, last }: TimeText, index: number): TimeToken | null {
  if (index >= last) return null;
  const lower = view.lower(index);
  const first = lower.charCodeAt(0);
  return first >= 48 && first <= 57 ? readDigits(lower) : (words.get(lower) ?? null);
}

/** True for the token of such a kind. */
export function isKind(text: TimeText, index: number, kind: TimeToken['kind']): boolean {
  return timeToken(text, index)?.kind === kind;
}

/** True where the token is written with a capital. */
export function isCapital(view: View, index: number): boolean {
  const word = view.word(index);
  return word.toLowerCase() !== word;
}

/** The year that a token of four digits names; null for any other. */
export function yearAt({ view, last }: TimeText, index: number): number | null {
  const lower = index < last ? view.lower(index) : '';
  const year = lower.length === 4 ? Number(lower) : Number.NaN;
  return Number.isInteger(year) && year >= 1500 && year < 2200 ? year : null;
}

/** The day of a month that a token names: "12", "3rd"; null for any other. */
export function dayOfMonthAt(text: TimeText, index: number): number | null {
  const token = timeToken(text, index);
  const isDay =
    token !== null &&
    (token.kind === 'DAY_NUMBER' || (token.kind === 'NUMBER' && text.view.lower(index).charCodeAt(0) <= 57));
  return isDay && token.value >= 1 && token.value <= 31 ? token.value : null;
}

const FORMS: readonly (readonly [RegExp, (found: RegExpExecArray) => TimeToken | null])[] = [
  [/^\d{1,4}$/, ([all]) => ({ kind: 'NUMBER', value: Number(all) })],
  [/^(\d{1,2})(?:st|nd|rd|th)$/, ([, day]) => ({ kind: 'DAY_NUMBER', value: Number(day) })],
  [/^(1[5-9]\d|20\d)0s$/, ([, decade]) => ({ kind: 'DECADE', value: Number(decade) * 10 })],
  [/^([12]\d{3})-(\d\d)-(\d\d)$/, ([, year, month, day]) => dateToken(Number(year), Number(month), Number(day))],
  [/^(\d{1,2})\/(\d{1,2})\/([12]\d{3})$/, ([, a, b, year]) => slashedDate(Number(a), Number(b), Number(year))],
  [/^\d{1,2}(?:[:.](\d\d))?(?:[ap]m)$/, ([, minutes]) => ({ kind: 'CLOCK', value: minutes === undefined ? 0 : 1 })],
  [/^\d{1,2}:\d\d$/, () => ({ kind: 'CLOCK', value: 1 })],
  [
    /^(1[5-9]|20)(\d\d)[-–](1[5-9]|20)?(\d\d)$/,
    ([, century, year, second, until]) => ({
      kind: 'YEARS',
      value: Number(`${century}${year}`),
      until: Number(`${second ?? century}${until}`),
    }),
  ],
];

function readDigits(lower: string): TimeToken | null {
  if (lower.length > 10) return null;
  for (const [pattern, read] of FORMS) {
    const found = pattern.exec(lower);
    if (found !== null) return read(found);
  }
  return null;
}

/** "12/25/2011" and "25/12/2011"; where both could be the month, the first is, as American papers write. */
function slashedDate(a: number, b: number, year: number): TimeToken | null {
  return a > 12 ? dateToken(year, b, a) : dateToken(year, a, b);
}

function dateToken(year: number, month: number, day: number): TimeToken | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? { kind: 'DATE', value: dayOf(year, month - 1, day) }
    : null;
}
