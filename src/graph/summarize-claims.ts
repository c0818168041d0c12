import type { IndexedClaim, ReferentKey, Support } from '../domain/index.js';
import type { Cluster } from '../resolve/index.js';
import { inOrderOfRecord } from './claim-index.js';
import type { ClaimEntry, RelationshipSummary } from './edges.js';

/** Sums up the claims of one relationship. The same for any order of them. */
export function summarizeClaims(
  entries: Iterable<ClaimEntry>,
  context: { readonly clusterOf: (key: ReferentKey) => Cluster | null; readonly moves: number },
): RelationshipSummary {
  const claims = inOrderOfRecord(entries);
  const { clusterOf, moves } = context;
  const seen = daysOf(claims);
  return {
    claims: claims.map(({ documentId, claimId }) => ({ documentId, claimId })),
    support: countVoices(claims.filter(affirms), clusterOf),
    dispute: countVoices(claims.filter(disputes), clusterOf),
    firstSeen: seen[0] ?? null,
    lastSeen: seen.at(-1) ?? null,
    moves,
  };
}

function disputes(claim: IndexedClaim): boolean {
  return claim.polarity === 'NEGATED' || claim.stance === 'DENIES';
}

function affirms(claim: IndexedClaim): boolean {
  return !disputes(claim) && claim.modality === 'ACTUAL';
}

function countVoices(claims: readonly IndexedClaim[], clusterOf: (key: ReferentKey) => Cluster | null): Support {
  const sources = new Set<string>();
  const claimants = new Set<Cluster | string>();
  for (const claim of claims) {
    const source = claim.source === null ? `document ${claim.documentId}` : `source ${claim.source}`;
    sources.add(source);
    const claimant = claim.claimants.at(-1);
    const voice = claimant === undefined ? null : clusterOf(claimant);
    if (voice !== null) claimants.add(voice);
    else if (!claim.attributed) claimants.add(source);
  }
  return { claims: claims.length, sources: sources.size, claimants: claimants.size };
}

/** The days of the claims' own times, ascending; where none has one, those of their documents' publication. */
function daysOf(claims: readonly IndexedClaim[]): readonly string[] {
  const own = claims.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  if (own.length > 0) return own.sort();
  const published = claims.map(({ publishedAt }) => publishedAt?.slice(0, 'YYYY-MM-DD'.length));
  return published.filter((day) => day !== undefined).sort();
}
