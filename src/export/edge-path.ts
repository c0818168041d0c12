/** A circle that an edge leaves or meets. */
export interface EdgeEnd {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const BEND = 14;

/**
 * The path of an edge from rim to rim: a curve, which bends to its right, so that an edge and one back part; each
 * further one of the same two ends, told by its number from 0, bends more. A loop above the circle where both ends are one.
 */
export function edgePath(from: EdgeEnd, to: EdgeEnd, parallel: number): string {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const distance = Math.hypot(across, down);
  if (distance < 1) return loopPath(from, parallel);
  const bend = BEND * (parallel + 1);
  const [middleX, middleY] = [
    (from.x + to.x) / 2 - (down / distance) * bend,
    (from.y + to.y) / 2 + (across / distance) * bend,
  ];
  return `M${rimPoint(from, middleX, middleY)}Q${point(middleX, middleY)} ${rimPoint(to, middleX, middleY)}`;
}

function loopPath({ x, y, radius }: EdgeEnd, parallel: number): string {
  const height = radius + 18 + BEND * parallel;
  const [left, right] = [point(x - radius / 2, y - radius), point(x + radius / 2, y - radius)];
  return `M${left}C${point(x - height, y - 2 * height)} ${point(x + height, y - 2 * height)} ${right}`;
}

/** Where the line from the middle of the circle to a point leaves it. */
function rimPoint({ x, y, radius }: EdgeEnd, towardsX: number, towardsY: number): string {
  const distance = Math.max(1, Math.hypot(towardsX - x, towardsY - y));
  return point(x + ((towardsX - x) / distance) * radius, y + ((towardsY - y) / distance) * radius);
}

function point(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
