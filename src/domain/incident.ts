import type { ClaimReference } from './entity.js';
import type { ReferentKey } from './judgement.js';

/** How two claims of one incident cannot both hold; the order is that in which conflicts are looked for. */
export const CONFLICT_KINDS = ['POLARITY', 'CAUSE', 'AGENT', 'COUNT', 'VICTIM', 'TIME', 'PLACE'] as const;

export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** Claims about one happening: of one kind, and of a place, time and participants that agree. Derived, never stored. */
export interface Incident {
  /** The first of its claims, which names it; any other claim of it finds it too. */
  readonly first: ClaimReference;
  /** What it is about: `FORCE`, `PAYMENT`, `CAUSE`, a relation type, or a predicate that has none. */
  readonly kind: string;
  /** Ascending by document id, then in the order of the record; at least one. */
  readonly claims: readonly ClaimReference[];
  /** Keys of its places, one for each entity; ascending. */
  readonly places: readonly ReferentKey[];
  /** Keys of those that its claims name as subject or object, one for each entity; ascending. */
  readonly participants: readonly ReferentKey[];
  /** First and last day that its claims name, `YYYY-MM-DD`; null where none names a day. */
  readonly from: string | null;
  readonly to: string | null;
  /** Ids of its documents, ascending. */
  readonly documents: readonly string[];
  /** Independent sources: documents of one source, and copies of one text, count once. */
  readonly sources: number;
}

/** Two claims of one incident that cannot both hold. Which of them does is not said. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** The earlier of the two, by document id, then in the order of the record. */
  readonly a: ClaimReference;
  readonly b: ClaimReference;
  /** The first claim of their incident. */
  readonly incident: ClaimReference;
}
