import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { changeParameters, linkTo, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { READER, type ReaderData } from '../operations/generated.js';
import { ClaimSource, ClaimVerb, Ends, PartLegend, partSpans } from '../parts/claim-card.js';
import { MarkedText } from '../parts/marked-text.js';
import { Answer, Failure, Waiting } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { countOf, daysOf, titleOf, wordsOf } from '../words/describe.js';
import type { MarkedSpan } from '../words/mark-spans.js';
import { type DocumentParts, type ReadClaim, useDocumentParts } from './use-document-parts.js';

/** A document with what was read from it marked in its text. */
export function DocumentView(): JSX.Element {
  const { parameters } = useAddress();
  const id = parameters.id ?? '';
  const asked = useAnswer(READER, { id });
  const parts = useDocumentParts(id);
  usePageTitle(asked.data?.document == null ? null : titleOf(asked.data.document));
  return (
    <Answer asked={asked}>
      {({ document }) => (document === null ? null : <Reader document={document} parts={parts} />)}
    </Answer>
  );
}

type ReadDocument = NonNullable<ReaderData['document']>;

function Reader({ document, parts }: { readonly document: ReadDocument; readonly parts: DocumentParts }): JSX.Element {
  const { parameters } = useAddress();
  const chosen = parts.claims.find(({ key }) => key === parameters.claim) ?? null;
  return (
    <div class="reader">
      <article class="reader-text">
        <header class="page-head">
          <p class="kicker">
            {[document.source, daysOf(document.publishedAt)].filter(Boolean).join(' · ') || 'Document'}
          </p>
          <h1>{titleOf(document)}</h1>
          {document.duplicateOf === null ? null : (
            <p class="quiet">
              The same text as{' '}
              <a href={linkTo('document', { id: document.duplicateOf.id })}>{titleOf(document.duplicateOf)}</a>
            </p>
          )}
        </header>
        <DocumentText document={document} parts={parts} chosen={chosen} />
      </article>
      <aside class="reader-side" aria-label="Claims">
        {parts.error === null ? null : <Failure error={parts.error} />}
        {parts.loading ? <Waiting /> : null}
        <PartLegend />
        <h2>
          {parts.claims.length < parts.totalClaims ? `${parts.claims.length} of ` : ''}
          {countOf(parts.totalClaims, 'claim')}
        </h2>
        <ol class="plain claim-rows">
          {parts.claims.map((claim) => (
            <ClaimRow key={claim.key} claim={claim} chosen={claim === chosen} />
          ))}
        </ol>
        <Diagnostics document={document} />
      </aside>
    </div>
  );
}

function DocumentText({
  document,
  parts,
  chosen,
}: {
  readonly document: ReadDocument;
  readonly parts: DocumentParts;
  readonly chosen: ReadClaim | null;
}): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const spans = useMemo(() => textSpans(document, parts, chosen), [document, parts, chosen]);
  useEffect(() => {
    element.current?.querySelector('.chosen')?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [chosen]);
  return (
    <div ref={element} class={`text${chosen === null ? '' : ' has-chosen'}`} dir="auto">
      <MarkedText text={document.text} spans={spans} />
    </div>
  );
}

/** Everything that is marked; of claims only one, for their parts lie over one another. */
function textSpans(document: ReadDocument, parts: DocumentParts, chosen: ReadClaim | null): readonly MarkedSpan[] {
  return [
    ...document.furniture.map((span) => ({ ...span, kind: 'furniture' })),
    ...parts.quotations.flatMap(({ content }) => content.map((span) => ({ ...span, kind: 'said' }))),
    ...parts.quotations.flatMap(({ cue }) => (cue === null ? [] : [{ ...cue, kind: 'cue' }])),
    ...parts.mentions.map(({ start, end, type }) => ({ start, end, kind: `mention mention-${type.id.toLowerCase()}` })),
    ...(chosen === null ? [] : [{ ...chosen.sentence, kind: 'chosen' }, ...partSpans(chosen)]),
  ];
}

function ClaimRow({ claim, chosen }: { readonly claim: ReadClaim; readonly chosen: boolean }): JSX.Element {
  return (
    <li class={`claim-row${chosen ? ' chosen' : ''}`}>
      <p class="claim-words">
        <Ends ends={claim.subjects} fallback="somebody" /> <ClaimVerb claim={claim} />{' '}
        <Ends ends={claim.objects} fallback="" />
      </p>
      <ClaimSource claim={claim} />
      <p class="row-actions">
        <button
          type="button"
          aria-pressed={chosen}
          onClick={() => changeParameters({ claim: chosen ? null : claim.key })}
        >
          {chosen ? 'Shown in the text' : 'Show in the text'}
        </button>
        {claim.incident === null ? null : <a href={linkTo('accounts', { id: claim.incident.id })}>All accounts</a>}
        <span class="quiet" title="How sure the reading is; never whether it is true">
          read with {Math.round(claim.confidence * 100)}% confidence
        </span>
      </p>
    </li>
  );
}

function Diagnostics({ document }: { readonly document: ReadDocument }): JSX.Element | null {
  if (document.diagnostics.length === 0) return null;
  return (
    <section aria-labelledby="diagnostics-title">
      <h2 id="diagnostics-title">Difficulties of the text</h2>
      <ul class="plain">
        {document.diagnostics.map(({ code, message }, index) => (
          <li key={index}>
            {wordsOf(code)}: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
