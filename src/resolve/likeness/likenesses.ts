import type { NameKnowledge } from '../merging-name.js';
import { addKey, addWeak, createBlock, evidenceOf, removeKey, removeWeak } from './blocks.js';
import { choose, contendersOf } from './compare-units.js';
import { type EvidenceKey, withWeeksAround } from './evidence.js';
import { groupTwins, MOST_TWINS } from './group-twins.js';
import { type Block, blockIdsOf, type Spoken, type Unit } from './units.js';

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
  const twins = new Map<string, Set<Unit>>();
  const dirtyWeak = new Set<Unit>();
  const dirtyTwins = new Set<string>();
  const mark = (units: Iterable<Unit>): void => {
    for (const unit of units) dirtyWeak.add(unit);
  };

  const blockOf = (id: string): Block => {
    const block = blocks.get(id) ?? createBlock(id);
    blocks.set(id, block);
    return block;
  };
  const joinBlock = (unit: Unit, block: Block): void => {
    block.full.add(unit);
    if (block.fullByKey !== null) for (const key of evidenceOf(unit, membersOf).keys()) mark(addKey(block, key, unit));
  };
  const leaveBlock = (unit: Unit, block: Block): void => {
    block.full.delete(unit);
    unit.blocks.delete(block);
    for (const key of unit.evidence?.keys() ?? []) mark(removeKey(block, key, unit));
    dropIfEmpty(block);
  };
  const dropIfEmpty = (block: Block): void => {
    if (block.full.size === 0 && block.weak.size === 0) blocks.delete(block.id);
  };
  const openBlock = (block: Block): void => {
    if (block.fullByKey !== null) return;
    block.fullByKey = new Map();
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
      for (const block of unit.blocks.keys()) mark((change === 1 ? addKey : removeKey)(block, key, unit));
      markTwins(unit, (other) => other.evidence?.has(key) === true);
    }
  };
  const countRoles = (unit: Unit, { roles }: Spoken, change: 1 | -1): void => {
    if (roles === 0) return;
    unit.roles += change;
    if (unit.roles !== (change === 1 ? 1 : 0)) return;
    mark(unit.dependents);
    markTwins(unit, () => true);
  };
  const markTwins = (unit: Unit, matters: (other: Unit) => boolean): void => {
    const others = unit.skeleton === null ? undefined : twins.get(unit.skeleton);
    if (others === undefined || others.size < 2 || others.size > MOST_TWINS) return;
    for (const other of others) if (other !== unit && matters(other)) dirtyTwins.add(unit.skeleton ?? '');
  };

  const begin = (unit: Unit): void => {
    if (unit.skeleton === null) return;
    const others = twins.get(unit.skeleton) ?? new Set();
    twins.set(unit.skeleton, others.add(unit));
    if (others.size > 1) dirtyTwins.add(unit.skeleton);
  };
  const end = (unit: Unit): void => {
    mark(unit.dependents);
    const others = unit.skeleton === null ? undefined : twins.get(unit.skeleton);
    if (others === undefined || unit.skeleton === null) return;
    others.delete(unit);
    if (others.size === 0) twins.delete(unit.skeleton);
    else dirtyTwins.add(unit.skeleton);
  };

  const enterFull = (unit: Unit, referent: Spoken): void => {
    if (unit.size++ === 0) begin(unit);
    count(unit, referent.evidence, 1);
    countRoles(unit, referent, 1);
    for (const id of blockIdsOf(unit, referent.referent)) {
      const block = blockOf(id);
      const members = unit.blocks.get(block) ?? 0;
      unit.blocks.set(block, members + 1);
      if (members === 0) joinBlock(unit, block);
    }
  };
  const leaveFull = (unit: Unit, referent: Spoken): void => {
    count(unit, referent.evidence, -1);
    countRoles(unit, referent, -1);
    for (const id of blockIdsOf(unit, referent.referent)) {
      const block = blockOf(id);
      const members = unit.blocks.get(block) ?? 0;
      if (members > 1) unit.blocks.set(block, members - 1);
      else leaveBlock(unit, block);
    }
    if (--unit.size === 0) end(unit);
  };
  const enterWeak = (unit: Unit, referent: Spoken): void => {
    unit.size = 1;
    unit.roles = referent.roles > 0 ? 1 : 0;
    for (const id of blockIdsOf(unit, referent.referent)) {
      const block = blockOf(id);
      unit.blocks.set(block, 1);
      addWeak(block, unit, withWeeksAround(referent.evidence));
      openBlock(block);
    }
    dirtyWeak.add(unit);
  };
  const leaveWeak = (unit: Unit, referent: Spoken): void => {
    unit.size = 0;
    for (const block of unit.blocks.keys()) {
      removeWeak(block, unit, withWeeksAround(referent.evidence));
      dropIfEmpty(block);
    }
    contend(unit, []);
    dirtyWeak.delete(unit);
  };

  const settleTwins = (changed: Map<Unit, string>): void => {
    for (const skeleton of dirtyTwins) {
      const units = [...(twins.get(skeleton) ?? [])];
      if (units.length <= MOST_TWINS) for (const unit of units) evidenceOf(unit, membersOf);
      for (const [unit, { group, link }] of groupTwins(units, nameSpellings)) {
        unit.link = link;
        if (unit.group === group) continue;
        changed.set(unit, unit.group);
        unit.group = group;
        mark(unit.dependents);
      }
    }
    dirtyTwins.clear();
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
  for (const other of unit.contenders) other.dependents.delete(unit);
  unit.contenders = contenders;
  for (const other of contenders) other.dependents.add(unit);
}
