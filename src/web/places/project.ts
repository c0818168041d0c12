/** A point of the map, in units of a degree at the equator, y downwards. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const SINE = Math.sqrt(3) / 2;
const DEGREES = 180 / Math.PI;

/** The Equal Earth projection (Šavrič, Patterson and Jenny 2018), which keeps areas. */
export function project(longitude: number, latitude: number): MapPoint {
  const theta = Math.asin(SINE * Math.sin(latitude / DEGREES));
  const squared = theta * theta;
  const sixth = squared * squared * squared;
  const slope = A1 + 3 * A2 * squared + sixth * (7 * A3 + 9 * A4 * squared);
  return {
    x: ((longitude / DEGREES) * Math.cos(theta) * DEGREES) / (SINE * slope),
    y: -theta * (A1 + A2 * squared + sixth * (A3 + A4 * squared)) * DEGREES,
  };
}

/** The part of the map that shows all points with some room around; the inhabited earth where there are none. */
export function frameOf(points: readonly MapPoint[]): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  if (points.length === 0) return { x: -155, y: -80, width: 310, height: 142 };
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.max((right - left) * 1.3, (bottom - top) * 1.3 * 1.7, 24);
  const height = width / 1.7;
  return { x: (left + right) / 2 - width / 2, y: (top + bottom) / 2 - height / 2, width, height };
}
