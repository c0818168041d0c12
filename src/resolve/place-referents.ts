import { compareIds } from '../base/index.js';
import type { ReferentKey } from '../domain/index.js';
import {
  type Atom,
  addMember,
  atomsOf,
  type Bearers,
  type Cluster,
  createAtom,
  type MutableCluster,
  membersIn,
  type NameGroup,
  type PlacedReferent,
  removeMember,
} from './atoms.js';
import { createLikenesses, type Likenesses, type Unit } from './likeness/index.js';
import type { NameKnowledge } from './merging-name.js';
import { createNameIndex, type NameIndex } from './name-index.js';
import type { ResolutionChange } from './resolution.js';

/** Where every referent is now. */
export interface Placement {
  readonly referents: Map<ReferentKey, PlacedReferent>;
  /** Groups of referents that merge by name. */
  readonly groups: Map<string, NameGroup>;
  /** Those that have referents. */
  readonly clusters: Set<MutableCluster>;
  /** Judged referents that their name does not hold together with the rest of their group. */
  readonly apart: Set<Atom>;
  readonly names: NameIndex;
  /** By the id of full names, and the key of weak ones. */
  readonly units: Map<string, Unit>;
  readonly likenesses: Likenesses;
  /** Those of the full names of persons, by the id of the name. */
  readonly bearers: Map<string, Bearers>;
  /** Of the next cluster. */
  nextHandle: number;
}

/** What one change has done so far. */
export interface ChangeUnderWay extends ResolutionChange {
  readonly clusters: Set<Cluster>;
  readonly renamed: Set<Cluster>;
  readonly moved: Set<ReferentKey>;
  /** Groups whose judgements must be weighed again. */
  readonly reweighed: Set<NameGroup>;
  /** Names whose bearers must be told apart anew. */
  readonly contested: Set<Bearers>;
}

export function createPlacement(knowledge: NameKnowledge): Placement {
  const placement: Omit<Placement, 'likenesses'> = {
    referents: new Map(),
    groups: new Map(),
    clusters: new Set(),
    apart: new Set(),
    names: createNameIndex(),
    units: new Map(),
    bearers: new Map(),
    nextHandle: 0,
  };
  const likenesses = createLikenesses(knowledge, (unit) => membersOf(unit, unit.group, placement));
  return Object.assign(placement, { likenesses });
}

/** The referents of a unit, in no order; `groupId` is of the group that they are in. */
export function* membersOf(
  unit: Unit,
  groupId: string,
  { referents, groups }: Pick<Placement, 'referents' | 'groups'>,
): Iterable<PlacedReferent> {
  const alone = unit.alone === null ? undefined : referents.get(unit.id);
  if (alone !== undefined) yield alone;
  const group = unit.alone === null ? groups.get(groupId) : undefined;
  if (group === undefined) return;
  for (const atom of atomsOf(group)) for (const member of membersIn(atom)) if (member.unit === unit) yield member;
}

/** The group of that id, made where there is none; one without a name is always made. */
export function groupOf(placement: Placement, id: string, name: string | null): NameGroup {
  const there = name === null ? undefined : placement.groups.get(id);
  if (there !== undefined) return there;
  const cluster = createCluster(placement);
  const group = { id, name, judged: null } as { -readonly [Field in keyof NameGroup]: NameGroup[Field] };
  group.rest = createAtom(group, cluster);
  cluster.atoms = [group.rest];
  if (name !== null) placement.groups.set(id, group);
  return group;
}

/** A new cluster without atoms. */
export function createCluster(placement: Placement): MutableCluster {
  return { handle: `e${placement.nextHandle++}`, size: 0, atoms: [], least: null };
}

/** Puts a referent into an atom; it must be in none. */
export function place(placement: Placement, change: ChangeUnderWay, referent: PlacedReferent, atom: Atom): void {
  addMember(atom, referent);
  placement.names.add(referent.referent, atom);
  enter(placement, change, atom.cluster, referent.key);
}

/** Takes a referent out of its atom, and drops the atom of a judged one. */
export function displace(placement: Placement, change: ChangeUnderWay, referent: PlacedReferent): void {
  const { atom } = referent;
  removeMember(referent);
  placement.names.remove(referent.referent, atom);
  leave(placement, change, atom.cluster, referent.key);
  if (atom === atom.group.rest) return;
  atom.group.judged?.delete(referent.key);
  if (atom.group.judged?.size === 0) atom.group.judged = null;
  detach(placement, atom);
}

/** The atom of a judged referent, made beside the rest of its group. */
export function addJudgedAtom(group: NameGroup, key: ReferentKey): Atom {
  const { cluster } = group.rest;
  const atom = createAtom(group, cluster);
  cluster.atoms = [...cluster.atoms, atom];
  group.judged ??= new Map();
  group.judged.set(key, atom);
  return atom;
}

/** Drops a group that has no referent. */
export function dropIfEmpty(placement: Placement, group: NameGroup): void {
  if (hasReferents(group)) return;
  if (group.name !== null) placement.groups.delete(group.id);
  detach(placement, group.rest);
}

export function hasReferents(group: NameGroup): boolean {
  return group.rest.size > 0 || group.judged !== null;
}

/** Passes an atom with all its referents to another cluster; the lists of atoms are left to the caller. */
export function moveAtom(placement: Placement, change: ChangeUnderWay, atom: Atom, target: MutableCluster): void {
  const from = atom.cluster;
  atom.cluster = target;
  for (const { key } of membersIn(atom)) {
    leave(placement, change, from, key);
    enter(placement, change, target, key);
    change.moved.add(key);
  }
}

/** The least key of the cluster's referents; null where it has none. */
export function leastKeyOf(cluster: MutableCluster): ReferentKey | null {
  if (cluster.least !== null) return cluster.least;
  for (const { key } of referentsOf(cluster)) {
    if (cluster.least === null || compareIds(key, cluster.least) < 0) cluster.least = key;
  }
  return cluster.least;
}

/** In no order. */
export function* referentsOf(cluster: MutableCluster): Iterable<PlacedReferent> {
  for (const atom of cluster.atoms) yield* membersIn(atom);
}

function enter(placement: Placement, change: ChangeUnderWay, cluster: MutableCluster, key: ReferentKey): void {
  if (cluster.size === 0) {
    placement.clusters.add(cluster);
    cluster.least = key;
    change.renamed.add(cluster);
  } else if (cluster.least !== null && compareIds(key, cluster.least) < 0) {
    cluster.least = key;
    change.renamed.add(cluster);
  }
  cluster.size++;
  change.clusters.add(cluster);
}

function leave(placement: Placement, change: ChangeUnderWay, cluster: MutableCluster, key: ReferentKey): void {
  cluster.size--;
  if (cluster.least === key) {
    cluster.least = null;
    change.renamed.add(cluster);
  }
  if (cluster.size === 0) placement.clusters.delete(cluster);
  change.clusters.add(cluster);
}

function detach(placement: Placement, atom: Atom): void {
  placement.apart.delete(atom);
  atom.cluster.atoms = atom.cluster.atoms.filter((other) => other !== atom);
}
