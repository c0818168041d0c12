import { compareIds } from '../base/index.js';
import type { ReferentKey } from '../domain/index.js';
import { type Atom, atomsOf, type NameGroup } from './atoms.js';
import type { LoggedJudgement } from './judgement-log.js';

/** What clustering finds. */
export interface Clustering {
  /** Every atom is in exactly one part. */
  readonly parts: readonly (readonly Atom[])[];
  /** Judgements that newer ones contradict. */
  readonly contradicted: ReadonlySet<LoggedJudgement>;
  /** Judged referents that their name does not hold together with the rest of their group. */
  readonly apart: ReadonlySet<Atom>;
}

/**
 * Clusters under constraints. People's judgements first, newest to oldest, each unless it contradicts those before.
 * Then the names, which never override: of two namesakes judged DIFFERENT while their name still held both, oldest first,
 * `left` leaves its group; who remains is joined to the rest of the group, in order of keys, unless it is forbidden.
 */
export function clusterAtoms(
  groups: readonly NameGroup[],
  judgements: readonly LoggedJudgement[],
  atomOf: (key: ReferentKey) => Atom,
): Clustering {
  const partition = createPartition(groups.flatMap(atomsOf));
  const contradicted = new Set<LoggedJudgement>();
  for (const entry of [...judgements].sort((a, b) => b.ordinal - a.ordinal)) {
    const { verdict, left, right } = entry.judgement;
    const accepted = verdict === 'SAME' ? partition.join : partition.forbid;
    if (!accepted(atomOf(left), atomOf(right))) contradicted.add(entry);
  }
  const accepted = judgements.filter((entry) => !contradicted.has(entry));
  const apart = setApart(accepted, atomOf, partition);
  for (const group of [...groups].sort((a, b) => compareIds(a.id, b.id))) {
    for (const [, atom] of [...(group.judged ?? [])].sort(([a], [b]) => compareIds(a, b))) {
      if (!apart.has(atom) && !partition.join(group.rest, atom)) apart.add(atom);
    }
  }
  return { parts: partition.parts(), contradicted, apart };
}

/** Disjoint sets with pairs of sets that must not be joined. */
interface Partition {
  /** False where the two are forbidden; they are left as they are. */
  readonly join: (a: Atom, b: Atom) => boolean;
  /** False where the two are joined already. */
  readonly forbid: (a: Atom, b: Atom) => boolean;
  readonly partOf: (atom: Atom) => readonly Atom[];
  readonly parts: () => readonly (readonly Atom[])[];
}

function setApart(
  accepted: readonly LoggedJudgement[],
  atomOf: (key: ReferentKey) => Atom,
  partition: Partition,
): Set<Atom> {
  const apart = new Set<Atom>();
  for (const { judgement } of [...accepted].sort((a, b) => a.ordinal - b.ordinal)) {
    if (judgement.verdict !== 'DIFFERENT') continue;
    const staying = new Set<NameGroup>();
    for (const atom of partition.partOf(atomOf(judgement.right))) if (!apart.has(atom)) staying.add(atom.group);
    for (const atom of partition.partOf(atomOf(judgement.left))) if (staying.has(atom.group)) apart.add(atom);
  }
  return apart;
}

/** Union-find that merges the smaller part into the larger. */
function createPartition(atoms: readonly Atom[]): Partition {
  interface Part {
    readonly members: Atom[];
    readonly forbidden: Set<Part>;
  }
  const parts = new Map<Atom, Part>();
  const partOf = (atom: Atom): Part => {
    const part = parts.get(atom);
    if (part !== undefined) return part;
    const alone: Part = { members: [atom], forbidden: new Set() };
    parts.set(atom, alone);
    return alone;
  };
  return {
    join: (a, b) => {
      const first = partOf(a);
      const second = partOf(b);
      if (first === second) return true;
      if (first.forbidden.has(second)) return false;
      const [larger, smaller] = first.members.length < second.members.length ? [second, first] : [first, second];
      for (const member of smaller.members) {
        parts.set(member, larger);
        larger.members.push(member);
      }
      for (const other of smaller.forbidden) {
        other.forbidden.delete(smaller);
        other.forbidden.add(larger);
        larger.forbidden.add(other);
      }
      return true;
    },
    forbid: (a, b) => {
      const first = partOf(a);
      const second = partOf(b);
      if (first === second) return false;
      first.forbidden.add(second);
      second.forbidden.add(first);
      return true;
    },
    partOf: (atom) => partOf(atom).members,
    parts: () => [...new Set(atoms.map(partOf))].map((part) => part.members),
  };
}
