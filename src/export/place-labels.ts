import type { NodeRow } from './export-rows.js';
import type { Place } from './lay-out.js';

/** Pixels of a character, about, and of a line. */
const CHARACTER_WIDTH = 7.5;
const LINE_HEIGHT = 16;
const LONGEST = 32;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The names to write below circles, long ones cut, one for each node in order of weight; null where another name is in
 * the way already.
 */
export function placeLabels(
  nodes: readonly NodeRow[],
  places: readonly Place[],
  radii: readonly number[],
): readonly (string | null)[] {
  const taken: Box[] = [];
  return nodes.map(({ label }, index) => {
    const text = cut(label);
    const { x, y } = places[index] as Place;
    const half = (text.length * CHARACTER_WIDTH) / 2;
    const top = y + (radii[index] as number);
    const box = { left: x - half, right: x + half, top, bottom: top + LINE_HEIGHT };
    if (taken.some((other) => overlap(box, other))) return null;
    taken.push(box);
    return text;
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Parts no character that is made of several, as those of flags and families are. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  let start = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text.slice(0, 4 * LONGEST))) {
    if (start.length + segment.length >= LONGEST) break;
    start += segment;
  }
  return `${start}…`;
}
