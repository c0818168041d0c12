import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ClaimgraphError } from '../base/index.js';

/** First field of the file: its format and version. */
export const CONFIDENCE_FORMAT = 'claimgraph-confidence/1';

/**
 * Loads `data/models/confidence/weights.json`: weights of a logistic model by the names of its features.
 * @throws ClaimgraphError RESOURCE_INVALID where it is missing, damaged or of another version.
 */
export function loadConfidence(): ReadonlyMap<string, number> {
  const path = fileURLToPath(new URL('../../data/models/confidence/weights.json', import.meta.url));
  try {
    const { format, weights } = JSON.parse(readFileSync(path, 'utf8')) as { format: unknown; weights: object };
    const rows = Object.entries(weights) as [string, unknown][];
    if (format === CONFIDENCE_FORMAT && rows.every(([, weight]) => Number.isFinite(weight)))
      return new Map(rows as [string, number][]);
    throw new Error(`expected ${CONFIDENCE_FORMAT} with weights that are numbers, but got ${String(format)}`);
  } catch (error) {
    const message = `${path} cannot be read: ${(error as Error).message}. Rebuild it with "npm run train -- --only confidence".`;
    throw new ClaimgraphError('RESOURCE_INVALID', message, { path });
  }
}
