import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { onTheme } from '../parts/theme.js';
import { type Drawing, type DrawingEvents, drawGraph, type Pins } from './draw-graph.js';
import type { GraphModel } from './graph-model.js';

/** A drawn graph with its controls. What it shows is told in words beside it, for those who do not see it. */
export function GraphCanvas({
  model,
  pins,
  seeds,
  selected,
  label,
  events,
  onDrawing,
}: {
  readonly model: GraphModel;
  readonly pins: Pins;
  readonly seeds: ReadonlySet<string>;
  readonly selected: string | null;
  readonly label: string;
  readonly events: DrawingEvents;
  readonly onDrawing?: (drawing: Drawing) => void;
}): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const latest = useRef(events);
  latest.current = events;
  useEffect(() => {
    const made = drawGraph(element.current!, {
      onSelect: (id) => latest.current.onSelect(id),
      onSelectEdge: (id) => latest.current.onSelectEdge(id),
      onExpand: (id) => latest.current.onExpand(id),
      onPin: (id, position) => latest.current.onPin(id, position),
    });
    drawing.current = made;
    onDrawing?.(made);
    const leaveTheme = onTheme(() => made.recolor());
    return () => {
      leaveTheme();
      drawing.current = null;
      made.stop();
    };
  }, []);
  useEffect(() => drawing.current?.show(model, pins, seeds), [model, pins, seeds]);
  useEffect(() => drawing.current?.select(selected), [selected]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (drawing.current !== null && moveCamera(drawing.current, event.key)) event.preventDefault();
  };
  return (
    <div class="canvas">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the drawing. */}
      <div ref={element} class="drawing" role="application" aria-label={label} tabIndex={0} onKeyDown={onKeyDown} />
      <div class="canvas-tools">
        <button type="button" aria-label="Zoom in" onClick={() => drawing.current && moveCamera(drawing.current, '+')}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => drawing.current && moveCamera(drawing.current, '-')}>
          −
        </button>
        <button type="button" aria-label="Show all" onClick={() => drawing.current && moveCamera(drawing.current, '0')}>
          ⤢
        </button>
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.1, 0],
  ArrowRight: [0.1, 0],
  ArrowUp: [0, 0.1],
  ArrowDown: [0, -0.1],
};

/** Moves or zooms the drawing by a key: arrows, + and -, 0 for all of it. True where the key does so. */
function moveCamera({ sigma }: Drawing, key: string): boolean {
  const camera = sigma.getCamera();
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (step !== undefined) {
    const { x, y, ratio } = camera.getState();
    camera.setState({ x: x + step[0] * ratio, y: y + step[1] * ratio });
  } else if (key === '+' || key === '=') void camera.animatedZoom({ duration: 150 });
  else if (key === '-') void camera.animatedUnzoom({ duration: 150 });
  else if (key === '0') void camera.animatedReset({ duration: 150 });
  else return false;
  return true;
}
