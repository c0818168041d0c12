import type { Knowledge } from '../query/index.js';

/**
 * The knowledge with the graph that it has now, also where another takes its place meanwhile, as one that is kept in a
 * store does: a list is read from one graph to its end. The position is that which this graph has reached.
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
