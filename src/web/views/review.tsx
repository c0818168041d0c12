import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { changeParameters, linkTo, useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { type CandidateSide, MERGE_CANDIDATES, type MergeCandidatesData } from '../operations/generated.js';
import { EntityLink } from '../parts/entity-link.js';
import { type Done, DoneNotice, markDistinct, merge } from '../parts/judge.js';
import { Answer, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { ReasonForm } from '../parts/reason-form.js';
import { countOf, titleOf, wordsOf } from '../words/describe.js';

type Candidate = MergeCandidatesData['mergeCandidates']['edges'][number]['node'];

/** The pairs of names that may be one, which only a person can tell, with the sentences of both. */
export function ReviewView(): JSX.Element {
  usePageTitle('Review names');
  const { parameters } = useAddress();
  const asked = useAnswer(MERGE_CANDIDATES, { after: parameters.after });
  const [done, setDone] = useState<Done | null>(null);
  return (
    <div class="narrow">
      <header class="page-head">
        <h1>One, or two?</h1>
        <p class="quiet">
          Names that may be one, the most alike first. What you judge stays above what the names alone suggest.
        </p>
      </header>
      <DoneNotice done={done} onDone={setDone} />
      <Answer asked={asked}>
        {({ mergeCandidates: { edges, totalCount, pageInfo } }) => (
          <>
            {edges.length === 0 ? <Nothing>Nothing is left to review.</Nothing> : null}
            <ul class="cards candidates">
              {edges.map(({ node }) => (
                <li key={`${node.left.id} ${node.right.id}`} class="card">
                  <CandidateCard candidate={node} onDone={setDone} />
                </li>
              ))}
            </ul>
            <p class="more">
              <span class="quiet">{countOf(totalCount, 'pair')}</span>
              {pageInfo.hasNextPage ? (
                <button type="button" onClick={() => changeParameters({ after: pageInfo.endCursor })}>
                  Skip these
                </button>
              ) : null}
              {parameters.after === undefined ? null : (
                <button type="button" onClick={() => changeParameters({ after: null })}>
                  From the first
                </button>
              )}
            </p>
          </>
        )}
      </Answer>
    </div>
  );
}

const VERDICTS = [
  { open: 'They are one …', label: 'Merge', judge: merge, words: 'one' },
  { open: 'They are two …', label: 'Keep apart', judge: markDistinct, words: 'two' },
] as const;

function CandidateCard({
  candidate: { left, right, score, features },
  onDone,
}: {
  readonly candidate: Candidate;
  readonly onDone: (done: Done) => void;
}): JSX.Element {
  const [open, setOpen] = useState<(typeof VERDICTS)[number] | null>(null);
  return (
    <>
      <div class="candidate-sides">
        <Side side={left} />
        <Side side={right} />
      </div>
      <p class="quiet">
        {Math.round(score * 100)} % alike: {featureWords(features)}
      </p>
      <p class="actions">
        {VERDICTS.map((verdict) => (
          <button
            key={verdict.words}
            type="button"
            aria-expanded={open === verdict}
            onClick={() => setOpen(open === verdict ? null : verdict)}
          >
            {verdict.open}
          </button>
        ))}
      </p>
      {open === null ? null : (
        <ReasonForm
          key={open.words}
          label={open.label}
          onSubmit={async (reason) => {
            const judgements = await open.judge([left.id, right.id], reason);
            onDone({ words: `${left.name} and ${right.name} are ${open.words}.`, judgements });
          }}
        />
      )}
    </>
  );
}

/** What speaks for it, and behind that what speaks against it. */
function featureWords(features: Candidate['features']): string {
  const rows = features.map((feature) => ({ words: wordsOf(feature), against: AGAINST.has(feature) }));
  const parts = [false, true].map((against) =>
    rows
      .filter((row) => row.against === against)
      .map(({ words }) => words)
      .join(', '),
  );
  return parts.filter(Boolean).join('; against it: ');
}

const AGAINST: ReadonlySet<Candidate['features'][number]> = new Set(['OTHER_ROLE', 'SAME_DOCUMENT']);

function Side({ side }: { readonly side: CandidateSide }): JSX.Element {
  return (
    <div>
      <h2>
        <EntityLink entity={side} />
      </h2>
      <p class="quiet">
        {[...side.roles.slice(0, 2), countOf(side.documents.totalCount, 'document')].filter(Boolean).join(' · ')}
      </p>
      {side.claims.edges.map(({ node }, index, edges) =>
        node === null || node.sentence.quote === edges[index - 1]?.node?.sentence.quote ? null : (
          <blockquote key={`${node.document.id} ${node.key}`}>
            {node.sentence.quote}{' '}
            <a href={linkTo('document', { id: node.document.id, claim: node.key })}>{titleOf(node.document)}</a>
          </blockquote>
        ),
      )}
    </div>
  );
}
