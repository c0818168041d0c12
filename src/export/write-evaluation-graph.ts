import type { ExportRows } from './export-rows.js';
import { writeJsonItems } from './write-json-list.js';

/**
 * `{nodes: [{id, name, type, aliases, documents}], disputes: [{kind, claims: [{docId, claim, start, end}], explanation}]}`:
 * each dispute has two claims, with the extent of trigger and participants of each.
 */
export async function* writeEvaluationGraph(rows: ExportRows): AsyncIterable<string> {
  yield '{"nodes":[';
  yield* writeJsonItems(rows.entities(), (entity) => entity);
  yield '],"disputes":[';
  yield* writeJsonItems(rows.conflicts(), ({ kind, claims, explanation }) => ({
    kind,
    claims: claims.map(({ document, claim, start, end }) => ({ docId: document, claim, start, end })),
    explanation,
  }));
  yield ']}\n';
}
