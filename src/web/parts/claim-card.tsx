import type { JSX } from 'preact';
import { linkTo } from '../address/use-address.js';
import type { ClaimParts } from '../operations/generated.js';
import { claimantWords, daysOf, qualityWords, speaksAgainst, titleOf } from '../words/describe.js';
import type { MarkedSpan } from '../words/mark-spans.js';
import { EntityLink } from './entity-link.js';
import { MarkedText } from './marked-text.js';

/** The parts of a claim that have a colour in the text, with what they are called in the legend. */
export const PART_LABELS: Readonly<Partial<Record<ClaimParts['evidence'][number]['part'], string>>> = {
  SUBJECT: 'who',
  TRIGGER: 'does what',
  OBJECT: 'to whom',
  OTHER: 'with whom, with what',
  PLACE: 'where',
  TIME: 'when',
  COUNTS: 'how many',
  ROLE: 'as what',
  CLAIMANT: 'on whose word',
  CUE: 'said how',
};

/** The spans of a claim's parts, to be marked in its text. */
export function partSpans(claim: Pick<ClaimParts, 'evidence'>): readonly MarkedSpan[] {
  return claim.evidence
    .filter(({ part }) => part in PART_LABELS)
    .map(({ part, start, end }) => ({ start, end, kind: `part-${part.toLowerCase()}` }));
}

/** One claim: what it says, on whose word, and the sentence behind it, which leads to its place in the document. */
export function ClaimCard({ claim }: { readonly claim: ClaimParts }): JSX.Element {
  const href = linkTo('document', { id: claim.document.id, claim: claim.key });
  return (
    <article class={`claim${speaksAgainst(claim) ? ' against' : ''}`}>
      <p class="claim-words">
        <Ends ends={claim.subjects} fallback="somebody" /> <ClaimVerb claim={claim} />{' '}
        <Ends ends={claim.objects} fallback="" />
        {claim.place === null ? null : (
          <span class="quiet">
            {' '}
            at {claim.place.entity === null ? claim.place.quote : <EntityLink entity={claim.place.entity} plain />}
          </span>
        )}
      </p>
      <blockquote>
        <a href={href} class="quote">
          <MarkedText text={claim.sentence.quote} spans={partSpans(claim)} offset={claim.sentence.start} />
        </a>
      </blockquote>
      <ClaimSource claim={claim} />
    </article>
  );
}

/** The relation of a claim, with what is more than to say that it is so. */
export function ClaimVerb({ claim }: { readonly claim: ClaimParts }): JSX.Element {
  return (
    <>
      <span class={`verb family-${claim.relation.family.toLowerCase()}`}>
        {claim.relation.id === 'OTHER' ? claim.predicate : claim.relation.label}
      </span>
      {qualityWords(claim).map((word) => (
        <span key={word} class="quality">
          {word}
        </span>
      ))}
    </>
  );
}

/** On whose word, in which document, when. */
export function ClaimSource({ claim }: { readonly claim: ClaimParts }): JSX.Element {
  const { document, time } = claim;
  return (
    <footer class="claim-source">
      <span class="voice">{claimantWords(claim)}</span>
      <span>
        {document.source === null ? '' : `${document.source}, `}
        <cite>{titleOf(document)}</cite>
      </span>
      {time === null ? null : <span>{time.from === null ? time.quote : daysOf(time.from, time.to)}</span>}
    </footer>
  );
}

/** Those at one end of a claim, by the words of the text where they are no entity. */
export function Ends({
  ends,
  fallback,
}: {
  readonly ends: ClaimParts['subjects'];
  readonly fallback: string;
}): JSX.Element {
  if (ends.length === 0) return <span class="quiet">{fallback}</span>;
  return (
    <>
      {ends.map((end, index) => (
        <span key={index}>
          {index > 0 ? ', ' : ''}
          {end.entity === null ? <bdi>{end.quote}</bdi> : <EntityLink entity={end.entity} />}
        </span>
      ))}
    </>
  );
}

/** What the colours of the parts of a claim mean. */
export function PartLegend(): JSX.Element {
  return (
    <ul class="legend" aria-label="Colours of the parts of a claim">
      {Object.entries(PART_LABELS).map(([part, label]) => (
        <li key={part}>
          <span class={`mark part-${part.toLowerCase()}`}>{label}</span>
        </li>
      ))}
    </ul>
  );
}
