import { compareIds } from '../base/index.js';
import type { ClaimReference, Conflict, Extraction, Incident, IndexedClaim, ReferentKey } from '../domain/index.js';
import {
  type ClusterOf,
  createEpisodeGroups,
  type Episode,
  type EpisodeGroup,
  type FoundConflict,
  findConflicts,
  groupSources,
  inOrder,
  type Report,
  readReport,
} from '../resolve/index.js';
import type { IncidentWords } from '../resources/index.js';
import { createSortedView } from './sorted-view.js';

/** Incidents and conflicts, kept up to date as documents and entities change. */
export interface Incidents {
  /** Reads what a document says of happenings; `keys` and `claims` are those of its record. */
  put(
    extraction: Extraction,
    record: { readonly keys: ReadonlyMap<string, ReferentKey>; readonly claims: readonly IndexedClaim[] },
  ): void;
  remove(documentId: string): void;
  /** Compares a document's happenings anew, of which referents passed to other entities. */
  reconsider(documentId: string): void;
  /** The incident that a claim is part of; null for a claim of a state, or one that is not there. */
  find(claim: ClaimReference): Incident | null;
  /** Null for a document that is not there. */
  reportOf(documentId: string): Report | null;
  /** Every incident, by the document ids of their first claims, then by their order in the record. */
  all(): Iterable<Incident>;
  /** The conflicts between the claims of an incident, by their claims' order. */
  conflictsOf(incident: Incident): readonly Conflict[];
}

/** No incidents. */
export function createIncidents(clusterOf: ClusterOf, words: IncidentWords): Incidents {
  const groups = createEpisodeGroups(clusterOf);
  const conflicts = new Map<EpisodeGroup, readonly FoundConflict[]>();
  const inOrderOfClaims = createSortedView<EpisodeGroup>((group) => {
    const first = firstOf(group);
    // The digits make the order of texts that of numbers.
    return first === null ? null : `${first.documentId} ${String(first.ordinal).padStart(ORDINAL_DIGITS, '0')}`;
  });

  const follow = (changed: ReadonlySet<EpisodeGroup>): void => {
    for (const group of changed) {
      conflicts.delete(group);
      inOrderOfClaims.mark(group);
    }
  };
  const groupOf = ({ documentId, claimId }: ClaimReference): EpisodeGroup | null => {
    const holds = ({ happenings }: Episode) => happenings.some(({ claim }) => claim.claimId === claimId);
    const episode = groups.report(documentId)?.episodes.find(holds);
    return episode === undefined ? null : groups.groupOf(episode);
  };

  return {
    put: (extraction, record) => follow(groups.put(readReport(extraction, record, words))),
    remove: (documentId) => follow(groups.remove(documentId)),
    reconsider: (documentId) => {
      const report = groups.report(documentId);
      if (report !== null) follow(groups.put(report));
    },
    find: (claim) => {
      const group = groupOf(claim);
      return group === null ? null : describeIncident(group, clusterOf);
    },
    reportOf: groups.report,
    all: function* () {
      for (const group of inOrderOfClaims.read()) if (group.episodes.size > 0) yield describeIncident(group, clusterOf);
    },
    conflictsOf: ({ first }) => {
      const group = groupOf(first);
      if (group === null) return [];
      const found = conflicts.get(group) ?? findConflicts(group.episodes, clusterOf);
      conflicts.set(group, found);
      return found.map(({ kind, a, b }) => ({ kind, a: referenceTo(a), b: referenceTo(b), incident: first }));
    },
  };
}

/** Knows no word. */
export const NO_WORDS: IncidentWords = {
  has: () => false,
  relationOf: () => null,
  isWide: () => false,
  isCity: () => false,
};

const ORDINAL_DIGITS = 9;

/** Null for a group that is gone. */
function firstOf(group: EpisodeGroup): { readonly documentId: string; readonly ordinal: number } | null {
  let first: Episode | null = null;
  for (const episode of group.episodes) if (first === null || isBefore(episode, first)) first = episode;
  return first === null ? null : { documentId: first.report.documentId, ordinal: startOf(first) };
}

/** Where an episode begins in the record. A denial stands in the episode of what it answers, and so never before it. */
function startOf({ happenings }: Episode): number {
  return happenings[0]?.ordinal ?? 0;
}

function isBefore(a: Episode, b: Episode): boolean {
  const order = compareIds(a.report.documentId, b.report.documentId);
  return order < 0 || (order === 0 && startOf(a) < startOf(b));
}

function describeIncident(group: EpisodeGroup, clusterOf: ClusterOf): Incident {
  const episodes = inOrder(group.episodes);
  const happenings = episodes
    .flatMap((episode) => episode.happenings)
    .sort((a, b) => compareIds(a.claim.documentId, b.claim.documentId) || a.ordinal - b.ordinal);
  const claims = happenings.map(({ claim }) => claim);
  const reports = [...new Set(episodes.map(({ report }) => report))];
  const days = claims.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  days.sort();
  return {
    first: referenceTo(claims[0] as IndexedClaim),
    kind: episodes[0]?.kind ?? '',
    claims: claims.map(referenceTo),
    places: onePerEntity(
      claims.map(({ place }) => place),
      clusterOf,
    ),
    participants: onePerEntity(
      claims.flatMap(({ subjects, objects }) => [...subjects, ...objects]),
      clusterOf,
    ),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    documents: reports.map(({ documentId }) => documentId),
    sources: new Set(groupSources(reports).values()).size,
  };
}

function referenceTo({ documentId, claimId }: ClaimReference): ClaimReference {
  return { documentId, claimId };
}

/** The least key of each entity. */
function onePerEntity(keys: readonly (ReferentKey | null)[], clusterOf: ClusterOf): readonly ReferentKey[] {
  const least = new Map<unknown, ReferentKey>();
  for (const key of keys) {
    if (key === null) continue;
    const cluster = clusterOf(key) ?? key;
    const there = least.get(cluster);
    if (there === undefined || compareIds(key, there) < 0) least.set(cluster, key);
  }
  return [...least.values()].sort(compareIds);
}
