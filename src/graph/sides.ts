import type { IndexedClaim } from '../domain/index.js';

type Told = Pick<IndexedClaim, 'polarity' | 'modality' | 'stance'>;

/** True for a claim that something was not so, or that denies it. */
export function disputes({ polarity, stance }: Told): boolean {
  return polarity === 'NEGATED' || stance === 'DENIES';
}

/** True for a claim that something was so: affirmed, actual and not denied. */
export function affirms(claim: Told): boolean {
  return !disputes(claim) && claim.modality === 'ACTUAL';
}
