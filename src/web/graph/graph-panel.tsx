import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { goTo, linkTo } from '../address/use-address.js';
import { EntityLink } from '../parts/entity-link.js';
import { RelationshipLine } from '../parts/relationship-groups.js';
import { SearchBox } from '../parts/search-box.js';
import { ShapeIcon } from '../parts/shape-icon.js';
import { RelationshipDetails } from '../views/relationship.js';
import { countOf } from '../words/describe.js';
import { FAMILIES } from './entity-looks.js';
import type { GraphModel, GraphNode } from './graph-model.js';
import type { GraphState } from './graph-state.js';
import { changeGraph } from './graph-steps.js';

interface PanelProps {
  readonly state: GraphState;
  readonly model: GraphModel;
  readonly degrees: ReadonlyMap<string, number>;
}

/** What is chosen in the graph, else a list of what is drawn: all that the drawing can do, without it. */
export function GraphPanel(props: PanelProps): JSX.Element {
  const { state, model } = props;
  const node = model.nodes.find(({ id }) => id === state.selected);
  return (
    <aside class="graph-panel" aria-label="Chosen in the graph">
      {state.edge !== null ? (
        <>
          <CloseButton />
          <RelationshipDetails id={state.edge} heading="h2" />
        </>
      ) : node !== undefined ? (
        <>
          <CloseButton />
          <ChosenEntity {...props} node={node} />
        </>
      ) : (
        <DrawnList {...props} />
      )}
    </aside>
  );
}

function CloseButton(): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button close"
      aria-label="Back to the list"
      onClick={() => changeGraph({ selected: null, edge: null })}
    >
      ×
    </button>
  );
}

function ChosenEntity({ state, model, degrees, node }: PanelProps & { readonly node: GraphNode }): JSX.Element {
  const [family, setFamily] = useState('');
  const drawn = degrees.get(node.id) ?? 0;
  const edges = model.edges.filter(({ subject, object }) => subject.id === node.id || object.id === node.id);
  const pinned = state.pins.has(node.id);
  const expand = (): void => {
    const rest = state.seeds.filter(({ id }) => id !== node.id);
    changeGraph({ seeds: [...rest, { id: node.id, family: family === '' ? null : family }], limit: 0 });
  };
  const unpin = (): void => changeGraph({ pins: new Map([...state.pins].filter(([id]) => id !== node.id)) });
  return (
    <>
      <p class="kicker">
        <ShapeIcon type={node.type.id} /> {node.type.id.toLowerCase()}
      </p>
      <h2>
        <EntityLink entity={node} plain />
      </h2>
      <p class="quiet">
        {drawn} of {countOf(node.degree, 'relationship')} drawn
      </p>
      <p class="actions">
        <label class="inline">
          <span class="hidden">Relationships to follow</span>
          <select value={family} onChange={(event) => setFamily(event.currentTarget.value)}>
            <option value="">all relationships</option>
            {FAMILIES.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="primary" onClick={expand}>
          Expand
        </button>
        <button
          type="button"
          onClick={() => changeGraph({ hidden: new Set([...state.hidden, node.id]), selected: null })}
        >
          Hide
        </button>
        {pinned ? (
          <button type="button" onClick={unpin}>
            Unpin
          </button>
        ) : null}
        <button
          type="button"
          onClick={() => changeGraph({ seeds: [{ id: node.id, family: null }], hidden: new Set(), limit: 0 })}
        >
          Only around it
        </button>
      </p>
      <p>
        <a href={linkTo('entity', { id: node.id })}>Everything about it</a> ·{' '}
        <a href={linkTo('connections', { a: node.id })}>Find connections</a>
      </p>
      <ul class="plain relationships">
        {edges.map((edge) => (
          <RelationshipLine key={edge.id} relationship={edge} entity={node.id} />
        ))}
      </ul>
    </>
  );
}

const LISTED = 100;

function DrawnList({ state, model, degrees }: PanelProps): JSX.Element {
  const nodes = [...model.nodes].sort((a, b) => (degrees.get(b.id) ?? 0) - (degrees.get(a.id) ?? 0));
  return (
    <>
      <h2>{countOf(nodes.length, 'entity', 'entities')}</h2>
      <SearchBox
        label="Put an entity into the graph"
        onSubmit={(text) => goTo('search', { text })}
        onChoose={({ id }) =>
          changeGraph({ seeds: [...state.seeds.filter((seed) => seed.id !== id), { id, family: null }], selected: id })
        }
      />
      <ul class="plain drawn">
        {nodes.slice(0, LISTED).map((node) => (
          <li key={node.id}>
            <button type="button" class="row" onClick={() => changeGraph({ selected: node.id, edge: null })}>
              <ShapeIcon type={node.type.id} />
              <bdi>{node.name}</bdi>
              <span class="number">{degrees.get(node.id) ?? 0}</span>
            </button>
          </li>
        ))}
      </ul>
      {nodes.length > LISTED ? (
        <p class="quiet">
          {LISTED} of {nodes.length.toLocaleString('en')}, those with the most relationships drawn
        </p>
      ) : null}
    </>
  );
}
