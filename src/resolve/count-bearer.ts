import type { Bearers, PlacedReferent } from './atoms.js';
import { rolesOf } from './likeness/index.js';
import type { ChangeUnderWay, Placement } from './place-referents.js';

/** Counts one more or one less referent of a name, and has the name parted anew where that may make a difference. */
export function countBearer(
  bearer: PlacedReferent,
  name: { readonly id: string; readonly name: string },
  { placement, change, by }: { readonly placement: Placement; readonly change: ChangeUnderWay; readonly by: 1 | -1 },
): void {
  const bearers = placement.bearers.get(name.id) ?? { ...name, units: [], roles: null, personas: null };
  placement.bearers.set(name.id, bearers);
  const before = countRoles(bearers);
  for (const role of rolesOf(bearer.referent)) {
    bearers.roles ??= new Map();
    const after = (bearers.roles.get(role) ?? 0) + by;
    if (after === 0) bearers.roles.delete(role);
    else bearers.roles.set(role, after);
  }
  if (by === 1) bearers.personas?.add(bearer);
  else bearers.personas?.remove(bearer);
  const { unit } = bearer;
  if (unit !== null && unit.size === 0) bearers.units = bearers.units.filter((other) => other !== unit);
  else if (unit !== null && !bearers.units.includes(unit)) bearers.units = [...bearers.units, unit];
  if (bearers.units.length === 0) placement.bearers.delete(name.id);
  if (before > 1 || countRoles(bearers) > 1) change.contested.add(bearers);
}

/** How many roles the bearers of a name have. */
export function countRoles({ roles }: Bearers): number {
  return roles?.size ?? 0;
}
