import type { Dateline } from '../domain/index.js';

/** A dateline, and the day that it names. */
export interface FoundDateline {
  readonly dateline: Dateline | null;
  /** `YYYY-MM-DD`; null where the dateline has no date, or one whose year is unknown. */
  readonly day: string | null;
}

/** Finds the dateline of a text. `publishedAt` is ISO 8601 or null, and gives the year that a dateline leaves out. */
export function findDateline(_text: string, _publishedAt: string | null): FoundDateline {
  return { dateline: null, day: null };
}
