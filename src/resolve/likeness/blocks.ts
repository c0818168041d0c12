import { addTo, countUnder, type FewByKey, removeFrom, under } from '../few.js';
import { type EvidenceKey, isCompany, kindOf, weeksAround } from './evidence.js';
import type { Block, Spoken, Unit } from './units.js';

/** A thing that is said of more full names of a block than this tells none from another, and is left out. */
export const MOST_SHARING = 8;

export function createBlock(id: string): Block {
  return { id, full: new Set(), weak: 0, said: null };
}

/** What the referents of a unit say, counted; kept up to date from now on. */
export function evidenceOf(unit: Unit, membersOf: (unit: Unit) => Iterable<Spoken>): Map<EvidenceKey, number> {
  if (unit.evidence !== null) return unit.evidence;
  const evidence = new Map<EvidenceKey, number>();
  for (const { evidence: keys } of membersOf(unit))
    for (const key of keys) evidence.set(key, (evidence.get(key) ?? 0) + 1);
  unit.evidence = evidence;
  return evidence;
}

/** Follows a thing that is said of a full name now and was not before; gives the weak ones to which that makes a difference. */
export function addKey({ said }: Block, key: EvidenceKey, unit: Unit): Iterable<Unit> {
  if (said === null) return NOBODY;
  if (!isCompany(key)) return whoFears(said.ofWeak, key, unit);
  return addTo(said.ofFull, key, unit) <= MOST_SHARING + 1 ? under(said.ofWeak, key) : NOBODY;
}

/** Follows a thing that is said of a full name no more; gives the weak ones to which that makes a difference. */
export function removeKey({ said }: Block, key: EvidenceKey, unit: Unit): Iterable<Unit> {
  if (said === null) return NOBODY;
  if (!isCompany(key)) return whoFears(said.ofWeak, key, unit);
  return removeFrom(said.ofFull, key, unit) <= MOST_SHARING ? under(said.ofWeak, key) : NOBODY;
}

/** The full names of which company is said, where it tells them from others of the block. */
export function tellingApart({ said }: Block, key: EvidenceKey): Iterable<Unit> {
  return said === null || countUnder(said.ofFull, key) > MOST_SHARING ? NOBODY : under(said.ofFull, key);
}

/** Adds a weak name with what is said of it. */
export function addWeak(block: Block, unit: Unit, keys: Iterable<EvidenceKey>): void {
  block.weak++;
  const said = block.said ?? { ofWeak: new Map(), ofFull: new Map() };
  block.said = said;
  for (const key of keys) addTo(said.ofWeak, key, unit);
}

/** Removes a weak name. */
export function removeWeak(block: Block, unit: Unit, keys: Iterable<EvidenceKey>): void {
  block.weak--;
  if (block.said !== null) for (const key of keys) removeFrom(block.said.ofWeak, key, unit);
}

const NOBODY: readonly Unit[] = [];

/** The weak ones that were compared with the full name, and of which the same surroundings are said. */
function* whoFears(ofWeak: FewByKey<EvidenceKey, Unit>, key: EvidenceKey, { dependents }: Unit): Iterable<Unit> {
  if (dependents === null || dependents.size === 0) return;
  for (const each of kindOf(key) === 'DATE' ? weeksAround(key) : [key])
    for (const weak of under(ofWeak, each)) if (dependents.has(weak)) yield weak;
}
