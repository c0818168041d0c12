import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { claimFilterOf } from '../address/filters.js';
import { useAddress } from '../address/use-address.js';
import { useAnswer } from '../client/use-answer.js';
import { type ClaimParts, ENTITY_CLAIMS, type EntityClaimsVariables } from '../operations/generated.js';
import { countOf } from '../words/describe.js';
import { ClaimCard } from './claim-card.js';
import { Failure, Nothing, Waiting } from './notices.js';

/** The claims in which an entity has some part, the latest first, more of them on demand. */
export function ClaimList({
  entity,
  part,
}: {
  readonly entity: string;
  readonly part: EntityClaimsVariables['part'];
}): JSX.Element {
  const { parameters } = useAddress();
  const where = claimFilterOf(parameters);
  const filter = JSON.stringify(where);
  const [before, setBefore] = useState<readonly ClaimParts[]>([]);
  const [after, setAfter] = useState<string | undefined>(undefined);
  useEffect(() => {
    setBefore([]);
    setAfter(undefined);
  }, [filter]);
  const { data, error, loading } = useAnswer(ENTITY_CLAIMS, { id: entity, part, where, after });
  if (error !== null) return <Failure error={error} />;
  const page = data?.entity?.claims;
  if (page === undefined) return <Waiting />;
  const claims = [...before, ...page.edges.flatMap(({ node }) => (node === null ? [] : [node]))];
  if (claims.length === 0) return <Nothing>No claim of this kind.</Nothing>;
  return (
    <>
      <ol class="plain claims" aria-busy={loading}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimCard claim={claim} />
          </li>
        ))}
      </ol>
      <p class="more">
        <span class="quiet">
          {claims.length.toLocaleString('en')} of {countOf(page.totalCount, 'claim')}
        </span>
        {page.pageInfo.hasNextPage ? (
          <button
            type="button"
            disabled={loading}
            onClick={() => {
              setBefore(claims);
              setAfter(page.pageInfo.endCursor ?? undefined);
            }}
          >
            More claims
          </button>
        ) : null}
      </p>
    </>
  );
}
