import type { TokenRange, View } from '../view.js';

/** One word before a number that bounds or blurs it: "about 500". */
const COUNT_WORDS = new Set([
  'about',
  'around',
  'nearly',
  'almost',
  'over',
  'roughly',
  'approximately',
  'some',
  'only',
  'another',
]);
const COUNT_OPENERS: readonly (readonly string[])[] = [
  ['at', 'least'],
  ['at', 'most'],
  ['more', 'than'],
  ['fewer', 'than'],
  ['less', 'than'],
  ['up', 'to'],
  ['as', 'many', 'as'],
];

/** "about 500", "at least 38", "between 47 and 53", "nine": the number in a range and the words that bound it; null where there is none. */
export function readCount(view: View, { first, last }: TokenRange, floor: number): TokenRange | null {
  let start = first;
  while (start < last && !isNumber(view, start)) start++;
  if (start >= last) return null;
  let end = start + 1;
  while (end < last && isNumber(view, end)) end++;
  const isRange = view.lower(end) === 'and' && isNumber(view, end + 1) && view.lower(start - 1) === 'between';
  if (isRange && start - 1 >= floor) return { first: start - 1, last: Math.max(end + 2, Math.min(last, end + 2)) };
  return { first: withOpener(view, rangeStart(view, start, floor), floor), last: end };
}

/** "between 30 and| 35 passengers", "12 to| 15 survivors", "two or| three men": the number before that ends a range. */
function rangeStart(view: View, start: number, floor: number): number {
  const word = view.lower(start - 1);
  if (start - 2 < floor || !isNumber(view, start - 2)) return start;
  if (word === 'and') return start - 3 >= floor && view.lower(start - 3) === 'between' ? start - 3 : start;
  return word === 'to' || word === 'or' ? start - 2 : start;
}

function isNumber(view: View, index: number): boolean {
  return view.tag(index) === 'NUM' && view.hint(index) !== 'DATE';
}

function withOpener(view: View, start: number, floor: number): number {
  if (start - 1 >= floor && COUNT_WORDS.has(view.lower(start - 1))) return start - 1;
  for (const words of COUNT_OPENERS) {
    const opens = start - words.length;
    if (opens >= floor && words.every((word, offset) => view.lower(opens + offset) === word)) return opens;
  }
  return start;
}
