import { compareIds } from '../../base/index.js';
import { CONFLICT_KINDS, type ConflictKind, type IndexedClaim } from '../../domain/index.js';
import type { ClusterOf } from './compare-parties.js';
import { CONFLICT_RULES, type Pair, pairUp, type Voiced } from './conflict-rules.js';
import { groupSources } from './group-sources.js';
import type { Episode, Happening, Report } from './happening.js';

/** Two claims of one incident that cannot both hold. */
export interface FoundConflict {
  readonly kind: ConflictKind;
  readonly a: IndexedClaim;
  readonly b: IndexedClaim;
}

/** Of an incident with more claims than this, those that come first are compared. */
const MOST_COMPARED = 240;

/**
 * The conflicts between the claims of one incident, by their claims' order. Where several claims of one voice say the
 * same, one of them stands for all: a toll that thirty papers print is in conflict with another one once.
 */
export function findConflicts(episodes: Iterable<Episode>, clusterOf: ClusterOf): readonly FoundConflict[] {
  const voiced = voicesOf(inOrder(episodes), clusterOf);
  const seen = new Set<string>();
  const found: FoundConflict[] = [];
  for (const [index, a] of voiced.entries()) {
    for (const b of voiced.slice(index + 1)) {
      const pair = pairUp(a, b, clusterOf);
      const kind = CONFLICT_KINDS.find((each) => CONFLICT_RULES[each](pair, clusterOf));
      if (kind === undefined || seen.has(signature(kind, pair))) continue;
      seen.add(signature(kind, pair));
      found.push({ kind, a: a.happening.claim, b: b.happening.claim });
    }
  }
  return found;
}

/** Episodes by document id, then as in the document. */
export function inOrder(episodes: Iterable<Episode>): readonly Episode[] {
  return [...episodes].sort((a, b) => compareIds(a.report.documentId, b.report.documentId) || a.ordinal - b.ordinal);
}

function voicesOf(episodes: readonly Episode[], clusterOf: ClusterOf): readonly Voiced[] {
  const reports = [...new Set(episodes.map(({ report }) => report))];
  const sources = groupSources(reports);
  const voiced = episodes.flatMap((episode) =>
    episode.happenings.map((happening): Voiced => {
      const source = sources.get(episode.report) ?? 0;
      return { happening, episode, source, voice: voiceOf(happening, source, clusterOf) };
    }),
  );
  const byRecord = (a: Voiced, b: Voiced): number =>
    compareReports(a.episode.report, b.episode.report) || a.happening.ordinal - b.happening.ordinal;
  return voiced.sort(byRecord).slice(0, MOST_COMPARED);
}

function compareReports(a: Report, b: Report): number {
  return compareIds(a.documentId, b.documentId);
}

/**
 * The entity that is the innermost claimant, else the source, with or without somebody whom it does not name.
 * "A spokesman rejected that" is on the word of the spokesman.
 */
function voiceOf({ claim, answers }: Happening, source: number, clusterOf: ClusterOf): string {
  const claimant = answers === null ? claim.claimants.at(-1) : claim.subjects[0];
  const cluster = claimant === undefined ? null : clusterOf(claimant);
  if (cluster !== null) return cluster.handle;
  return claim.attributed ? `unnamed in source ${source}` : `source ${source}`;
}

/** Equal for conflicts of which one tells all. */
function signature(kind: ConflictKind, { a, b }: Pair): string {
  return [kind, positionOf(a), positionOf(b)].join('|');
}

function positionOf({ happening, voice, episode }: Voiced): string {
  const { relation, denies, tally, agents, patients, answers, claim } = happening;
  const parties = [agents, patients].map((list) => list.map(({ sense }) => sense).join('+'));
  const own = answers === null ? '' : `${episode.report.documentId} ${answers}`;
  return [relation, claim.predicate, denies, tally?.least, tally?.most, ...parties, voice, own].join('~');
}
