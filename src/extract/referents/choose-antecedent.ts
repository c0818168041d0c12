import type { LinearModel } from '../../linear/index.js';
import type { Ranking } from './rank-antecedents.js';

/** The choice with the highest score: 0 for the first of its referent. Of equals the nearest. */
export function chooseAntecedent(model: LinearModel, { count, begins, features, mustLink }: Ranking): number {
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let choice = mustLink ? 1 : 0; choice < count; choice++) {
    let score = 0;
    for (let at = begins[choice] as number; at < (begins[choice + 1] as number); at++)
      score += model.weight(features[at] as number, 0);
    if (score > bestScore) [best, bestScore] = [choice, score];
  }
  return best;
}
