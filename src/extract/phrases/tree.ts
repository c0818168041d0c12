import type { View } from '../view.js';

/** The first or last token of all that hangs on a token; trees do not cross themselves, so the outermost children lead there. */
export function edgeOf(view: View, index: number, side: 'FIRST' | 'LAST'): number {
  let edge = index;
  for (let steps = 0; steps < 1000; steps++) {
    const children = view.children(edge);
    const outer = side === 'FIRST' ? children[0] : children[children.length - 1];
    if (outer === undefined || (side === 'FIRST' ? outer > edge : outer < edge)) return edge;
    edge = outer;
  }
  return edge;
}

const RANKS = new Set(['first', 'second', 'third', 'last', 'latest', 'only', 'youngest', 'oldest']);

/** True of "the first to leave", "the only country to send tanks", "the strongest storm to strike it": such a noun did what follows it. */
export function isRanked(view: View, noun: number): boolean {
  if (RANKS.has(view.lower(noun))) return true;
  const children = view.children(noun);
  for (let index = 0; index < children.length; index++) {
    const child = children[index] as number;
    if (child < noun && (RANKS.has(view.lower(child)) || view.form(child) === 'JJS')) return true;
  }
  return false;
}
