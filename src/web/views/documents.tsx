import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { linkTo } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { DOCUMENTS, type DocumentsData } from '../operations/generated.js';
import { DropZone } from '../parts/drop-zone.js';
import { Answer, Nothing } from '../parts/notices.js';
import { usePageTitle } from '../parts/page-title.js';
import { countOf, daysOf, titleOf } from '../words/describe.js';

type Row = DocumentsData['documents']['edges'][number]['node'];

/** All documents, the latest first. */
export function DocumentsView(): JSX.Element {
  usePageTitle('Documents');
  const [before, setBefore] = useState<readonly Row[]>([]);
  const [after, setAfter] = useState<string | undefined>(undefined);
  const asked = useAnswer(DOCUMENTS, { after });
  return (
    <div class="narrow">
      <header class="page-head">
        <h1>Documents</h1>
      </header>
      <DropZone />
      <Answer asked={asked}>
        {({ documents }) => {
          const rows = [...before, ...documents.edges.map(({ node }) => node)];
          const { endCursor, hasNextPage } = documents.pageInfo;
          return (
            <>
              {rows.length === 0 ? <Nothing>Nothing has been read yet.</Nothing> : null}
              <ul class="plain documents long">
                {rows.map((row) => (
                  <li key={row.id}>
                    <a href={linkTo('document', { id: row.id })}>{titleOf(row)}</a>
                    <span class="quiet">{[row.source, daysOf(row.publishedAt)].filter(Boolean).join(' · ')}</span>
                    <span class="quiet">
                      {countOf(row.claims.totalCount, 'claim')}, {countOf(row.quotations.totalCount, 'quotation')}
                    </span>
                  </li>
                ))}
              </ul>
              <p class="more">
                <span class="quiet">
                  {rows.length} of {countOf(documents.totalCount, 'document')}
                </span>
                {hasNextPage ? (
                  <button
                    type="button"
                    onClick={() => {
                      setBefore(rows);
                      setAfter(endCursor ?? undefined);
                    }}
                  >
                    More documents
                  </button>
                ) : null}
              </p>
            </>
          );
        }}
      </Answer>
    </div>
  );
}
