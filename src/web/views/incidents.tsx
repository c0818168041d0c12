import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { claimFilterOf } from '../address/filters.js';
import { changeParameters, linkTo, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { INCIDENTS, type IncidentsData } from '../operations/generated.js';
import { EntityLink } from '../parts/entity-link.js';
import { Answer, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { countOf, daysOf, headingOf } from '../words/describe.js';

type Row = IncidentsData['incidents']['edges'][number]['node'];

const ORDERS = [
  { id: 'CLAIMS', label: 'most claims first' },
  { id: 'SOURCES', label: 'most sources first' },
  { id: 'TIME', label: 'earliest first' },
] as const;

/** Incidents: claims about one happening, with how far their accounts contradict each other. */
export function IncidentsView(): JSX.Element {
  usePageTitle('Incidents');
  const { parameters } = useAddress();
  const contested = parameters.all === undefined;
  const order = ORDERS.find(({ id }) => id === parameters.order)?.id ?? 'CLAIMS';
  const where = claimFilterOf(parameters);
  const key = JSON.stringify([contested, order, where]);
  return (
    <div class="narrow">
      <header class="page-head">
        <h1>Incidents</h1>
        <p class="actions">
          <label class="inline">
            <input
              type="checkbox"
              checked={contested}
              onChange={(event) => changeParameters({ all: event.currentTarget.checked ? null : 'yes' })}
            />{' '}
            only where accounts contradict each other
          </label>
          <label class="inline">
            <span class="hidden">Order</span>
            <select value={order} onChange={(event) => changeParameters({ order: event.currentTarget.value })}>
              {ORDERS.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </p>
      </header>
      <IncidentList key={key} variables={{ where, contested, order }} />
    </div>
  );
}

type Variables = NonNullable<Parameters<NonNullable<(typeof INCIDENTS)['types']>>[0]>;

function IncidentList({ variables }: { readonly variables: Variables }): JSX.Element {
  const [before, setBefore] = useState<readonly Row[]>([]);
  const [after, setAfter] = useState<string | undefined>(undefined);
  const asked = useAnswer(INCIDENTS, { ...variables, after });
  return (
    <Answer asked={asked}>
      {({ incidents }) => {
        const rows = [...before, ...incidents.edges.map(({ node }) => node)];
        const { endCursor, hasNextPage } = incidents.pageInfo;
        return (
          <>
            {rows.length === 0 ? <Nothing>No incident of this kind.</Nothing> : null}
            <ul class="cards">
              {rows.map((row) => (
                <IncidentCard key={row.id} incident={row} />
              ))}
            </ul>
            <p class="more">
              <span class="quiet">
                {rows.length} of {countOf(incidents.totalCount, 'incident')}
              </span>
              {hasNextPage ? (
                <button
                  type="button"
                  onClick={() => {
                    setBefore(rows);
                    setAfter(endCursor ?? undefined);
                  }}
                >
                  More incidents
                </button>
              ) : null}
            </p>
          </>
        );
      }}
    </Answer>
  );
}

function IncidentCard({ incident }: { readonly incident: Row }): JSX.Element {
  const { conflicts } = incident;
  return (
    <li class="card">
      <h2>
        <a href={linkTo('accounts', { id: incident.id })}>{incident.label}</a>
      </h2>
      <p class="quiet">
        {[
          daysOf(incident.from, incident.to),
          countOf(incident.claims.totalCount, 'claim'),
          countOf(incident.sources, 'source'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="places">
        {incident.places.map((place) => (
          <EntityLink key={place.id} entity={place} />
        ))}
      </p>
      <ul class="conflicts">
        {conflicts.edges.map(({ node }, index) => (
          <li key={index}>
            <span class="tag">{headingOf(node.kind)}</span> {node.explanation}
          </li>
        ))}
      </ul>
      {conflicts.totalCount > conflicts.edges.length ? (
        <p class="quiet">
          {conflicts.edges.length} of {countOf(conflicts.totalCount, 'conflict')}
        </p>
      ) : null}
    </li>
  );
}
