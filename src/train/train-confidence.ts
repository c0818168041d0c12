// Logistic regression with a ridge (le Cessie and van Houwelingen 1992), by gradient descent: the same rows, the same bytes.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CLAIM_FEATURES, rate } from '../extract/index.js';
import { CONFIDENCE_FORMAT, loadResources } from '../resources/index.js';
import { type JudgedRow, readJudged, readJudgedClaims } from './judged-claims.js';
import { binConfidence, rankConfidence } from './score-confidence.js';

const JUDGED = fileURLToPath(new URL('../../tests/quality/judged/claims.json', import.meta.url));
const WEIGHTS = fileURLToPath(new URL('../../data/models/confidence/weights.json', import.meta.url));

/** How the model of confidence is learned. `ridge` holds every weight but the first near 0. */
export const CONFIDENCE_OPTIONS = { rounds: 4000, rate: 0.5, ridge: 0.003, folds: 10 } as const;

/** Learns the weights from the judged claims of `tests/quality`, and writes them to `data/models/confidence`. */
export async function trainConfidence(report: (line: string) => void): Promise<void> {
  const { rows, unmatched } = await readJudged(readJudgedClaims(JUDGED), loadResources());
  report(`${rows.length} judged claims, ${unmatched.length} no longer read as they were judged`);
  for (const { from, to, claims, confidence, right } of binConfidence(crossValidate(rows)))
    report(`${from} to ${to}: ${claims} claims, confidence ${confidence.toFixed(2)}, right ${right.toFixed(2)}`);
  report(`area under the curve ${rankConfidence(crossValidate(rows)).toFixed(3)}, each text by what the others teach`);
  const model = {
    format: CONFIDENCE_FORMAT,
    purpose: 'How sure the reading of a claim is: a logistic model, learned from claims judged by hand.',
    learnedFrom: { file: 'tests/quality/judged/claims.json', licence: 'MIT, as the project', claims: rows.length },
    options: CONFIDENCE_OPTIONS,
    command: 'npm run train -- --only confidence',
    weights: Object.fromEntries(learnConfidence(rows)),
  };
  writeFileSync(WEIGHTS, `${JSON.stringify(model, null, 2)}\n`);
}

/** Weights by the names of their features, rounded to three places. */
export function learnConfidence(rows: readonly JudgedRow[]): ReadonlyMap<string, number> {
  const weights = new Float64Array(CLAIM_FEATURES.length);
  const gradient = new Float64Array(CLAIM_FEATURES.length);
  for (let round = 0; round < CONFIDENCE_OPTIONS.rounds; round++) {
    gradient.fill(0);
    for (const { features, right } of rows) {
      let sum = 0;
      for (let index = 0; index < weights.length; index++)
        sum += (weights[index] as number) * (features[index] as number);
      const error = 1 / (1 + Math.exp(-sum)) - Number(right);
      for (let index = 0; index < weights.length; index++)
        gradient[index] = (gradient[index] as number) + error * (features[index] as number);
    }
    for (let index = 0; index < weights.length; index++) {
      const ridge = index === 0 ? 0 : CONFIDENCE_OPTIONS.ridge * (weights[index] as number);
      const slope = (gradient[index] as number) / rows.length + ridge;
      weights[index] = (weights[index] as number) - CONFIDENCE_OPTIONS.rate * slope;
    }
  }
  return new Map(
    CLAIM_FEATURES.map((feature, index) => [feature, Math.round((weights[index] as number) * 1000) / 1000]),
  );
}

/** The rows with the confidence that each would have by a model learned without its text. */
export function crossValidate(rows: readonly JudgedRow[]): readonly JudgedRow[] {
  const folds = Array.from({ length: CONFIDENCE_OPTIONS.folds }, (_, fold) => fold);
  return folds.flatMap((fold) => {
    const held = rows.filter(({ text }) => text % CONFIDENCE_OPTIONS.folds === fold);
    if (held.length === 0) return [];
    const weights = learnConfidence(rows.filter(({ text }) => text % CONFIDENCE_OPTIONS.folds !== fold));
    return held.map((row) => ({ ...row, confidence: rate(weights, row.features) }));
  });
}
