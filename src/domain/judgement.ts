/**
 * Names a referent outside its record: `<document id>#<TYPE>/<normalised name or head>/<ordinal among equals>`,
 * with `%` and `#` of the document id written `%25` and `%23`. It holds as long as the text calls the thing the same.
 */
export type ReferentKey = string;

export const VERDICTS = ['SAME', 'DIFFERENT', 'UNSURE'] as const;
export const JUDGES = ['ALGORITHM', 'PERSON'] as const;

export type Verdict = (typeof VERDICTS)[number];
export type Judge = (typeof JUDGES)[number];

/** A decision on two referents, before the log has taken it. */
export interface JudgementDraft {
  readonly verdict: Verdict;
  /** Of DIFFERENT, the one set apart: namesakes that nobody judged stay with `right`. */
  readonly left: ReferentKey;
  readonly right: ReferentKey;
  readonly by: Judge;
  readonly reason: string;
  /** ISO 8601 date-time in UTC. */
  readonly at: string;
  /** Similarity, 0 to 1; null where a person judged. */
  readonly score: number | null;
  /** Id of the judgement that this one takes back; null for all others. One that is taken back has no effect. */
  readonly undoes: string | null;
}

/** A decision in the append-only log. */
export interface Judgement extends JudgementDraft {
  /** `j<ordinal in the log>`: j1, j2 … */
  readonly id: string;
}
