import type { JSX } from 'preact';
import { ShapeIcon } from '../parts/shape-icon.js';
import { ENTITY_LOOKS, FAMILIES, lookOf } from './entity-looks.js';
import type { GraphModel } from './graph-model.js';
import type { GraphState } from './graph-state.js';
import { changeGraph } from './graph-steps.js';

const TYPES_BY_LOOK: Readonly<Record<string, string>> = {
  person: 'PERSON',
  organization: 'ORGANIZATION',
  place: 'PLACE',
  group: 'GROUP',
  nationality: 'NATIONALITY',
  thing: 'EVENT',
};

/** What shapes and colours mean; the families of relations can be shown and hidden in it. */
export function GraphLegend({ state, model }: { readonly state: GraphState; readonly model: GraphModel }): JSX.Element {
  const looks = new Set(model.nodes.map(({ type }) => lookOf(type.id).key));
  const counts = new Map<string, number>();
  for (const { relation } of model.edges) counts.set(relation.family, (counts.get(relation.family) ?? 0) + 1);
  const toggle = (family: string): void => {
    const all = FAMILIES.map(({ id }) => id as string);
    const shown = new Set(state.families ?? all);
    if (shown.has(family)) shown.delete(family);
    else shown.add(family);
    changeGraph({ families: shown.size === all.length || shown.size === 0 ? null : shown });
  };
  return (
    <details class="graph-legend" open={innerWidth > 900}>
      <summary>Legend</summary>
      <ul class="plain" aria-label="Types of entities">
        {ENTITY_LOOKS.filter(({ key }) => looks.has(key)).map(({ key, label }) => (
          <li key={key}>
            <ShapeIcon type={TYPES_BY_LOOK[key]!} /> {label}
          </li>
        ))}
      </ul>
      <fieldset>
        <legend>Relationships</legend>
        {FAMILIES.filter(({ id }) => counts.has(id)).map(({ id, key, label }) => (
          <label key={id} class={`family-${key}`}>
            <input
              type="checkbox"
              checked={state.families === null || state.families.has(id)}
              onChange={() => toggle(id)}
            />
            <span class="swatch" aria-hidden="true" />
            {label} <span class="number">{counts.get(id)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
