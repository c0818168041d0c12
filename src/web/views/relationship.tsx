import type { JSX } from 'preact';
import { linkTo, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { RELATIONSHIP_CLAIMS } from '../operations/generated.js';
import { ClaimCard } from '../parts/claim-card.js';
import { EntityLink } from '../parts/entity-link.js';
import { Answer, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { SupportWords } from '../parts/relationship-groups.js';
import { countOf, daysOf } from '../words/describe.js';

/** One relationship, with every claim behind it and against it. */
export function RelationshipView(): JSX.Element {
  const { parameters } = useAddress();
  usePageTitle('Relationship');
  return (
    <div class="narrow">
      <RelationshipDetails id={parameters.id ?? ''} heading="h1" />
    </div>
  );
}

/** The same in a panel. */
export function RelationshipDetails({
  id,
  heading: Heading,
}: {
  readonly id: string;
  readonly heading: 'h1' | 'h2';
}): JSX.Element {
  const asked = useAnswer(RELATIONSHIP_CLAIMS, { id });
  return (
    <Answer asked={asked}>
      {({ node }) => {
        if (node?.__typename !== 'Relationship') return <Nothing>There is no such relationship any more.</Nothing>;
        const { claims } = node;
        return (
          <>
            <header class="page-head">
              <Heading class="relationship-title">
                <EntityLink entity={node.subject} />{' '}
                <span class={`verb family-${node.relation.family.toLowerCase()}`}>{node.relation.label}</span>{' '}
                <EntityLink entity={node.object} />
              </Heading>
              <p>
                <SupportWords relationship={node} /> <span class="quiet">{daysOf(node.firstSeen, node.lastSeen)}</span>{' '}
                <a href={linkTo('graph', { seeds: [node.subject.id, node.object.id].join(','), edge: node.id })}>
                  graph
                </a>
              </p>
            </header>
            <ol class="plain claims">
              {claims.edges.map(({ node: claim }) =>
                claim === null ? null : (
                  <li key={claim.id}>
                    <ClaimCard claim={claim} />
                  </li>
                ),
              )}
            </ol>
            {claims.totalCount > claims.edges.length ? (
              <p class="quiet">
                {claims.edges.length} of {countOf(claims.totalCount, 'claim')}
              </p>
            ) : null}
          </>
        );
      }}
    </Answer>
  );
}
