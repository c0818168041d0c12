import type { RelationshipFilter } from '../operations/generated.js';
import { listOf, type Parameters } from './address.js';
import { claimFilterOf } from './filters.js';

/** Stances by which paths can be narrowed. */
export const STANCES = ['ASSERTS', 'DENIES', 'DOUBTS', 'ASKS', 'CONFIRMS'] as const;

/** The claims that may carry a hop, as an address says; undefined where all may. */
export function connectionFilterOf(parameters: Parameters): RelationshipFilter | undefined {
  const families = listOf(parameters.families);
  const stance = STANCES.find((one) => one === parameters.stance);
  const days = claimFilterOf(parameters);
  const all: RelationshipFilter[] = [
    ...(families.length === 0 ? [] : [{ family: { in: families } }]),
    ...(stance === undefined ? [] : [{ stance: { eq: stance } }]),
    ...(parameters.claimant === undefined ? [] : [{ claimant: { eq: parameters.claimant } }]),
    ...(parameters.source === undefined ? [] : [{ source: { eq: parameters.source } }]),
    ...(days === undefined ? [] : [days as RelationshipFilter]),
  ];
  return all.length === 0 ? undefined : { AND: all };
}
