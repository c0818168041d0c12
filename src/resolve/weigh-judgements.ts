import { type Atom, atomsOf, type MutableCluster, type NameGroup } from './atoms.js';
import { clusterAtoms } from './cluster-atoms.js';
import type { JudgementLog, LoggedJudgement } from './judgement-log.js';
import { type ChangeUnderWay, createCluster, hasReferents, moveAtom, type Placement } from './place-referents.js';

/**
 * Clusters anew what judgements connect with the groups to be weighed again, and nothing else.
 * Those groups must hold an end of every judgement that began or ceased to have effect.
 */
export function weighJudgements(placement: Placement, log: JudgementLog, change: ChangeUnderWay): void {
  const groups = new Set([...change.reweighed].filter(hasReferents));
  const judgements = connect(groups, placement, log);
  const clustering = clusterAtoms([...groups], [...judgements], (key) => placement.referents.get(key)?.atom as Atom);
  for (const entry of judgements) entry.contradicted = clustering.contradicted.has(entry);
  for (const atom of [...groups].flatMap(atomsOf)) {
    if (clustering.apart.has(atom)) placement.apart.add(atom);
    else placement.apart.delete(atom);
  }
  settle(clustering.parts, placement, change);
}

/** Adds the groups that judgements connect with those given, and gives the judgements that have both ends. */
function connect(groups: Set<NameGroup>, placement: Placement, log: JudgementLog): ReadonlySet<LoggedJudgement> {
  const judgements = new Set<LoggedJudgement>();
  // A set that grows while it is walked is walked to its end.
  for (const group of groups) {
    for (const key of group.judged?.keys() ?? []) {
      for (const entry of log.decidingOn(key)) {
        const { left, right } = entry.judgement;
        const other = placement.referents.get(left === key ? right : left);
        if (other === undefined) continue;
        judgements.add(entry);
        groups.add(other.atom.group);
      }
    }
  }
  return judgements;
}

/** Makes each part a cluster, so that few referents move: a part takes the cluster from which it has the most. */
function settle(parts: readonly (readonly Atom[])[], placement: Placement, change: ChangeUnderWay): void {
  const bids: { readonly part: readonly Atom[]; readonly cluster: MutableCluster; readonly weight: number }[] = [];
  for (const part of parts) {
    const weights = new Map<MutableCluster, number>();
    for (const { cluster, size } of part) weights.set(cluster, (weights.get(cluster) ?? 0) + size);
    for (const [cluster, weight] of weights) bids.push({ part, cluster, weight });
  }
  bids.sort((a, b) => b.weight - a.weight);
  const homes = new Map<readonly Atom[], MutableCluster>();
  const taken = new Set<MutableCluster>();
  for (const { part, cluster } of bids) {
    if (homes.has(part) || taken.has(cluster)) continue;
    homes.set(part, cluster);
    taken.add(cluster);
  }
  for (const { cluster } of bids) cluster.atoms = [];
  for (const part of parts) {
    const home = homes.get(part) ?? createCluster(placement);
    for (const atom of part) if (atom.cluster !== home) moveAtom(placement, change, atom, home);
    home.atoms = part;
  }
}
