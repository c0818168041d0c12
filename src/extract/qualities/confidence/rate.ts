import { CLAIM_FEATURES } from './claim-features.js';

/** How sure the reading of a claim is, 0 to 1, by a logistic model of its features (in the order of CLAIM_FEATURES): weights by name; what they do not name weighs nothing. */
export function rate(weights: ReadonlyMap<string, number>, features: Float64Array): number {
  let sum = 0;
  CLAIM_FEATURES.forEach((feature, index) => {
    sum += (weights.get(feature) ?? 0) * (features[index] as number);
  });
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
