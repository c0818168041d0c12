import type { Judgement, ReferentKey, Verdict } from '../../src/domain/index.js';

/** A person's judgement `j<ordinal>`. */
export function buildJudgement(
  ordinal: number,
  verdict: Verdict,
  keys: readonly [ReferentKey, ReferentKey],
): Judgement {
  const [left, right] = keys;
  const at = '2024-05-01T12:00:00Z';
  return { id: `j${ordinal}`, verdict, left, right, by: 'PERSON', reason: 'Seen', at, score: null, undoes: null };
}

/** A person's judgement `j<ordinal>` that takes another one back. */
export function buildUndo(ordinal: number, undone: Judgement): Judgement {
  return { ...buildJudgement(ordinal, 'UNSURE', [undone.left, undone.right]), undoes: undone.id };
}
