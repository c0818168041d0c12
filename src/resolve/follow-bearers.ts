import { compareIds } from '../base/index.js';
import type { Bearers, PlacedReferent } from './atoms.js';
import { type ChangeContext, placeAsJudged } from './change-referents.js';
import { countRoles } from './count-bearer.js';
import { createPersonas, createUnit, type Personas, splitBearers, type Unit } from './likeness/index.js';
import { displace, dropIfEmpty, groupOf, membersOf, type Placement } from './place-referents.js';

/** Parts anew the bearers of names of which roles came or went, and passes them to the units that they then are. */
export function followBearers(context: ChangeContext): void {
  const { placement, change } = context;
  for (const bearers of change.contested) {
    if (countRoles(bearers) < 2) {
      bearers.personas = null;
      for (const referent of membersOfAll(bearers, placement)) pass(referent, bearers.id, { bearers, ...context });
    } else {
      bearers.personas ??= personasOf(bearers, placement);
      for (const [ordinal, person] of splitBearers(bearers.personas.all()).entries()) {
        const least = person.map((persona) => persona.least).sort(compareIds)[0];
        const id = ordinal === 0 ? bearers.id : `${bearers.id}/${least}`;
        for (const persona of person) {
          const moving = persona.home === id ? persona.fresh : persona.members;
          for (const referent of moving) pass(referent, id, { bearers, ...context });
          persona.home = id;
          persona.fresh = [];
        }
      }
    }
    bearers.units = bearers.units.filter((unit) => unit.size > 0);
  }
}

function personasOf(bearers: Bearers, placement: Placement): Personas<PlacedReferent> {
  const personas = createPersonas<PlacedReferent>();
  for (const referent of membersOfAll(bearers, placement)) personas.add(referent);
  return personas;
}

function membersOfAll({ units }: Bearers, placement: Placement): readonly PlacedReferent[] {
  return units.flatMap((unit) => [...membersOf(unit, unit.group, placement)]);
}

/** Passes a referent to the unit of that id, made where there is none. */
function pass(
  referent: PlacedReferent,
  id: string,
  { bearers, placement, log, change, knowledge }: ChangeContext & { readonly bearers: Bearers },
): void {
  const { unit: old } = referent;
  if (old === null || old.id === id) return;
  const unit = placement.units.get(id) ?? createBearer(id, referent, { bearers, knowledge });
  placement.units.set(id, unit);
  if (!bearers.units.includes(unit)) bearers.units = [...bearers.units, unit];
  const from = referent.atom.group;
  displace(placement, change, referent);
  referent.unit = unit;
  placement.likenesses.leave(old, referent);
  if (old.size === 0) placement.units.delete(old.id);
  placeAsJudged(referent, groupOf(placement, unit.group, unit.name), { placement, log, change });
  placement.likenesses.enter(unit, referent);
  change.moved.add(referent.key);
  if (log.decidingOn(referent.key).size > 0) change.reweighed.add(from);
  dropIfEmpty(placement, from);
}

function createBearer(
  id: string,
  { referent }: PlacedReferent,
  { bearers, knowledge }: Pick<ChangeContext, 'knowledge'> & { readonly bearers: Bearers },
): Unit {
  return createUnit(id, { referent, name: bearers.name, weak: null }, knowledge);
}
