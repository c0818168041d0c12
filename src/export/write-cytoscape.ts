import type { ExportRows } from './export-rows.js';
import { writeJsonItems } from './write-json-list.js';

/** Cytoscape JSON: for Cytoscape, cytoscape.js, and NetworkX's `cytoscape_graph`, which wants `name` and `value`. */
export async function* writeCytoscape(rows: ExportRows): AsyncIterable<string> {
  yield '{"data":{"name":"Claimgraph"},"directed":true,"multigraph":true,"elements":{"nodes":[';
  yield* writeJsonItems(rows.nodes(), (node) => ({ data: { ...node, name: node.label, value: node.id } }));
  yield '],"edges":[';
  yield* writeJsonItems(rows.edges(), ({ id, subject, object, ...attributes }) => ({
    data: { id, key: id, source: subject, target: object, label: attributes.relation, ...attributes },
  }));
  yield ']}}\n';
}
