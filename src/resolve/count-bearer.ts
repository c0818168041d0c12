import type { PlacedReferent } from './atoms.js';
import { rolesOf } from './likeness/index.js';
import type { ChangeUnderWay, Placement } from './place-referents.js';

/** Counts one more or one less referent of a name, and has the name parted anew where that may make a difference. */
export function countBearer(
  { referent, unit }: PlacedReferent,
  name: { readonly id: string; readonly name: string },
  { placement, change, by }: { readonly placement: Placement; readonly change: ChangeUnderWay; readonly by: 1 | -1 },
): void {
  const bearers = placement.bearers.get(name.id) ?? { ...name, units: new Set(), roles: new Map() };
  placement.bearers.set(name.id, bearers);
  const before = bearers.roles.size;
  for (const role of rolesOf(referent)) {
    const after = (bearers.roles.get(role) ?? 0) + by;
    if (after === 0) bearers.roles.delete(role);
    else bearers.roles.set(role, after);
  }
  if (unit !== null && unit.size > 0) bearers.units.add(unit);
  else if (unit !== null) bearers.units.delete(unit);
  if (bearers.units.size === 0) placement.bearers.delete(name.id);
  if (before > 1 || bearers.roles.size > 1) change.contested.add(bearers);
}
