import type { ClaimFilter } from '../operations/generated.js';
import type { Parameters } from './address.js';

/** The claims that an address narrows everything to; undefined where it does not. */
export function claimFilterOf(parameters: Parameters): ClaimFilter | undefined {
  const { from, to } = parameters;
  if (from === undefined && to === undefined) return undefined;
  const range = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  // A claim that names no day happened, for all we know, when its document appeared.
  return {
    OR: [{ time: { overlaps: range } }, { AND: [{ time: { exists: false } }, { publishedAt: { overlaps: range } }] }],
  };
}
