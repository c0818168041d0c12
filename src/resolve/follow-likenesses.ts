import { type ChangeContext, placeAsJudged } from './change-referents.js';
import { displace, dropIfEmpty, groupOf, membersOf } from './place-referents.js';

/** Compares anew what a change made different, and passes the units that are one with others now to their groups. */
export function followLikenesses({ placement, log, change }: Omit<ChangeContext, 'knowledge'>): void {
  for (const [unit, before] of placement.likenesses.settle()) {
    const members = [...membersOf(unit, before, placement)];
    const own = unit.alone !== null && unit.group === unit.id;
    const group = groupOf(placement, unit.group, own ? null : (placement.units.get(unit.group) ?? unit).name);
    for (const referent of members) {
      const from = referent.atom.group;
      displace(placement, change, referent);
      placeAsJudged(referent, group, { placement, log, change });
      change.moved.add(referent.key);
      if (log.decidingOn(referent.key).size > 0) change.reweighed.add(from);
      dropIfEmpty(placement, from);
    }
  }
}
