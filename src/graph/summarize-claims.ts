import type { IndexedClaim, ReferentKey, Support } from '../domain/index.js';
import { type Cluster, groupSources, type Report } from '../resolve/index.js';
import { inOrderOfRecord } from './claim-index.js';
import type { ClaimEntry, RelationshipSummary } from './edges.js';
import { affirms, disputes } from './sides.js';

/** What is known of those who speak. */
export interface VoiceContext {
  readonly clusterOf: (key: ReferentKey) => Cluster | null;
  /** What a document says of happenings, with what tells copies of its text; null for one that is not there. */
  readonly reportOf: (documentId: string) => Report | null;
}

/** Sums up the claims of one relationship. The same for any order of them. */
export function summarizeClaims(
  entries: readonly ClaimEntry[],
  context: VoiceContext & { readonly moves: number },
): RelationshipSummary {
  const { moves } = context;
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) return summarizeClaim(only.claim, context);
  const claims = inOrderOfRecord(entries);
  const sources = sourcesOf(claims, context);
  const seen = daysOf(claims);
  return {
    claims: claims.map(({ documentId, claimId }) => ({ documentId, claimId })),
    support: countVoices(claims.filter(affirms), sources, context),
    dispute: countVoices(claims.filter(disputes), sources, context),
    firstSeen: seen[0] ?? null,
    lastSeen: seen.at(-1) ?? null,
    moves,
  };
}

/** Most relationships have one claim, and so one source, and one voice or none. */
function summarizeClaim(
  claim: IndexedClaim,
  { clusterOf, moves }: VoiceContext & { readonly moves: number },
): RelationshipSummary {
  const { documentId, claimId, attributed } = claim;
  const claimant = claim.claimants.at(-1);
  const isVoiced = !attributed || (claimant !== undefined && clusterOf(claimant) !== null);
  const own = isVoiced ? ONE_VOICE : NO_VOICE;
  const seen = daysOf([claim]);
  return {
    claims: [{ documentId, claimId }],
    support: affirms(claim) ? own : NOTHING,
    dispute: disputes(claim) ? own : NOTHING,
    firstSeen: seen[0] ?? null,
    lastSeen: seen.at(-1) ?? null,
    moves,
  };
}

const ONE_VOICE: Support = Object.freeze({ claims: 1, sources: 1, claimants: 1 });
const NO_VOICE: Support = Object.freeze({ claims: 1, sources: 1, claimants: 0 });
const NOTHING: Support = Object.freeze({ claims: 0, sources: 0, claimants: 0 });

/** Numbers the independent source of each document; documents that are no copies of one another have what their sources say. */
function sourcesOf(claims: readonly IndexedClaim[], { reportOf }: VoiceContext): ReadonlyMap<string, number> {
  const ids = [...new Set(claims.map(({ documentId }) => documentId))];
  const reports = ids.map(reportOf).filter((report) => report !== null);
  const numbers = groupSources(reports);
  return new Map(reports.map((report) => [report.documentId, numbers.get(report) ?? 0]));
}

function countVoices(
  claims: readonly IndexedClaim[],
  sourceOf: ReadonlyMap<string, number>,
  { clusterOf }: VoiceContext,
): Support {
  const sources = new Set<number>();
  const claimants = new Set<Cluster | number>();
  for (const claim of claims) {
    const source = sourceOf.get(claim.documentId) ?? 0;
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
  const [only] = claims;
  if (claims.length === 1 && only !== undefined && only.from === null && only.to === null) {
    return only.publishedAt === null ? [] : [only.publishedAt.slice(0, 'YYYY-MM-DD'.length)];
  }
  const own = claims.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  if (own.length > 0) return own.sort();
  const published = claims.map(({ publishedAt }) => publishedAt?.slice(0, 'YYYY-MM-DD'.length));
  return published.filter((day) => day !== undefined).sort();
}
