/** A name that wants a place on the canvas, with its box, in pixels. */
export interface NameBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const CELL = 48;

/**
 * Says which boxes can be drawn without one lying on another: those that come first have their place first.
 * It looks only at boxes of the same cells of a grid, so that the cost is linear in the boxes.
 */
export function placeNames<Box extends NameBox>(boxes: Iterable<Box>, most: number): readonly Box[] {
  const cells = new Map<number, NameBox[]>();
  const placed: Box[] = [];
  for (const box of boxes) {
    if (placed.length >= most) break;
    const keys = cellsOf(box);
    if (keys.some((key) => cells.get(key)?.some((other) => overlap(box, other)))) continue;
    placed.push(box);
    for (const key of keys) {
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [box]);
      else cell.push(box);
    }
  }
  return placed;
}

function cellsOf({ left, top, width, height }: NameBox): readonly number[] {
  const keys: number[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor((left + width) / CELL); x++) {
    for (let y = Math.floor(top / CELL); y <= Math.floor((top + height) / CELL); y++) keys.push(x * 100_003 + y);
  }
  return keys;
}

function overlap(a: NameBox, b: NameBox): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}
