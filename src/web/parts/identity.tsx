import type { JSX } from 'preact';
import { countOf, wordsOf } from '../words/describe.js';
import type { EntityDetails } from './entity-details.js';

/** The names of an entity, and why its referents are one. */
export function Identity({ entity }: { readonly entity: EntityDetails }): JSX.Element {
  return (
    <section aria-labelledby="identity-title">
      <h2 id="identity-title">Names</h2>
      {entity.aliases.length === 0 ? <p class="quiet">No other name.</p> : null}
      <ul class="aliases">
        {entity.aliases.map((alias) => (
          <li key={alias}>
            <bdi>{alias}</bdi>
          </li>
        ))}
      </ul>
      <p class="quiet">
        {countOf(entity.mentionCount, 'mention')} in {countOf(entity.referents.length, 'text')}
      </p>
      {entity.judgements.length === 0 ? null : (
        <details>
          <summary>Why they are one ({entity.judgements.length})</summary>
          <ul class="plain judgements">
            {entity.judgements.map((judgement) => (
              <li key={judgement.id}>
                {wordsOf(judgement.verdict)}: {judgement.reason}{' '}
                <span class="quiet">{judgement.by === 'PERSON' ? 'a person' : 'by the names'}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
