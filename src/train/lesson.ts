import type { PreparedCoreference } from '../extract/index.js';

/** A text whose antecedents are known, for the ranking to learn from. */
export interface Lesson {
  readonly prepare: () => PreparedCoreference;
  /** By mention, the entity that it is a mention of; '' where it is none. */
  readonly entities: readonly string[];
  /** True of a mention whose antecedent is told; left out, of all. */
  readonly teaches?: (mention: number) => boolean;
}
