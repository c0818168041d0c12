import type { JSX } from 'preact';
import { useCallback, useMemo, useRef } from 'preact/hooks';
import { claimFilterOf } from '../address/filters.js';
import { useAddress } from '../address/use-address.js';
import type { Drawing } from '../graph/draw-graph.js';
import { GraphCanvas } from '../graph/graph-canvas.js';
import { GraphLegend } from '../graph/graph-legend.js';
import { drawnDegrees, narrowModel } from '../graph/graph-model.js';
import { GraphPanel } from '../graph/graph-panel.js';
import { readGraphState } from '../graph/graph-state.js';
import { changeGraph, followGraph } from '../graph/graph-steps.js';
import { GraphTools } from '../graph/graph-tools.js';
import { FIRST_NEIGHBORS, FIRST_RELATIONSHIPS, useGraph } from '../graph/use-graph.js';
import { Failure } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { countOf } from '../words/describe.js';

/** The graph around some entities, or the best supported part of the whole, with what is chosen in it beside. */
export function GraphView(): JSX.Element {
  usePageTitle('Graph');
  const { parameters } = useAddress();
  const state = useMemo(() => readGraphState(parameters), [parameters]);
  followGraph(parameters);
  const loaded = useGraph(state, claimFilterOf(parameters));
  const model = useMemo(() => narrowModel(loaded.model, state), [loaded.model, parameters.hide, parameters.families]);
  const degrees = useMemo(() => drawnDegrees(model), [model]);
  const seeds = useMemo(() => new Set(state.seeds.map(({ id }) => id)), [parameters.seeds]);
  const pins = useMemo(() => state.pins, [parameters.pin]);
  const drawing = useRef<Drawing | null>(null);
  const keep = useCallback((made: Drawing) => {
    drawing.current = made;
  }, []);
  return (
    <div class="graph-view">
      <h1 class="hidden">Graph</h1>
      <div class="graph-stage">
        <GraphCanvas
          model={model}
          pins={pins}
          seeds={seeds}
          selected={state.selected}
          label={`Graph of ${countOf(model.nodes.length, 'entity', 'entities')} and ${countOf(model.edges.length, 'relationship')}. Arrow keys move it, plus and minus zoom. The same is listed beside it.`}
          events={{
            onSelect: (id) => changeGraph({ selected: id, edge: null }),
            onSelectEdge: (id) => changeGraph({ edge: id, selected: null }),
            onExpand: (id) =>
              changeGraph({ seeds: [...state.seeds.filter((seed) => seed.id !== id), { id, family: null }] }),
            onPin: (id, position) => changeGraph({ pins: new Map([...state.pins, [id, position]]) }),
          }}
          onDrawing={keep}
        />
        <GraphLegend state={state} model={loaded.model} />
        <GraphTools state={state} model={model} drawing={drawing} />
        <p class="graph-count" role="status">
          {loaded.loading
            ? `Reading …${loaded.arrived > 0 ? ` ${countOf(loaded.arrived, 'relationship')} so far` : ''}`
            : loaded.total === null
              ? `${countOf(model.edges.length, 'relationship')} of ${countOf(model.nodes.length, 'entity', 'entities')}${loaded.truncated ? '; more were left out' : ''}`
              : `${model.edges.length.toLocaleString('en')} of ${countOf(loaded.total, 'relationship')}`}
          {state.hidden.size > 0 ? ` · ${state.hidden.size} hidden` : ''}
          {loaded.truncated && !loaded.loading ? (
            <button
              type="button"
              onClick={() => changeGraph({ limit: nextLimit(state.limit, loaded.total, seeds.size) })}
            >
              Show more
            </button>
          ) : null}
        </p>
        {loaded.error === null ? null : <Failure error={loaded.error} />}
      </div>
      <GraphPanel state={state} model={model} degrees={degrees} />
    </div>
  );
}

function nextLimit(limit: number, total: number | null, seeds: number): number {
  if (total === null) return Math.min((limit || FIRST_NEIGHBORS * seeds) * 3, 500);
  return Math.min((limit || FIRST_RELATIONSHIPS) * 5, total, 20_000);
}
