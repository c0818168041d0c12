import type { JSX } from 'preact';
import { connectionFilterOf } from '../address/connection-filters.js';
import { linkTo, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { CONNECTIONS, type ConnectionsData } from '../operations/generated.js';
import { ClaimCard } from '../parts/claim-card.js';
import { EntityLink } from '../parts/entity-link.js';
import { Answer, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { SupportWords } from '../parts/relationship-groups.js';
import { countOf } from '../words/describe.js';
import { ConnectionForm } from './connection-form.js';

type Path = ConnectionsData['paths']['paths'][number];
type Hop = Path['hops'][number];

/** How two entities are connected: explained paths, each hop with the sentences behind it. */
export function ConnectionsView(): JSX.Element {
  usePageTitle('Connections');
  const { parameters } = useAddress();
  const { a, b } = parameters;
  const maxHops = clamp(parameters.hops, 4, 6);
  const variables =
    a === undefined || b === undefined
      ? null
      : { from: a, to: b, maxHops, k: clamp(parameters.paths, 3, 10), where: connectionFilterOf(parameters) };
  const asked = useAnswer(CONNECTIONS, variables);
  return (
    <div class="narrow">
      <header class="page-head">
        <h1>How are they connected?</h1>
      </header>
      <ConnectionForm />
      {variables === null ? (
        <Nothing>Choose two entities to see the paths between them.</Nothing>
      ) : (
        <Answer asked={asked}>
          {({ paths }) => (
            <>
              <p class="lead">{paths.explanation}</p>
              {paths.truncated ? (
                <p class="quiet">The search was cut off: there may be more paths, or cheaper ones.</p>
              ) : null}
              <ol class="plain paths">
                {paths.paths.map((path, index) => (
                  <li key={index}>
                    <PathCard path={path} number={index + 1} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </Answer>
      )}
    </div>
  );
}

function clamp(words: string | undefined, otherwise: number, most: number): number {
  const number = Number(words);
  return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : otherwise;
}

function PathCard({ path, number }: { readonly path: Path; readonly number: number }): JSX.Element {
  const ids = [path.hops[0]?.from.id, ...path.hops.map(({ to }) => to.id)].filter((id) => id !== undefined);
  return (
    <article class="path card">
      <header>
        <h2>
          Path {number}: {countOf(path.length, 'hop')}
        </h2>
        <p>{path.explanation}</p>
        <p>
          <a href={linkTo('graph', { seeds: ids.join(','), limit: String(ids.length) })}>Show it in the graph</a>
        </p>
      </header>
      <ol class="plain hops">
        {path.hops.map((hop, index) => (
          <li key={index}>
            <HopDetails hop={hop} />
          </li>
        ))}
      </ol>
    </article>
  );
}

function HopDetails({ hop }: { readonly hop: Hop }): JSX.Element {
  const { relationship, parallel } = hop;
  const { claims } = relationship;
  return (
    <>
      <h3 class="hop-title">
        <EntityLink entity={relationship.subject} />{' '}
        <a
          class={`verb family-${relationship.relation.family.toLowerCase()}`}
          href={linkTo('relationship', { id: relationship.id })}
        >
          {relationship.relation.label}
        </a>{' '}
        <EntityLink entity={relationship.object} /> <SupportWords relationship={relationship} />
      </h3>
      {claims.edges.map(({ node }) => (node === null ? null : <ClaimCard key={node.id} claim={node} />))}
      {claims.totalCount > claims.edges.length ? (
        <p class="quiet">
          {claims.edges.length} of {countOf(claims.totalCount, 'claim')} –{' '}
          <a href={linkTo('relationship', { id: relationship.id })}>all of them</a>
        </p>
      ) : null}
      {parallel.length === 0 ? null : (
        <p class="quiet">
          Also:{' '}
          {parallel.map(({ relationship: other }, index) => (
            <span key={other.id}>
              {index > 0 ? '; ' : ''}
              <a href={linkTo('relationship', { id: other.id })}>
                {other.subject.name} {other.relation.label} {other.object.name}
              </a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
