import { compareIds } from '../base/index.js';
import type { Judgement, ReferentKey } from '../domain/index.js';
import { type Atom, type MutableCluster, membersIn, type NameGroup, type PlacedReferent } from './atoms.js';
import { decidesNothing, isActive, type JudgementLog, type LoggedJudgement } from './judgement-log.js';
import type { IdleJudgement } from './resolution.js';

/** People's SAME that hold within the cluster, in the log's order. */
export function peoplesJudgements(
  cluster: MutableCluster,
  log: JudgementLog,
  clusterOf: (key: ReferentKey) => MutableCluster | null,
): readonly Judgement[] {
  const found = new Set<LoggedJudgement>();
  for (const group of groupsOf(cluster)) {
    for (const key of group.judged?.keys() ?? []) {
      for (const entry of log.decidingOn(key)) {
        const { verdict, left, right } = entry.judgement;
        if (verdict !== 'SAME' || entry.contradicted) continue;
        if (clusterOf(left) === cluster && clusterOf(right) === cluster) found.add(entry);
      }
    }
  }
  return [...found].sort((a, b) => a.ordinal - b.ordinal).map((entry) => entry.judgement);
}

/**
 * What the algorithm holds together within the cluster: each referent of a group with the least that bears the group's name,
 * by that name, or by what its own name and surroundings have in common with it.
 */
export function algorithmsJudgements(cluster: MutableCluster, apart: ReadonlySet<Atom>): readonly Judgement[] {
  const judgements: Judgement[] = [];
  for (const group of groupsOf(cluster)) {
    if (group.name === null) continue;
    const members: PlacedReferent[] = [];
    for (const atom of [group.rest, ...(group.judged?.values() ?? [])]) {
      if (atom.cluster === cluster && !apart.has(atom)) members.push(...membersIn(atom));
    }
    members.sort((a, b) => compareIds(a.key, b.key));
    const right = members.find((member) => isOfGroup(member, group)) ?? members[0];
    for (const left of members) {
      if (left !== right && right !== undefined) judgements.push(algorithmsJudgement(left, right, group));
    }
  }
  return judgements.sort((a, b) => compareIds(a.left, b.left));
}

/** People's judgements that have no effect now, with the reason; oldest first. */
export function idleJudgements(log: JudgementLog, isThere: (key: ReferentKey) => boolean): readonly IdleJudgement[] {
  const idle: IdleJudgement[] = [];
  for (const entry of log.all()) {
    const reason = whyIdle(entry, isThere);
    if (reason !== null) idle.push({ judgement: entry.judgement, reason });
  }
  return idle;
}

function whyIdle(entry: LoggedJudgement, isThere: (key: ReferentKey) => boolean): string | null {
  const { judgement, target } = entry;
  if (!isActive(entry)) return `Taken back by ${[...entry.takenBackBy].map((other) => other.judgement.id).join(', ')}.`;
  if (judgement.undoes !== null) {
    return target === null ? `No judgement before it has the id ${judgement.undoes}.` : null;
  }
  const nothing = decidesNothing(judgement);
  if (nothing !== null) return nothing;
  const missing = [judgement.left, judgement.right].filter((key) => !isThere(key));
  if (missing.length > 0) return `No referent has the key ${missing.join(' or ')} now.`;
  return entry.contradicted ? 'Newer judgements say otherwise.' : null;
}

function groupsOf(cluster: MutableCluster): ReadonlySet<NameGroup> {
  return new Set(cluster.atoms.map((atom) => atom.group));
}

/** True for those whose own name is the group's. */
function isOfGroup({ unit }: PlacedReferent, group: NameGroup): boolean {
  return unit === null || unit.id === group.id;
}

function algorithmsJudgement(left: PlacedReferent, right: PlacedReferent, group: NameGroup): Judgement {
  const at = '1970-01-01T00:00:00Z';
  const likeness = isOfGroup(left, group) ? null : left.unit?.link?.likeness;
  const reason =
    likeness === null || likeness === undefined
      ? `The same full name: ${group.name}`
      : `Like ${group.name}: ${likeness.features.map((feature) => feature.toLowerCase().replaceAll('_', ' ')).join(', ')}`;
  const score = likeness?.score ?? 1;
  return {
    id: `name:${left.key}`,
    verdict: 'SAME',
    left: left.key,
    right: right.key,
    by: 'ALGORITHM',
    reason,
    at,
    score,
    undoes: null,
  };
}
