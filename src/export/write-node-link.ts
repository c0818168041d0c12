import type { ExportRows } from './export-rows.js';
import { writeJsonItems } from './write-json-list.js';

/** Node-link JSON, as NetworkX's `node_link_graph` and D3 take it; the edges stand under `links`. */
export async function* writeNodeLink(rows: ExportRows): AsyncIterable<string> {
  yield '{"directed":true,"multigraph":true,"graph":{"name":"Claimgraph"},"nodes":[';
  yield* writeJsonItems(rows.nodes(), (node) => node);
  yield '],"links":[';
  yield* writeJsonItems(rows.edges(), ({ id, subject, object, ...attributes }) => ({
    key: id,
    source: subject,
    target: object,
    ...attributes,
  }));
  yield ']}\n';
}
