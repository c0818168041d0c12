import { compareIds } from '../base/index.js';
import type { Judgement, ReferentKey } from '../domain/index.js';
import type { Atom, MutableCluster, NameGroup } from './atoms.js';
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

/** What the algorithm holds together within the cluster: each referent of a name with the least of that name. */
export function algorithmsJudgements(cluster: MutableCluster, apart: ReadonlySet<Atom>): readonly Judgement[] {
  const judgements: Judgement[] = [];
  for (const group of groupsOf(cluster)) {
    if (group.name === null) continue;
    const keys: ReferentKey[] = [];
    for (const atom of [group.rest, ...(group.judged?.values() ?? [])]) {
      if (atom.cluster !== cluster || apart.has(atom)) continue;
      for (const member of atom.members) keys.push(member.key);
    }
    const [right, ...lefts] = keys.sort(compareIds);
    if (right === undefined) continue;
    const reason = `The same full name: ${group.name}`;
    for (const left of lefts) judgements.push(algorithmsJudgement(left, right, reason));
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

function algorithmsJudgement(left: ReferentKey, right: ReferentKey, reason: string): Judgement {
  const at = '1970-01-01T00:00:00Z';
  return { id: `name:${left}`, verdict: 'SAME', left, right, by: 'ALGORITHM', reason, at, score: 1, undoes: null };
}
