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
