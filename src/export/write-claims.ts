import type { ExportRows } from './export-rows.js';
import { toJson } from './text-forms.js';

/** JSON Lines: a claim a line, with its evidence and its document; empty where there is no claim. */
export async function* writeClaims(rows: ExportRows): AsyncIterable<string> {
  for await (const claim of rows.claims()) yield `${toJson(claim)}\n`;
}
