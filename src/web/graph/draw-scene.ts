import type Sigma from 'sigma';
import { SHAPE_POINTS } from '../parts/shape-icon.js';
import type { DrawnGraph } from './drawn-graph.js';
import type { Palette } from './palette.js';

/** What the drawing shows, as paths and words that a picture of any kind can be made of. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  /** From back to front. */
  readonly paths: readonly ScenePath[];
  readonly names: readonly { readonly x: number; readonly y: number; readonly text: string; readonly color: string }[];
}

/** One path, in the words of SVG. */
export interface ScenePath {
  readonly d: string;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly width: number;
}

/** Takes down the part of the graph that is in view; names stand at all nodes of which `named` has the id. */
export function drawScene(sigma: Sigma, graph: DrawnGraph, palette: Palette, named: ReadonlySet<string>): Scene {
  const { width, height } = sigma.getDimensions();
  const spots = new Map<string, { readonly x: number; readonly y: number; readonly r: number }>();
  graph.forEachNode((id, { x, y, size }) => {
    const at = sigma.graphToViewport({ x, y });
    spots.set(id, { x: at.x, y: at.y, r: sigma.scaleSize(size) });
  });
  const edges = graph.mapEdges((_id, look, from, to) =>
    edgePaths(spots.get(from)!, spots.get(to)!, { ...look, size: sigma.scaleSize(look.size) }),
  );
  const nodes = graph.mapNodes((id, { shape, color }) => {
    const { x, y, r } = spots.get(id)!;
    return { d: shapePath(shape, x, y, r), fill: color, stroke: palette.ground, width: 1 };
  });
  const names = graph
    .filterNodes((id) => named.has(id))
    .map((id) => {
      const { x, y, r } = spots.get(id)!;
      return { x: x + r + 4, y: y + 4, text: graph.getNodeAttribute(id, 'label'), color: palette.text };
    });
  return { width, height, ground: palette.ground, paths: [...edges.flat(), ...nodes], names };
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

function edgePaths(
  from: Spot,
  to: Spot,
  {
    color,
    size,
    curvature,
    type,
  }: { readonly color: string; readonly size: number; readonly curvature: number; readonly type: string },
): readonly ScenePath[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const middle = {
    x: (from.x + to.x) / 2 - along.y * curvature * length,
    y: (from.y + to.y) / 2 + along.x * curvature * length,
  };
  const line = { d: `M${pair(from)}Q${pair(middle)} ${pair(to)}`, fill: null, stroke: color, width: size };
  if (type === 'line') return [line];
  const reach = Math.hypot(to.x - middle.x, to.y - middle.y) || 1;
  const end = { x: (to.x - middle.x) / reach, y: (to.y - middle.y) / reach };
  const tip = { x: to.x - end.x * to.r, y: to.y - end.y * to.r };
  const back = { x: tip.x - end.x * size * 4, y: tip.y - end.y * size * 4 };
  const side = { x: -end.y * size * 1.8, y: end.x * size * 1.8 };
  const head = `M${pair(tip)}L${pair({ x: back.x + side.x, y: back.y + side.y })} ${pair({ x: back.x - side.x, y: back.y - side.y })}Z`;
  return [line, { d: head, fill: color, stroke: null, width: 0 }];
}

function shapePath(shape: string, x: number, y: number, r: number): string {
  const points = Object.hasOwn(SHAPE_POINTS, shape) ? SHAPE_POINTS[shape as keyof typeof SHAPE_POINTS] : null;
  if (points === null)
    return `M${pair({ x: x - r, y })}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
  const corners = points.split(' ').map((corner) => {
    const [left = 0, top = 0] = corner.split(',').map(Number);
    return pair({ x: x + ((left - 8) / 7) * r, y: y + ((top - 8) / 7) * r });
  });
  return `M${corners.join('L')}Z`;
}

function pair({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${n(x)} ${n(y)}`;
}

function n(number: number): string {
  return String(Math.round(number * 100) / 100);
}
