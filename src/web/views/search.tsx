import type { JSX } from 'preact';
import { linkTo, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { SUGGESTIONS } from '../operations/generated.js';
import { EntityLink } from '../parts/entity-link.js';
import { MarkedText } from '../parts/marked-text.js';
import { Answer, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { countOf, titleOf } from '../words/describe.js';

/** What some words found: entities by name, and claims by predicate. */
export function SearchView(): JSX.Element {
  const { parameters } = useAddress();
  const text = parameters.text ?? '';
  usePageTitle(`Search: ${text}`);
  const asked = useAnswer(SUGGESTIONS, text.trim() === '' ? null : { text: text.slice(0, 500), first: 50 });
  return (
    <div class="narrow">
      <header class="page-head">
        <h1>
          Found for “<bdi>{text}</bdi>”
        </h1>
      </header>
      <Answer asked={asked}>
        {({ search }) => (
          <>
            {search.totalCount === 0 ? <Nothing>Nothing goes by these words.</Nothing> : null}
            <ul class="plain hits">
              {search.edges.map(({ node }, index) => {
                const { found } = node;
                if (found === null) return null;
                if (found.__typename === 'Entity') {
                  return (
                    <li key={index}>
                      <EntityLink entity={found} />{' '}
                      <span class="quiet">
                        {found.roles[0] ?? found.type.id.toLowerCase()}, {countOf(found.degree, 'relationship')}
                        {node.form === found.name ? '' : ` · as “${node.form}”`}
                      </span>
                    </li>
                  );
                }
                const isClaim = found.__typename === 'Claim';
                const claim = isClaim ? { claim: found.key } : {};
                return (
                  <li key={index}>
                    <a class="quote" href={linkTo('document', { id: found.document.id, ...claim })}>
                      <MarkedText text={node.snippet} spans={node.marks.map((span) => ({ ...span, kind: 'met' }))} />
                    </a>
                    <span class="quiet"> {titleOf(found.document)}</span>
                  </li>
                );
              })}
            </ul>
            <p class="quiet">
              {search.edges.length} of {countOf(search.totalCount, 'hit')}
            </p>
          </>
        )}
      </Answer>
    </div>
  );
}
