import { compareIds } from '../base/index.js';
import type { PlacedReferent } from './atoms.js';
import { type ChangeContext, placeAsJudged } from './change-referents.js';
import { createUnit, splitBearers, type Unit } from './likeness/index.js';
import { displace, dropIfEmpty, groupOf, membersOf } from './place-referents.js';

/** Parts anew the bearers of names of which roles came or went, and passes them to the units that they then are. */
export function followBearers({ placement, log, change, knowledge }: ChangeContext): void {
  for (const bearers of change.contested) {
    const members = [...bearers.units].flatMap((unit) => [...membersOf(unit, unit.group, placement)]);
    const people = bearers.roles.size < 2 ? [members] : (splitBearers(members) as readonly PlacedReferent[][]);
    for (const [ordinal, person] of people.entries()) {
      const id = ordinal === 0 ? bearers.id : `${bearers.id}/${leastKey(person)}`;
      for (const referent of person) {
        if (referent.unit?.id === id || referent.unit === null) continue;
        const unit =
          placement.units.get(id) ??
          createUnit(id, { referent: referent.referent, name: bearers.name, weak: null }, knowledge);
        placement.units.set(id, unit);
        bearers.units.add(unit);
        pass(referent, unit, { placement, log, change, knowledge });
      }
    }
    for (const unit of bearers.units) if (unit.size === 0) bearers.units.delete(unit);
  }
}

function pass(referent: PlacedReferent, unit: Unit, { placement, log, change }: ChangeContext): void {
  const { unit: old } = referent;
  const from = referent.atom.group;
  displace(placement, change, referent);
  referent.unit = unit;
  if (old !== null) placement.likenesses.leave(old, referent);
  if (old?.size === 0) placement.units.delete(old.id);
  placeAsJudged(referent, groupOf(placement, unit.group, unit.name), { placement, log, change });
  placement.likenesses.enter(unit, referent);
  change.moved.add(referent.key);
  if (log.decidingOn(referent.key).size > 0) change.reweighed.add(from);
  dropIfEmpty(placement, from);
}

function leastKey(referents: readonly PlacedReferent[]): string {
  return referents.map(({ key }) => key).reduce((least, key) => (compareIds(key, least) < 0 ? key : least));
}
