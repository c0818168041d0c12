import { type EvidenceKey, kindOf } from './evidence.js';
import type { Block, Spoken, Unit } from './units.js';

/** A thing that is said of more full names of a block than this tells none from another, and is left out. */
export const MOST_SHARING = 16;

export function createBlock(id: string): Block {
  return { id, full: new Set(), weak: new Set(), weakByKey: new Map(), counts: null };
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

/** Adds to how many full names of the block a thing is said of; gives the weak ones to which that makes a difference. */
export function countKey(block: Block, key: EvidenceKey, change: 1 | -1): Iterable<Unit> {
  if (block.counts === null) return [];
  const before = block.counts.get(key) ?? 0;
  const after = before + change;
  if (after === 0) block.counts.delete(key);
  else block.counts.set(key, after);
  const told = kindOf(key) === 'DOCUMENT' || Math.min(before, after) <= MOST_SHARING;
  return told ? (block.weakByKey.get(key) ?? []) : [];
}

/** True where the thing tells full names of the block apart. */
export function tellsApart(block: Block, key: EvidenceKey): boolean {
  return kindOf(key) === 'DOCUMENT' || (block.counts?.get(key) ?? 0) <= MOST_SHARING;
}

/** Adds a weak name with what is said of it. */
export function addWeak(block: Block, unit: Unit, keys: Iterable<EvidenceKey>): void {
  block.weak.add(unit);
  for (const key of keys) {
    const there = block.weakByKey.get(key);
    if (there === undefined) block.weakByKey.set(key, new Set([unit]));
    else there.add(unit);
  }
}

/** Removes a weak name. */
export function removeWeak(block: Block, unit: Unit, keys: Iterable<EvidenceKey>): void {
  block.weak.delete(unit);
  for (const key of keys) {
    const there = block.weakByKey.get(key);
    if (there?.delete(unit) && there.size === 0) block.weakByKey.delete(key);
  }
}
