import { type EvidenceKey, kindOf } from './evidence.js';
import type { Block, Spoken, Unit } from './units.js';

/** A thing that is said of more full names of a block than this tells none from another, and is left out. */
export const MOST_SHARING = 16;

export function createBlock(id: string): Block {
  return { id, full: new Set(), weak: new Set(), weakByKey: new Map(), fullByKey: null };
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

/** Adds a full name to those of which a thing is said; gives the weak ones to which that makes a difference. */
export function addKey(block: Block, key: EvidenceKey, unit: Unit): Iterable<Unit> {
  if (block.fullByKey === null) return NOBODY;
  const there = block.fullByKey.get(key);
  if (there === undefined) block.fullByKey.set(key, [unit]);
  else there.push(unit);
  return whoCares(block, key, there === undefined ? 1 : there.length);
}

/** Takes it from them again; gives the weak ones to which that makes a difference. */
export function removeKey(block: Block, key: EvidenceKey, unit: Unit): Iterable<Unit> {
  const there = block.fullByKey?.get(key);
  if (there === undefined) return NOBODY;
  there.splice(there.indexOf(unit), 1);
  if (there.length === 0) block.fullByKey?.delete(key);
  return whoCares(block, key, there.length + 1);
}

/** The full names of which a thing is said, where it tells them from others of the block. */
export function tellingApart(block: Block, key: EvidenceKey): readonly Unit[] {
  const there = block.fullByKey?.get(key) ?? [];
  return there.length <= MOST_SHARING || kindOf(key) === 'DOCUMENT' ? there : [];
}

const NOBODY: readonly Unit[] = [];

/** The weak ones of which it is said too, where it is said of few enough full names; `most` is the greater number of them. */
function whoCares(block: Block, key: EvidenceKey, most: number): Iterable<Unit> {
  return most <= MOST_SHARING + 1 || kindOf(key) === 'DOCUMENT' ? (block.weakByKey.get(key) ?? NOBODY) : NOBODY;
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
