import type { JSX } from 'preact';
import { listOf } from '../address/address.js';
import { STANCES } from '../address/connection-filters.js';
import { changeParameters, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { FAMILIES } from '../graph/entity-looks.js';
import { ENTITY_NAMES, type EntityLabel, SOURCES } from '../operations/generated.js';
import { EntityLink } from '../parts/entity-link.js';
import { SearchBox } from '../parts/search-box.js';
import { countOf, wordsOf } from '../words/describe.js';

/** The two ends, and what narrows the claims that may carry a hop. */
export function ConnectionForm(): JSX.Element {
  const { parameters } = useAddress();
  const ids = [parameters.a, parameters.b, parameters.claimant].filter((id) => id !== undefined);
  const { data } = useAnswer(ENTITY_NAMES, ids.length === 0 ? null : { ids });
  const known = new Map<string, EntityLabel>();
  data?.nodes.forEach((node, index) => {
    if (node?.__typename === 'Entity') known.set(ids[index]!, node);
  });
  return (
    <div class="connection-form">
      <div class="ends-form">
        <EntityChoice parameter="a" label="From" known={known} />
        <button
          type="button"
          class="icon-button"
          aria-label="Exchange the ends"
          onClick={() => changeParameters({ a: parameters.b, b: parameters.a })}
        >
          ⇄
        </button>
        <EntityChoice parameter="b" label="To" known={known} />
      </div>
      <details
        open={['families', 'stance', 'claimant', 'source', 'hops'].some((name) => parameters[name] !== undefined)}
      >
        <summary>Narrow the claims</summary>
        <div class="filters">
          <FamilyChoice />
          <Choice parameter="stance" label="Stance of the claimant" none="any but denied">
            {STANCES.map((stance) => ({ value: stance, label: wordsOf(stance) }))}
          </Choice>
          <SourceChoice />
          <Choice parameter="hops" label="Hops at most" none="4">
            {['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: value }))}
          </Choice>
          <EntityChoice parameter="claimant" label="On the word of" known={known} />
        </div>
      </details>
    </div>
  );
}

function EntityChoice({
  parameter,
  label,
  known,
}: {
  readonly parameter: string;
  readonly label: string;
  readonly known: ReadonlyMap<string, EntityLabel>;
}): JSX.Element {
  const { parameters } = useAddress();
  const id = parameters[parameter];
  const entity = id === undefined ? undefined : known.get(id);
  return (
    <div class="entity-choice">
      <span class="field-label">{label}</span>
      {entity === undefined ? (
        <SearchBox label={`${label}: a name`} onChoose={(chosen) => changeParameters({ [parameter]: chosen.id })} />
      ) : (
        <span class="chosen-entity">
          <EntityLink entity={entity} />
          <button
            type="button"
            class="icon-button"
            aria-label={`Take ${entity.name} away`}
            onClick={() => changeParameters({ [parameter]: null })}
          >
            ×
          </button>
        </span>
      )}
    </div>
  );
}

function FamilyChoice(): JSX.Element {
  const { parameters } = useAddress();
  const chosen = new Set(listOf(parameters.families));
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    changeParameters({ families: [...next].join(',') || null });
  };
  return (
    <fieldset class="family-choice">
      <legend>Relations; all where none is chosen</legend>
      {FAMILIES.map(({ id, key, label }) => (
        <label key={id} class={`inline family-${key}`}>
          <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
          <span class="swatch" aria-hidden="true" /> {label}
        </label>
      ))}
    </fieldset>
  );
}

function SourceChoice(): JSX.Element {
  const { data } = useAnswer(SOURCES, {});
  const sources = (data?.statistics.claimsBySource ?? []).filter(({ value }) => value !== 'NONE');
  return (
    <Choice parameter="source" label="Source" none="any">
      {sources.map(({ value, count }) => ({ value, label: `${value} (${countOf(count, 'claim')})` }))}
    </Choice>
  );
}

function Choice({
  parameter,
  label,
  none,
  children,
}: {
  readonly parameter: string;
  readonly label: string;
  readonly none: string;
  readonly children: readonly { readonly value: string; readonly label: string }[];
}): JSX.Element {
  const { parameters } = useAddress();
  return (
    <label>
      <span class="field-label">{label}</span>
      <select
        value={parameters[parameter] ?? ''}
        onChange={(event) => changeParameters({ [parameter]: event.currentTarget.value || null })}
      >
        <option value="">{none}</option>
        {children.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
