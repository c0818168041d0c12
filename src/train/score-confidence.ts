/** A claim's confidence, and whether a person judged it right. */
export interface RatedRow {
  readonly confidence: number;
  readonly right: boolean;
}

/** Claims of nearly one confidence: how sure they are on average, and the share of right ones. */
export interface ConfidenceBin {
  readonly from: number;
  readonly to: number;
  readonly claims: number;
  readonly confidence: number;
  readonly right: number;
}

/** Bounds of the bins. */
const BOUNDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The bins that hold claims, from the least sure on. */
export function binConfidence(rows: readonly RatedRow[]): readonly ConfidenceBin[] {
  return BOUNDS.slice(1).flatMap((to, index) => {
    const from = BOUNDS[index] as number;
    const held = rows.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    if (held.length === 0) return [];
    const confidence = held.reduce((sum, row) => sum + row.confidence, 0) / held.length;
    return [
      { from, to, claims: held.length, confidence, right: held.filter(({ right }) => right).length / held.length },
    ];
  });
}

/** The chance that a right claim is surer than a wrong one (area under the ROC curve); 0.5 for a guess, or where all are alike. */
export function rankConfidence(rows: readonly RatedRow[]): number {
  const right = rows.filter((row) => row.right);
  const wrong = rows.filter((row) => !row.right);
  if (right.length === 0 || wrong.length === 0) return 0.5;
  let wins = 0;
  for (const one of right)
    for (const other of wrong)
      wins += one.confidence > other.confidence ? 1 : one.confidence === other.confidence ? 0.5 : 0;
  return wins / (right.length * wrong.length);
}
