import type { EdgeRow, ExportRows, NodeRow } from './export-rows.js';
import { writeJsonItems } from './write-json-list.js';

/** The kind of graph: directed, several edges between two nodes, also from a node to itself. */
export const GRAPHOLOGY_OPTIONS = { type: 'directed', multi: true, allowSelfLoops: true } as const;
export const GRAPHOLOGY_ATTRIBUTES = { name: 'Claimgraph' } as const;

/** The serialised form that graphology's `Graph.from` and `import` take. */
export async function* writeGraphology(rows: ExportRows): AsyncIterable<string> {
  yield `{"attributes":${JSON.stringify(GRAPHOLOGY_ATTRIBUTES)},"options":${JSON.stringify(GRAPHOLOGY_OPTIONS)},"nodes":[`;
  yield* writeJsonItems(rows.nodes(), graphologyNode);
  yield '],"edges":[';
  yield* writeJsonItems(rows.edges(), graphologyEdge);
  yield ']}\n';
}

/** A node with its key, as graphology serialises it. */
export function graphologyNode({ id, ...attributes }: NodeRow) {
  return { key: id, attributes };
}

/** An edge with its key and its ends, as graphology serialises it. */
export function graphologyEdge({ id, subject, object, ...attributes }: EdgeRow) {
  return { key: id, source: subject, target: object, attributes: { label: attributes.relation, ...attributes } };
}
