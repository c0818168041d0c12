import type { JSX } from 'preact';
import { claimFilterOf } from '../address/filters.js';
import { changeParameters, linkTo, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { ENTITY_PAGE, type RelationshipLabel } from '../operations/generated.js';
import { ClaimList } from '../parts/claim-list.js';
import type { EntityDetails } from '../parts/entity-details.js';
import { EntityLink } from '../parts/entity-link.js';
import { Identity } from '../parts/identity.js';
import { Answer, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { RelationshipGroups } from '../parts/relationship-groups.js';
import { ShapeIcon } from '../parts/shape-icon.js';
import { countOf, daysOf, titleOf } from '../words/describe.js';

/** One entity: its names, offices, relationships, claims by and about it, and the documents behind them. */
export function EntityView(): JSX.Element {
  const { parameters } = useAddress();
  const where = claimFilterOf(parameters);
  const asked = useAnswer(ENTITY_PAGE, { id: parameters.id ?? '', where, relationshipWhere: where });
  usePageTitle(asked.data?.entity?.name ?? null);
  return <Answer asked={asked}>{({ entity }) => (entity === null ? null : <EntityPage entity={entity} />)}</Answer>;
}

const PARTS = [
  { part: 'PARTICIPANT', count: 'about', label: 'Takes part' },
  { part: 'CLAIMANT', count: 'said', label: 'Says' },
  { part: 'PLACE', count: 'there', label: 'Happened there' },
] as const;

function EntityPage({ entity }: { readonly entity: EntityDetails }): JSX.Element {
  const { parameters } = useAddress();
  const first = PARTS.find(({ count }) => entity[count].totalCount > 0) ?? PARTS[0];
  const { part } = PARTS.find((row) => row.part === parameters.part) ?? first;
  return (
    <div class="entity-page">
      <header class="page-head">
        <p class="kicker">
          <ShapeIcon type={entity.type.id} /> {entity.type.id.toLowerCase()}
          {entity.sector === null ? '' : ` · ${entity.sector.description}`}
        </p>
        <h1>
          <bdi>{entity.name}</bdi>
        </h1>
        {entity.roles.length === 0 ? null : <p class="roles">{entity.roles.join(', ')}</p>}
        <p class="actions">
          <a class="button" href={linkTo('graph', { seeds: entity.id, select: entity.id })}>
            Show in the graph
          </a>
          <a class="button" href={linkTo('connections', { a: entity.id })}>
            Find connections
          </a>
        </p>
      </header>
      <div class="entity-columns">
        <div class="column-main">
          <section aria-labelledby="relationships-title">
            <h2 id="relationships-title">Relationships</h2>
            <RelationshipGroups entity={entity.id} relationships={entity.relationships.edges.map(({ node }) => node)} />
            {entity.relationships.totalCount > entity.relationships.edges.length ? (
              <p class="quiet">
                {entity.relationships.edges.length} of {countOf(entity.relationships.totalCount, 'relationship')}, those
                with the most claims.
              </p>
            ) : null}
          </section>
          <section aria-labelledby="claims-title">
            <h2 id="claims-title">Claims</h2>
            <fieldset class="tabs">
              <legend class="hidden">Part in the claims</legend>
              {PARTS.map((row) => (
                <button
                  key={row.part}
                  type="button"
                  aria-pressed={row.part === part}
                  onClick={() => changeParameters({ part: row.part })}
                >
                  {row.label} <span class="number">{entity[row.count].totalCount}</span>
                </button>
              ))}
            </fieldset>
            <ClaimList key={part} entity={entity.id} part={part} />
          </section>
        </div>
        <aside class="column-side">
          <Offices offices={entity.offices.edges.map(({ node }) => node)} entity={entity.id} />
          <Identity entity={entity} />
          <Sources documents={entity.documents} />
        </aside>
      </div>
    </div>
  );
}

function Offices({
  offices,
  entity,
}: {
  readonly offices: readonly EntityDetails['offices']['edges'][number]['node'][];
  readonly entity: string;
}): JSX.Element | null {
  if (offices.length === 0) return null;
  return (
    <section aria-labelledby="offices-title">
      <h2 id="offices-title">Offices</h2>
      <ul class="plain">
        {offices.map((office) => {
          const claim = office.claims.edges[0]?.node;
          const other = office.subject.id === entity ? office.object : office.subject;
          return (
            <li key={office.id}>
              <a href={linkTo('relationship', { id: office.id })}>
                {officeWords(office, claim?.role?.quote ?? null, entity)}
              </a>{' '}
              <EntityLink entity={other} />{' '}
              <span class="quiet">
                {claim?.tense === 'FORMER' ? 'formerly' : claim?.tense === 'FUTURE' ? 'to be' : ''}{' '}
                {daysOf(office.lastSeen)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function officeWords({ relation, subject }: RelationshipLabel, role: string | null, entity: string): string {
  if (subject.id === entity) return role ?? relation.label;
  return role === null ? `${relation.label}, from the other side:` : `${role}:`;
}

function Sources({ documents }: Pick<EntityDetails, 'documents'>): JSX.Element {
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title">Sources</h2>
      {documents.edges.length === 0 ? <Nothing>No document mentions it any more.</Nothing> : null}
      <ul class="plain documents">
        {documents.edges.map(({ node }) =>
          node === null ? null : (
            <li key={node.id}>
              <a href={linkTo('document', { id: node.id })}>{titleOf(node)}</a>
              <span class="quiet">{[node.source, daysOf(node.publishedAt)].filter(Boolean).join(' · ')}</span>
            </li>
          ),
        )}
      </ul>
      {documents.totalCount > documents.edges.length ? (
        <p class="quiet">
          {documents.edges.length} of {countOf(documents.totalCount, 'document')}
        </p>
      ) : null}
    </section>
  );
}
