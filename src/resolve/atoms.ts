import type { Location, Referent, ReferentKey } from '../domain/index.js';
import type { Personas, Spoken, Unit } from './likeness/index.js';

/** A referent that is an entity, or part of one. */
export interface ResolvedReferent {
  readonly key: ReferentKey;
  readonly documentId: string;
  readonly referent: Referent;
  readonly mentionCount: number;
  /** Where it lies, for a place that the gazetteer has; null for all others. */
  readonly location: Location | null;
}

/** Referents judged to be one thing: an entity, in the making. It stays the same object while referents come and go. */
export interface Cluster {
  /**
   * Distinguishes it from every other cluster of the resolution; never used again. Depends on the order of arrival.
   * It begins with a letter: graphology keeps neighbours in plain objects, which take fifty times the room under numbers.
   */
  readonly handle: string;
  /** How many referents it has; 0 once it is gone. */
  readonly size: number;
}

/**
 * What is clustered whole: the unjudged referents of one name, or one referent that people judged.
 * So the cost of clustering follows the judgements and not the documents.
 */
export interface Atom {
  readonly group: NameGroup;
  cluster: MutableCluster;
  /** How many referents it has. */
  size: number;
  /** One of its referents, which the others follow by `next`; null where it has none. A list takes less room than a set. */
  first: PlacedReferent | null;
}

/** The atoms that one name, or the likeness of several, holds together, unless people judged otherwise. */
export interface NameGroup {
  /** Orders the groups; distinct. */
  readonly id: string;
  /** Null for a referent that never merges by its name: it has a group of its own. */
  readonly name: string | null;
  /** The unjudged referents; may be empty. */
  readonly rest: Atom;
  /** The judged referents that are there now, an atom each; null where there is none. */
  judged: Map<ReferentKey, Atom> | null;
}

/** A referent and the atom that it is in. */
export interface PlacedReferent extends ResolvedReferent, Spoken {
  atom: Atom;
  /** Its neighbours in the list of the atom's referents. */
  next: PlacedReferent | null;
  previous: PlacedReferent | null;
  /** What its name holds together, which may belong to a group with a likelier name; null where it is not compared. */
  unit: Unit | null;
}

/** The referents of one full name of a person: one unit, or several where what is said of them tells them apart. */
export interface Bearers {
  /** `PERSON/john smith`: the id of the unit of the one who is most spoken of. */
  readonly id: string;
  readonly name: string;
  /** Without repeats. */
  units: readonly Unit[];
  /** How many of them have each role; with less than two roles nobody is told apart. Null where none has one. */
  roles: Map<string, number> | null;
  /** Those who may be told apart; null while nobody is. */
  personas: Personas<PlacedReferent> | null;
}

/** A cluster with what changes about it. */
export interface MutableCluster extends Cluster {
  readonly handle: string;
  size: number;
  atoms: readonly Atom[];
  /** The least key of its referents; null where that must be found anew. */
  least: ReferentKey | null;
}

/** The referents of an atom, in no order. They must stay in it while they are walked. */
export function* membersIn(atom: Atom): Iterable<PlacedReferent> {
  for (let member = atom.first; member !== null; member = member.next) yield member;
}

/** An atom without referents. */
export function createAtom(group: NameGroup, cluster: MutableCluster): Atom {
  return { group, cluster, size: 0, first: null };
}

/** Puts a referent that is in no atom into this one. */
export function addMember(atom: Atom, referent: PlacedReferent): void {
  referent.atom = atom;
  referent.previous = null;
  referent.next = atom.first;
  if (atom.first !== null) atom.first.previous = referent;
  atom.first = referent;
  atom.size++;
}

/** Takes a referent out of its atom. */
export function removeMember({ atom, previous, next }: PlacedReferent): void {
  if (previous === null) atom.first = next;
  else previous.next = next;
  if (next !== null) next.previous = previous;
  atom.size--;
}

/** The atoms of a group, the rest first. */
export function atomsOf(group: NameGroup): readonly Atom[] {
  return group.judged === null ? [group.rest] : [group.rest, ...group.judged.values()];
}
