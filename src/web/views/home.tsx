import type { JSX } from 'preact';
import { claimFilterOf } from '../address/filters.js';
import { goTo, linkTo, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { HOME, type HomeData } from '../operations/generated.js';
import { DropZone } from '../parts/drop-zone.js';
import { EntityLink } from '../parts/entity-link.js';
import { Answer, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { SearchBox } from '../parts/search-box.js';
import { countOf, daysOf, headingOf, titleOf } from '../words/describe.js';

/** The first view: what is in the store, whom it is about, and where accounts contradict each other. */
export function HomeView(): JSX.Element {
  usePageTitle(null);
  const { parameters } = useAddress();
  const asked = useAnswer(HOME, { where: claimFilterOf(parameters) });
  return (
    <>
      <section class="hero">
        <h1>Who did what to whom, where, when, and on whose word.</h1>
        <SearchBox
          label="Search people, organizations, places …"
          onChoose={(entity) => goTo('entity', { id: entity.id })}
          onSubmit={(text) => goTo('search', { text })}
        />
        {asked.data === null ? <p class="counts quiet">&nbsp;</p> : <Counts statistics={asked.data.statistics} />}
      </section>
      <Answer asked={asked}>
        {(data) => (
          <div class="home-columns">
            <Actors entities={data.entities} />
            <Contested incidents={data.incidents} />
            <Latest documents={data.documents} />
          </div>
        )}
      </Answer>
    </>
  );
}

function Counts({ statistics }: Pick<HomeData, 'statistics'>): JSX.Element {
  const { documents, claims, entities, attributedClaims } = statistics;
  return (
    <p class="counts">
      {countOf(documents, 'document')}, {countOf(claims, 'claim')} about {countOf(entities, 'entity', 'entities')};{' '}
      {attributedClaims.toLocaleString('en')} of them on somebody’s word. Nothing here says which account is true.
    </p>
  );
}

function Actors({ entities }: Pick<HomeData, 'entities'>): JSX.Element {
  return (
    <section aria-labelledby="actors-title">
      <h2 id="actors-title">Most connected</h2>
      {entities.edges.length === 0 ? (
        <Nothing>Nothing has been read yet. Drop articles here, or paste a text.</Nothing>
      ) : null}
      <ol class="actors">
        {entities.edges.map(({ node }) => (
          <li key={node.id}>
            <EntityLink entity={node} />
            <span class="quiet">{node.roles[0] ?? node.sector?.description ?? node.type.id.toLowerCase()}</span>
            <a
              class="number"
              href={linkTo('graph', { seeds: node.id, select: node.id })}
              title={`${node.degree} relationships: show the graph`}
            >
              {node.degree}
            </a>
          </li>
        ))}
      </ol>
      <p>
        <a href={linkTo('graph')}>See the whole graph</a> · <a href={linkTo('review')}>Review names that may be one</a>
      </p>
    </section>
  );
}

function Contested({ incidents }: Pick<HomeData, 'incidents'>): JSX.Element {
  return (
    <section aria-labelledby="contested-title">
      <h2 id="contested-title">Accounts that contradict each other</h2>
      {incidents.edges.length === 0 ? <Nothing>No accounts of one incident contradict each other.</Nothing> : null}
      <ul class="cards">
        {[...incidents.edges].reverse().map(({ node }) => (
          <li key={node.id} class="card">
            <h3>
              <a href={linkTo('accounts', { id: node.id })}>{node.label}</a>
            </h3>
            <p class="quiet">
              {daysOf(node.from, node.to)} · {countOf(node.sources, 'source')}
            </p>
            <ul class="conflicts">
              {node.conflicts.edges.map(({ node: conflict }, index) => (
                <li key={index}>
                  <span class="tag">{headingOf(conflict.kind)}</span> {conflict.explanation}
                </li>
              ))}
            </ul>
            {node.conflicts.totalCount > node.conflicts.edges.length ? (
              <p class="quiet">
                {node.conflicts.edges.length} of {countOf(node.conflicts.totalCount, 'conflict')}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <p>
        <a href={linkTo('incidents')}>All incidents</a>
      </p>
    </section>
  );
}

function Latest({ documents }: Pick<HomeData, 'documents'>): JSX.Element {
  return (
    <section aria-labelledby="latest-title">
      <h2 id="latest-title">Latest documents</h2>
      <ul class="plain documents">
        {documents.edges.map(({ node }) => (
          <li key={node.id}>
            <a href={linkTo('document', { id: node.id })}>{titleOf(node)}</a>
            <span class="quiet">
              {[node.source, daysOf(node.publishedAt), countOf(node.claims.totalCount, 'claim')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={linkTo('documents')}>All {countOf(documents.totalCount, 'document')}</a>
      </p>
      <DropZone />
    </section>
  );
}
