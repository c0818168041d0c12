export const RETRACTION_EFFECTS = ['RETRACT', 'RESTORE'] as const;

export type RetractionEffect = (typeof RETRACTION_EFFECTS)[number];

/** A person's decision that a claim was read wrongly, or that it stands after all, before the log has taken it. */
export interface RetractionDraft {
  readonly documentId: string;
  /** The claim's fingerprint: what holds as long as the text says it and it is read so. */
  readonly claim: string;
  readonly effect: RetractionEffect;
  readonly reason: string;
  /** ISO 8601 date-time in UTC. */
  readonly at: string;
}

/** A decision in the append-only log; of those on one claim the last one holds. */
export interface Retraction extends RetractionDraft {
  /** `x<ordinal in the log>`: x1, x2 … */
  readonly id: string;
}
