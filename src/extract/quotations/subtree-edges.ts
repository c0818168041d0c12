import type { TokenRange, View } from '../view.js';

/** For every token the run of tokens that its subtree spans, itself with all that hangs from it. */
export interface SubtreeEdges {
  first(index: number): number;
  /** Half-open. */
  last(index: number): number;
}

/** Reads the edges of all subtrees in one pass from the leaves up. */
export function subtreeEdges(view: View): SubtreeEdges {
  const count = view.sentences.at(-1)?.last ?? 0;
  const firsts = new Int32Array(count);
  const lasts = new Int32Array(count);
  const pending = new Int32Array(count);
  const ready = new Int32Array(count);
  let end = 0;
  for (let index = 0; index < count; index++) {
    firsts[index] = index;
    lasts[index] = index + 1;
    const children = view.children(index).length;
    pending[index] = children;
    if (children === 0) ready[end++] = index;
  }
  for (let next = 0; next < end; next++) {
    const index = ready[next] as number;
    const head = view.head(index);
    if (head < 0) continue;
    firsts[head] = Math.min(firsts[head] as number, firsts[index] as number);
    lasts[head] = Math.max(lasts[head] as number, lasts[index] as number);
    pending[head] = (pending[head] as number) - 1;
    if (pending[head] === 0) ready[end++] = head;
  }
  return { first: (index) => firsts[index] ?? index, last: (index) => lasts[index] ?? index + 1 };
}

/** A range without punctuation at its edges; null where nothing is left. */
export function trimmed(view: View, first: number, last: number): TokenRange | null {
  let [from, to] = [first, last];
  while (from < to && view.tag(from) === 'PUNCT') from++;
  while (to > from && view.tag(to - 1) === 'PUNCT') to--;
  return from < to ? { first: from, last: to } : null;
}
