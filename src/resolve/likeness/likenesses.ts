import type { NameKnowledge } from '../merging-name.js';
import { addKey, addWeak, createBlock, evidenceOf, removeKey, removeWeak } from './blocks.js';
import { choose, contendersOf } from './compare-units.js';
import type { EvidenceKey } from './evidence.js';
import { createTwins } from './twins.js';
import { type Block, blockIdOfLetters, blockIdsOf, lettersGiven, type Spoken, type Unit } from './units.js';

/** Which units belong to one group by their likeness, kept up to date as referents come and go. */
export interface Likenesses {
  /** Counts a referent that has just been placed. */
  enter(unit: Unit, referent: Spoken): void;
  /** Counts a referent no more that has just been taken away. */
  leave(unit: Unit, referent: Spoken): void;
  /** Compares anew what changed since, and gives the units that now belong to another group, with the one before. */
  settle(): ReadonlyMap<Unit, string>;
}

/**
 * No likenesses. To which group a unit belongs depends on the referents that are there alone, and not on the order in which
 * they came. A referent costs what it says, and what it says first of its name costs those to which that makes a difference.
 */
export function createLikenesses(
  { nameSpellings = new Map() }: NameKnowledge,
  membersOf: (unit: Unit) => Iterable<Spoken>,
): Likenesses {
  const blocks = new Map<string, Block>();
  const twins = createTwins(nameSpellings, (unit) => evidenceOf(unit, membersOf));
  const dirtyWeak = new Set<Unit>();
  const mark = (units: Iterable<Unit>): void => {
    for (const unit of units) dirtyWeak.add(unit);
  };

  const blockOf = (id: string): Block => {
    const block = blocks.get(id) ?? createBlock(id);
    blocks.set(id, block);
    return block;
  };
  const joinBlock = (unit: Unit, id: string): void => {
    const block = blockOf(id);
    block.full.add(unit);
    unit.blocks = [...unit.blocks, block].slice();
    if (block.said !== null) for (const key of evidenceOf(unit, membersOf).keys()) mark(addKey(block, key, unit));
  };
  const leaveBlock = (unit: Unit, id: string): void => {
    const block = blockOf(id);
    block.full.delete(unit);
    unit.blocks = unit.blocks.filter((other) => other !== block);
    for (const key of unit.evidence?.keys() ?? []) mark(removeKey(block, key, unit));
    dropIfEmpty(block);
  };
  const dropIfEmpty = (block: Block): void => {
    if (block.full.size === 0 && block.weak === 0) blocks.delete(block.id);
  };
  const openBlock = (block: Block): void => {
    for (const unit of block.full) for (const key of evidenceOf(unit, membersOf).keys()) addKey(block, key, unit);
  };

  /** Counts one more or one less of what is said, and follows where it is said first or no more. */
  const count = (unit: Unit, keys: readonly EvidenceKey[], change: 1 | -1): void => {
    const { evidence } = unit;
    if (evidence === null) return;
    for (const key of keys) {
      const after = (evidence.get(key) ?? 0) + change;
      if (after === 0) evidence.delete(key);
      else evidence.set(key, after);
      if (after !== (change === 1 ? 1 : 0)) continue;
      for (const block of unit.blocks) mark((change === 1 ? addKey : removeKey)(block, key, unit));
      twins.follow(unit, key, change);
    }
  };
  const countRoles = (unit: Unit, { roles }: Spoken, change: 1 | -1): void => {
    if (roles === 0) return;
    unit.roles += change;
    if (unit.roles !== (change === 1 ? 1 : 0)) return;
    mark(unit.dependents ?? []);
    twins.reconsider(unit);
  };
  const countAcronyms = (unit: Unit, { referent }: Spoken, change: 1 | -1): void => {
    for (const letters of lettersGiven(unit, referent)) {
      unit.acronyms ??= new Map();
      const after = (unit.acronyms.get(letters) ?? 0) + change;
      if (after === 0) unit.acronyms.delete(letters);
      else unit.acronyms.set(letters, after);
      if (after !== (change === 1 ? 1 : 0)) continue;
      (change === 1 ? joinBlock : leaveBlock)(unit, blockIdOfLetters(letters));
    }
  };

  const enterFull = (unit: Unit, referent: Spoken): void => {
    count(unit, referent.evidence, 1);
    countRoles(unit, referent, 1);
    if (unit.size++ === 0) {
      for (const id of blockIdsOf(unit)) joinBlock(unit, id);
      twins.begin(unit);
    }
    countAcronyms(unit, referent, 1);
  };
  const leaveFull = (unit: Unit, referent: Spoken): void => {
    count(unit, referent.evidence, -1);
    countRoles(unit, referent, -1);
    countAcronyms(unit, referent, -1);
    if (--unit.size > 0) return;
    for (const id of blockIdsOf(unit)) leaveBlock(unit, id);
    mark(unit.dependents ?? []);
    twins.end(unit);
  };
  const enterWeak = (unit: Unit, referent: Spoken): void => {
    unit.size = 1;
    unit.roles = referent.roles > 0 ? 1 : 0;
    for (const id of blockIdsOf(unit)) {
      const block = blockOf(id);
      unit.blocks = [block];
      const first = block.said === null;
      addWeak(block, unit, referent.evidence);
      if (first) openBlock(block);
    }
    dirtyWeak.add(unit);
  };
  const leaveWeak = (unit: Unit, referent: Spoken): void => {
    unit.size = 0;
    for (const block of unit.blocks) {
      removeWeak(block, unit, referent.evidence);
      dropIfEmpty(block);
    }
    contend(unit, []);
    dirtyWeak.delete(unit);
  };

  const settleTwins = (changed: Map<Unit, string>): void => {
    for (const [unit, { group, link }] of twins.settle()) {
      unit.link = link;
      if (unit.group === group) continue;
      changed.set(unit, unit.group);
      unit.group = group;
      mark(unit.dependents ?? []);
    }
  };
  const settleWeak = (changed: Map<Unit, string>): void => {
    for (const unit of dirtyWeak) {
      const contenders = contendersOf(unit, unit.alone?.evidence ?? [], nameSpellings);
      contend(
        unit,
        contenders.map(({ to }) => to),
      );
      unit.link = choose(contenders);
      const group = unit.link?.to.group ?? unit.id;
      if (unit.group !== group) changed.set(unit, unit.group);
      unit.group = group;
    }
    dirtyWeak.clear();
  };

  return {
    enter: (unit, referent) => (unit.alone === null ? enterFull : enterWeak)(unit, referent),
    leave: (unit, referent) => (unit.alone === null ? leaveFull : leaveWeak)(unit, referent),
    settle: () => {
      const changed = new Map<Unit, string>();
      settleTwins(changed);
      settleWeak(changed);
      return changed;
    },
  };
}

function contend(unit: Unit, contenders: readonly Unit[]): void {
  const { contenders: before } = unit;
  if (before.length === contenders.length && before.every((other, index) => other === contenders[index])) return;
  for (const other of before) other.dependents?.delete(unit);
  unit.contenders = contenders;
  for (const other of contenders) other.dependents = (other.dependents ?? new Set()).add(unit);
}
