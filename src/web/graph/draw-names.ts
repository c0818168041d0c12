import type Sigma from 'sigma';
import type { DrawnGraph } from './drawn-graph.js';
import type { Palette } from './palette.js';
import { type NameBox, placeNames } from './place-names.js';

interface Name extends NameBox {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly strong: boolean;
}

const FONT = '"Source Sans 3 Variable", system-ui, sans-serif';
const SIZE = 13;
const MOST_NAMES = 120;
/** So many entities are tried for a name: in a large graph the others have no room anyway, and trying takes long. */
const MOST_TRIED = 600;
const MOST_LETTERS = 42;

/** What the names are drawn for. */
export interface NameFocus {
  readonly selected: string | null;
  readonly hovered: string | null;
  /** Entities, most important first. */
  readonly order: readonly string[];
  readonly seeds: ReadonlySet<string>;
}

/**
 * Draws the names that have room, those of the selection first, and rings around what was chosen.
 * Sigma's own labels may lie on one another. Gives the ids of those that have one.
 */
export function drawNames(sigma: Sigma, graph: DrawnGraph, focus: NameFocus, palette: Palette): ReadonlySet<string> {
  const context = sigma.getCanvases().labels?.getContext('2d');
  if (context == null) return new Set();
  const { width, height } = sigma.getDimensions();
  const ratio = window.devicePixelRatio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const near = focus.hovered ?? focus.selected;
  const neighbors = new Set(near !== null && graph.hasNode(near) ? graph.neighbors(near) : []);
  for (const id of [focus.selected, focus.hovered]) ring(sigma, context, id, palette.accent, 2.5);
  for (const id of focus.seeds) ring(sigma, context, id, palette.text, 1.25);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const boxes = function* (): Iterable<Name> {
    const first = [focus.hovered, focus.selected].filter((id) => id !== null);
    const rest = near === null ? focus.order : [...neighbors, ...focus.order];
    const seen = new Set<string>();
    for (const id of [...first, ...rest]) {
      if (seen.has(id) || !graph.hasNode(id)) continue;
      if (seen.size >= MOST_TRIED) return;
      seen.add(id);
      const name = nameBox(sigma, context, {
        id,
        strong: first.includes(id),
        text: graph.getNodeAttribute(id, 'label'),
      });
      const inside = name !== null && name.x > -80 && name.x < width && name.y > 0 && name.y < height;
      if (inside) yield name;
    }
  };
  const placed = placeNames(boxes(), MOST_NAMES);
  for (const name of placed) {
    context.font = fontOf(name.strong);
    context.strokeStyle = palette.ground;
    context.lineWidth = 4;
    context.strokeText(name.text, name.x, name.y);
    context.fillStyle = palette.text;
    context.fillText(name.text, name.x, name.y);
  }
  return new Set(placed.map(({ id }) => id));
}

function nameBox(
  sigma: Sigma,
  context: CanvasRenderingContext2D,
  { id, strong, text }: { readonly id: string; readonly strong: boolean; readonly text: string },
): Name | null {
  const data = sigma.getNodeDisplayData(id);
  if (data === undefined || data.hidden) return null;
  const { x, y } = sigma.framedGraphToViewport(data);
  const short = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
  const width = widthOf(context, short, strong);
  const left = x + sigma.scaleSize(data.size) + 4;
  return {
    id,
    text: short,
    strong,
    x: left,
    y,
    left: left - 2,
    top: y - SIZE / 2 - 2,
    width: width + 6,
    height: SIZE + 4,
  };
}

function ring(sigma: Sigma, context: CanvasRenderingContext2D, id: string | null, color: string, width: number): void {
  const data = id === null ? undefined : sigma.getNodeDisplayData(id);
  if (data === undefined || data.hidden) return;
  const { x, y } = sigma.framedGraphToViewport(data);
  context.beginPath();
  context.arc(x, y, sigma.scaleSize(data.size) + 3.5, 0, 2 * Math.PI);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
}

const WIDTHS = new Map<string, number>();

/** Measures a text once; some thousands of widths are kept. */
function widthOf(context: CanvasRenderingContext2D, text: string, strong: boolean): number {
  const key = `${strong ? '!' : ' '}${text}`;
  const kept = WIDTHS.get(key);
  if (kept !== undefined) return kept;
  if (WIDTHS.size > 5000) WIDTHS.clear();
  context.font = fontOf(strong);
  const { width } = context.measureText(text);
  WIDTHS.set(key, width);
  return width;
}

function fontOf(strong: boolean): string {
  return `${strong ? 650 : 480} ${SIZE}px ${FONT}`;
}
