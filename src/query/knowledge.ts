import type { GraphReading } from '../graph/index.js';
import type { Store } from '../store/index.js';

/** What queries are asked of: the record, and the graph that follows its change log. */
export interface Knowledge {
  readonly store: Store;
  readonly graph: GraphReading;
  /** Position in the change log that the graph has reached. */
  readonly position: number;
}
