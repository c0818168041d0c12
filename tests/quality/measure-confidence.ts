import { fileURLToPath } from 'node:url';
import { loadResources } from '../../src/resources/index.js';
import { readJudged, readJudgedClaims } from '../../src/train/judged-claims.js';
import { binConfidence, rankConfidence } from '../../src/train/score-confidence.js';
import { crossValidate } from '../../src/train/train-confidence.js';

const JUDGED = fileURLToPath(new URL('judged/claims.json', import.meta.url));

/** A table of confidence against rightness over the claims that were judged by hand, each text rated by what the others teach. */
export async function measureConfidence(): Promise<string> {
  const { rows, unmatched } = await readJudged(readJudgedClaims(JUDGED), loadResources());
  const rated = crossValidate(rows);
  const bins = binConfidence(rated).map(
    ({ from, to, claims, confidence, right }) =>
      `${`${from.toFixed(2)} to ${to.toFixed(2)}`.padEnd(16)}${String(claims).padStart(8)}${confidence.toFixed(2).padStart(12)}${right.toFixed(2).padStart(8)}`,
  );
  return [
    `confidence      claims   confidence   right`,
    ...bins,
    `area under the curve ${rankConfidence(rated).toFixed(3)}; ${rows.length} claims judged by hand, ${unmatched.length} more no longer read as they were judged`,
  ].join('\n');
}
