import { extractText } from '../support/read-text.js';
import { readCases } from './read-cases.js';
import { scoreCase } from './score.js';
import { MEASURES, type Miss, sumTallies, type Tallies } from './tally.js';

/** What the project, as it stands, gets right of all its labelled cases. */
export interface Measured {
  readonly cases: number;
  readonly tallies: Tallies;
  /** By measure, then by case. */
  readonly misses: readonly Miss[];
}

/** Reads every labelled text, published on Monday 12 March 2012, and scores it. The same on every run. */
export function measureCases(): Measured {
  const scores = readCases().map((labels) => scoreCase(labels, extractText(labels.text)));
  const misses = scores.flatMap((one) => one.misses);
  return {
    cases: scores.length,
    tallies: sumTallies(scores.map((one) => one.tallies)),
    misses: Object.keys(MEASURES).flatMap((measure) => misses.filter((one) => one.measure === measure)),
  };
}
