import type { NameSpellings } from '../spelling-key.js';
import { compareFull } from './compare-units.js';
import { EVIDENCE_KINDS, type EvidenceKey, kindOf } from './evidence.js';
import { type Grouped, groupTwins } from './group-twins.js';
import type { Kinship, Unit } from './units.js';
import { ENOUGH_IN_COMMON } from './weigh-likeness.js';

/** Full names of one skeleton are compared with one another; where they are more than this, none of them is. */
export const MOST_OF_A_SKELETON = 128;

/** Which full names are spellings of one, kept up to date. Names are compared once, when the later of them comes. */
export interface Twins {
  /** A full name that is there now. */
  begin(unit: Unit): void;
  /** A full name that is gone. */
  end(unit: Unit): void;
  /** Follows a thing that is said of a unit now and was not before (1), or is no more (-1). */
  follow(unit: Unit, key: EvidenceKey, change: 1 | -1): void;
  /** Says that the unit has roles now, or has none any more. */
  reconsider(unit: Unit): void;
  /** Groups anew what changed since, with all that it is kin to. */
  settle(): Iterable<readonly [Unit, Grouped]>;
}

/** `evidenceOf` counts what is said of a unit, and has it kept up to date from then on. */
export function createTwins(
  spellings: NameSpellings,
  evidenceOf: (unit: Unit) => ReadonlyMap<EvidenceKey, number>,
): Twins {
  const skeletons = new Map<string, Unit[]>();
  const dirty = new Set<Unit>();

  const relate = (a: Unit, b: Unit): void => {
    const name = compareFull(a, b, spellings);
    if (name === null) return;
    const kinship: Kinship = { name, shared: countShared(evidenceOf(a), evidenceOf(b)) };
    a.kin = (a.kin ?? new Map()).set(b, kinship);
    b.kin = (b.kin ?? new Map()).set(a, kinship);
    dirty.add(a).add(b);
  };
  const part = (unit: Unit): void => {
    for (const other of unit.kin?.keys() ?? []) {
      other.kin?.delete(unit);
      dirty.add(other);
    }
    unit.kin = null;
    dirty.add(unit);
  };

  return {
    begin: (unit) => {
      if (unit.skeleton === null) return;
      const others = skeletons.get(unit.skeleton) ?? [];
      skeletons.set(unit.skeleton, others);
      if (others.length < MOST_OF_A_SKELETON) for (const other of others) relate(unit, other);
      else if (others.length === MOST_OF_A_SKELETON) for (const other of others) part(other);
      others.push(unit);
    },
    end: (unit) => {
      const others = unit.skeleton === null ? undefined : skeletons.get(unit.skeleton);
      if (unit.skeleton === null || others === undefined) return;
      others.splice(others.indexOf(unit), 1);
      part(unit);
      dirty.delete(unit);
      if (others.length === 0) skeletons.delete(unit.skeleton);
      if (others.length !== MOST_OF_A_SKELETON) return;
      for (const [index, a] of others.entries()) for (const b of others.slice(0, index)) relate(a, b);
    },
    follow: (unit, key, change) => {
      const kind = EVIDENCE_KINDS.indexOf(kindOf(key));
      for (const [other, { shared }] of unit.kin ?? []) {
        if (other.evidence?.has(key) !== true) continue;
        const before = shared[kind] ?? 0;
        shared[kind] = before + change;
        if (Math.min(before, before + change) < ENOUGH_IN_COMMON) dirty.add(unit);
      }
    },
    reconsider: (unit) => {
      if (unit.kin !== null) dirty.add(unit);
    },
    settle: function* () {
      const seen = new Set<Unit>();
      for (const unit of dirty) if (!seen.has(unit)) yield* groupTwins(family(unit, seen));
      dirty.clear();
    },
  };
}

/** The unit with its kin, their kin and so on. */
function family(unit: Unit, seen: Set<Unit>): readonly Unit[] {
  const members = [unit];
  seen.add(unit);
  for (const member of members) {
    for (const other of member.kin?.keys() ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      members.push(other);
    }
  }
  return members;
}

function countShared(a: ReadonlyMap<EvidenceKey, number>, b: ReadonlyMap<EvidenceKey, number>): number[] {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  const shared: number[] = EVIDENCE_KINDS.map(() => 0);
  for (const key of fewer.keys()) {
    const kind = EVIDENCE_KINDS.indexOf(kindOf(key));
    if (more.has(key)) shared[kind] = (shared[kind] ?? 0) + 1;
  }
  return shared;
}
