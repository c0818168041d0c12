/** A range of a text that is shown in a way of its own. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  /** How it is shown: a class. */
  readonly kind: string;
}

/** A piece of a text, with the kinds of all spans that cover it, in their order and each once. */
export interface MarkedPiece {
  readonly start: number;
  readonly text: string;
  readonly kinds: readonly string[];
}

/**
 * Cuts a text at the ends of spans that may overlap; the pieces joined are the text.
 * @param offset where the text begins in what the spans count from
 */
export function markSpans(text: string, spans: readonly MarkedSpan[], offset = 0): readonly MarkedPiece[] {
  const ends = new Set([0, text.length]);
  const inside = spans
    .map(({ start, end, kind }) => ({ start: clamp(start - offset, text), end: clamp(end - offset, text), kind }))
    .filter(({ start, end }) => start < end);
  for (const { start, end } of inside) ends.add(start).add(end);
  const cuts = [...ends].sort((a, b) => a - b);
  const opening = groupByStart(inside);
  const pieces: MarkedPiece[] = [];
  let open: typeof inside = [];
  for (let index = 0; index + 1 < cuts.length; index++) {
    const start = cuts[index]!;
    open = [...open.filter(({ end }) => end > start), ...(opening.get(start) ?? [])];
    const kinds = [...new Set(open.map(({ kind }) => kind))];
    pieces.push({ start: start + offset, text: text.slice(start, cuts[index + 1]), kinds });
  }
  return pieces;
}

function clamp(position: number, text: string): number {
  return Math.min(Math.max(position, 0), text.length);
}

function groupByStart(spans: readonly MarkedSpan[]): Map<number, MarkedSpan[]> {
  const groups = new Map<number, MarkedSpan[]>();
  for (const span of spans) groups.set(span.start, [...(groups.get(span.start) ?? []), span]);
  return groups;
}
