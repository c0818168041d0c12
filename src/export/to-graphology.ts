import { MultiDirectedGraph } from 'graphology';
import type { Knowledge } from '../query/index.js';
import type { ExportOptions } from './export-graph.js';
import { rowsOf } from './export-graph.js';
import { GRAPHOLOGY_ATTRIBUTES, GRAPHOLOGY_OPTIONS, graphologyEdge, graphologyNode } from './write-graphology.js';

/**
 * The graph as one of graphology, for its metrics, traversals and layouts: nodes by the ids of entities, edges by those of
 * relationships, attributes as in the `graphology` export. It is a copy, which does not follow the store; empty where the
 * filter leaves nothing.
 * @throws ClaimgraphError FILTER_INVALID, INTERRUPTED, STORE_*, and what `selectClaims` throws.
 */
export async function toGraphology(knowledge: Knowledge, options: ExportOptions = {}): Promise<MultiDirectedGraph> {
  const rows = rowsOf(knowledge, options);
  const graph = new MultiDirectedGraph({ allowSelfLoops: GRAPHOLOGY_OPTIONS.allowSelfLoops });
  graph.replaceAttributes({ ...GRAPHOLOGY_ATTRIBUTES });
  for await (const nodes of rows.nodes()) {
    for (const { key, attributes } of nodes.map(graphologyNode)) graph.addNode(key, attributes);
  }
  for await (const edges of rows.edges()) {
    for (const { key, source, target, attributes } of edges.map(graphologyEdge)) {
      graph.addDirectedEdgeWithKey(key, source, target, attributes);
    }
  }
  return graph;
}
