import type { JSX } from 'preact';
import { lookOf, type Shape } from '../graph/entity-looks.js';

/** Outlines in a box of 16 units. */
export const SHAPE_POINTS: Readonly<Record<Exclude<Shape, 'circle'>, string>> = {
  square: '2.5,2.5 13.5,2.5 13.5,13.5 2.5,13.5',
  diamond: '8,1 15,8 8,15 1,8',
  triangle: '8,1.5 15,14 1,14',
  hexagon: '4.5,2 11.5,2 15,8 11.5,14 4.5,14 1,8',
  pentagon: '8,1 15,6.2 12.3,14.5 3.7,14.5 1,6.2',
};

/** The shape and colour of a type of entity; decoration, as its name stands beside it. */
export function ShapeIcon({ type }: { readonly type: string }): JSX.Element {
  const { key, shape } = lookOf(type);
  return (
    <svg class={`shape type-${key}`} viewBox="0 0 16 16" aria-hidden="true">
      {shape === 'circle' ? <circle cx="8" cy="8" r="6.5" /> : <polygon points={SHAPE_POINTS[shape]} />}
    </svg>
  );
}
