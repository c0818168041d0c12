import type { GraphReading } from '../graph/index.js';
import type { Store } from '../store/index.js';

/** What queries are asked of: the record, and the graph that follows its change log. */
export interface Knowledge {
  readonly store: Store;
  /** Another one may take its place between two turns of the event loop; numbers of its links are its own. */
  readonly graph: GraphReading;
  /** Position in the change log that the graph has reached. */
  readonly position: number;
}

/**
 * The knowledge with the graph that it has now, also where another takes its place meanwhile: what is asked is answered of
 * one graph to its end. The position is that which this graph has reached.
 */
export function pinGraph(knowledge: Knowledge): Knowledge {
  const { store, graph } = knowledge;
  let { position } = knowledge;
  return {
    store,
    graph,
    get position() {
      if (knowledge.graph === graph) position = knowledge.position;
      return position;
    },
  };
}
