import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useCell } from '../client/cell.js';
import type { Drawing } from './draw-graph.js';
import type { GraphModel } from './graph-model.js';
import type { GraphState } from './graph-state.js';
import { changeGraph, redoGraph, STEPS, undoGraph } from './graph-steps.js';
import { SaveView } from './save-view.js';

/** Undo, redo, and what was hidden or pinned. */
export function GraphTools({
  state,
  model,
  drawing,
}: {
  readonly state: GraphState;
  readonly model: GraphModel;
  readonly drawing: { readonly current: Drawing | null };
}): JSX.Element {
  const { past, future } = useCell(STEPS);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redoGraph();
      else undoGraph();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div class="graph-tools" role="toolbar" aria-label="Graph">
      <button type="button" disabled={past.length === 0} onClick={undoGraph}>
        Undo
      </button>
      <button type="button" disabled={future.length === 0} onClick={redoGraph}>
        Redo
      </button>
      {state.hidden.size > 0 ? (
        <button type="button" onClick={() => changeGraph({ hidden: new Set() })}>
          Show hidden
        </button>
      ) : null}
      {state.pins.size > 0 ? (
        <button type="button" onClick={() => changeGraph({ pins: new Map() })}>
          Unpin all
        </button>
      ) : null}
      <SaveView model={model} drawing={drawing} />
    </div>
  );
}
