// Logistic regression with a ridge (le Cessie and van Houwelingen 1992), by Newton's method: the same rows, the same bytes.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CLAIM_FEATURES, rate } from '../extract/index.js';
import { CONFIDENCE_FORMAT, loadResources } from '../resources/index.js';
import { type JudgedRow, readJudged, readJudgedClaims } from './judged-claims.js';
import { binConfidence, rankConfidence } from './score-confidence.js';

const JUDGED = fileURLToPath(new URL('../../tests/quality/judged/claims.json', import.meta.url));
const WEIGHTS = fileURLToPath(new URL('../../data/models/confidence/weights.json', import.meta.url));

/** How the model of confidence is learned. `ridge` holds every weight but the first near 0; each text is tried on what the others teach. */
export const CONFIDENCE_OPTIONS = { rounds: 8, ridge: 0.004 } as const;

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
  for (let round = 0; round < CONFIDENCE_OPTIONS.rounds; round++) step(weights, rows);
  return new Map(
    CLAIM_FEATURES.map((feature, index) => [feature, Math.round((weights[index] as number) * 1000) / 1000]),
  );
}

/** One step of Newton's method: gradient and curvature of the loss, and the system that they make. */
function step(weights: Float64Array, rows: readonly JudgedRow[]): void {
  const size = weights.length;
  const gradient = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  for (const { features, right } of rows) {
    let sum = 0;
    for (let index = 0; index < size; index++) sum += (weights[index] as number) * (features[index] as number);
    const chance = 1 / (1 + Math.exp(-sum));
    for (let index = 0; index < size; index++) {
      const value = features[index] as number;
      if (value === 0) continue;
      gradient[index] = (gradient[index] as number) + ((chance - Number(right)) * value) / rows.length;
      const row = curvature[index] as Float64Array;
      const spread = (chance * (1 - chance) * value) / rows.length;
      for (let other = 0; other < size; other++)
        row[other] = (row[other] as number) + spread * (features[other] as number);
    }
  }
  for (let index = 0; index < size; index++) {
    const ridge = index === 0 ? 1e-9 : CONFIDENCE_OPTIONS.ridge;
    gradient[index] = (gradient[index] as number) + ridge * (weights[index] as number);
    const row = curvature[index] as Float64Array;
    row[index] = (row[index] as number) + ridge;
  }
  const change = solve(curvature, gradient);
  for (let index = 0; index < size; index++) weights[index] = (weights[index] as number) - (change[index] as number);
}

/** Solves `matrix · x = right` for a positive definite matrix, by elimination in place. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number) => (matrix[row] as Float64Array)[column] as number;
  for (let pivot = 0; pivot < size; pivot++)
    for (let row = pivot + 1; row < size; row++) {
      const factor = at(row, pivot) / at(pivot, pivot);
      if (factor === 0) continue;
      const target = matrix[row] as Float64Array;
      for (let column = pivot; column < size; column++) target[column] = at(row, column) - factor * at(pivot, column);
      right[row] = (right[row] as number) - factor * (right[pivot] as number);
    }
  for (let row = size - 1; row >= 0; row--) {
    let rest = right[row] as number;
    for (let column = row + 1; column < size; column++) rest -= at(row, column) * (right[column] as number);
    right[row] = rest / at(row, row);
  }
  return right;
}

/** The rows with the confidence that each would have by a model learned from the other texts alone. */
export function crossValidate(rows: readonly JudgedRow[]): readonly JudgedRow[] {
  return [...new Set(rows.map(({ text }) => text))].flatMap((held) => {
    const weights = learnConfidence(rows.filter(({ text }) => text !== held));
    return rows.filter(({ text }) => text === held).map((row) => ({ ...row, confidence: rate(weights, row.features) }));
  });
}
