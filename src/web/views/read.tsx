import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { goTo } from '../address/use-address.js';
import { change } from '../client/ask.js';
import { useAnswer } from '../client/use-answer.js';
import { ADD_DOCUMENTS, READ_TEXT, type ReadTextData } from '../operations/generated.js';
import { PartLegend } from '../parts/claim-card.js';
import { MarkedText } from '../parts/marked-text.js';
import { Answer, Failure, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { useDelayed } from '../parts/use-delayed.js';
import { claimantOf, countOf, daysOf, qualityWords } from '../words/describe.js';
import type { MarkedSpan } from '../words/mark-spans.js';

type Extraction = ReadTextData['extract']['extractions'][number];
type Claim = Extraction['claims'][number];

/** A text that is read while it is written, and kept only on demand. */
export function ReadView(): JSX.Element {
  usePageTitle('Read a text');
  const id = useId();
  const [text, setText] = useState('');
  const [day, setDay] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const delayed = useDelayed(text, 350);
  const asked = useAnswer(READ_TEXT, delayed.trim() === '' ? null : { text: delayed, publishedAt: day || undefined });
  const keep = (): void => {
    change(ADD_DOCUMENTS, { documents: [{ text, ...(day !== '' && { publishedAt: day }) }] }).then(
      ({ addDocuments }) => {
        const kept = addDocuments.results[0]?.document;
        if (kept != null) goTo('document', { id: kept.id });
        else setError(new Error(addDocuments.userErrors[0]?.message ?? 'Nothing was kept.'));
      },
      setError,
    );
  };
  return (
    <div class="read-page">
      <header class="page-head">
        <h1>Read a text</h1>
        <p class="quiet">It is read while you write, and nothing of it is stored.</p>
      </header>
      <section class="read-input">
        <label for={id}>Text</label>
        <textarea
          id={id}
          rows={14}
          placeholder="Paste an article, or write: Activists said soldiers had killed 12 people in Orlo. The army denied it."
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="actions">
          <label class="inline">
            Published on <input type="date" value={day} onInput={(event) => setDay(event.currentTarget.value)} />
          </label>
          <button type="button" disabled={text.trim() === ''} onClick={keep}>
            Keep it in the store
          </button>
        </p>
        {error === null ? null : <Failure error={error} />}
      </section>
      <section class="read-output" aria-live="polite" aria-label="What is read">
        {delayed.trim() === '' ? (
          <Nothing>What is read from the text appears here.</Nothing>
        ) : (
          <Answer asked={asked}>
            {({ extract }) => (
              <>
                {extract.userErrors.map(({ message }, index) => (
                  <Failure key={index} error={new Error(message)} />
                ))}
                {extract.extractions.map((extraction, index) => (
                  <ExtractionDetails key={index} extraction={extraction} />
                ))}
              </>
            )}
          </Answer>
        )}
      </section>
    </div>
  );
}

function ExtractionDetails({ extraction }: { readonly extraction: Extraction }): JSX.Element {
  const [key, setKey] = useState<string | null>(null);
  const { claims, text } = extraction;
  const chosen = claims.find((claim) => claim.key === key) ?? null;
  const named = extraction.referents.filter((referent) => referent.named);
  return (
    <>
      <div class={`text${chosen === null ? '' : ' has-chosen'}`} dir="auto">
        <MarkedText text={text} spans={spansOf(extraction, chosen)} />
      </div>
      <PartLegend />
      <h2>{countOf(claims.length, 'claim')}</h2>
      {claims.length === 0 ? <Nothing>No claim is read from it.</Nothing> : null}
      <ol class="plain claim-rows">
        {claims.map((claim) => (
          <li key={claim.key}>
            <button
              type="button"
              class={`claim-row${claim === chosen ? ' chosen' : ''}`}
              aria-pressed={claim === chosen}
              onClick={() => setKey(claim === chosen ? null : claim.key)}
            >
              <ClaimWords claim={claim} extraction={extraction} />
            </button>
          </li>
        ))}
      </ol>
      <p class="quiet">
        {countOf(named.length, 'named thing')}: {named.map(({ name }) => name).join(', ') || 'none'}
      </p>
    </>
  );
}

function ClaimWords({ claim, extraction }: { readonly claim: Claim; readonly extraction: Extraction }): JSX.Element {
  const quotations = claim.quotations.flatMap((key) => extraction.quotations.filter((one) => one.key === key));
  const namesOf = (ends: Claim['subjects']): string =>
    ends
      .map(({ quote, referent }) => extraction.referents.find(({ key }) => key === referent)?.name ?? quote)
      .join(', ');
  return (
    <>
      <span>
        {namesOf(claim.subjects) || <span class="quiet">somebody</span>}{' '}
        <span class={`verb family-${claim.relation.family.toLowerCase()}`}>
          {claim.relation.id === 'OTHER' ? claim.predicate : claim.relation.label}
        </span>{' '}
        {namesOf(claim.objects)}
        {claim.place === null ? '' : ` at ${claim.place.quote}`}
        {claim.time === null
          ? ''
          : `, ${claim.time.from === null ? claim.time.quote : daysOf(claim.time.from, claim.time.to)}`}
        {qualityWords({ ...claim, quotations }).map((word) => (
          <span key={word} class="quality">
            {word}
          </span>
        ))}
      </span>
      <span class="quiet">
        {claimantOf(quotations.map(({ claimant, reason }) => ({ words: claimant?.quote ?? null, reason })))}, read with{' '}
        {Math.round(claim.confidence * 100)}% confidence
      </span>
    </>
  );
}

function spansOf(extraction: Extraction, chosen: Claim | null): readonly MarkedSpan[] {
  const mark = (
    spans: readonly ({ readonly start: number; readonly end: number } | null)[],
    kind: string,
  ): readonly MarkedSpan[] =>
    spans.flatMap((span) => (span === null ? [] : [{ start: span.start, end: span.end, kind }]));
  if (chosen === null) {
    return [
      ...mark(
        extraction.quotations.flatMap(({ content }) => content),
        'said',
      ),
      ...mark(
        extraction.quotations.map(({ cue }) => cue),
        'cue',
      ),
      ...extraction.mentions.flatMap((mention) => mark([mention], `mention mention-${mention.type.id.toLowerCase()}`)),
    ];
  }
  const quotations = extraction.quotations.filter(({ key }) => chosen.quotations.includes(key));
  return [
    ...mark([chosen.sentence], 'chosen'),
    ...mark(chosen.subjects, 'part-subject'),
    ...mark([chosen.trigger], 'part-trigger'),
    ...mark(chosen.objects, 'part-object'),
    ...mark(chosen.others, 'part-other'),
    ...mark([chosen.place], 'part-place'),
    ...mark([chosen.time], 'part-time'),
    ...mark(
      quotations.map(({ claimant }) => claimant),
      'part-claimant',
    ),
    ...mark(
      quotations.map(({ cue }) => cue),
      'part-cue',
    ),
  ];
}
