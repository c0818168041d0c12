import type { ExportRows } from './export-rows.js';
import { writeJsonItems } from './write-json-list.js';

/** The serialised form that graphology's `Graph.from` and `import` take. */
export async function* writeGraphology(rows: ExportRows): AsyncIterable<string> {
  yield '{"attributes":{"name":"Claimgraph"},"options":{"type":"directed","multi":true,"allowSelfLoops":true},"nodes":[';
  yield* writeJsonItems(rows.nodes(), ({ id, ...attributes }) => ({ key: id, attributes }));
  yield '],"edges":[';
  yield* writeJsonItems(rows.edges(), ({ id, subject, object, ...attributes }) => ({
    key: id,
    source: subject,
    target: object,
    attributes: { label: attributes.relation, ...attributes },
  }));
  yield ']}\n';
}
