import { once } from 'node:events';
import type { RequestHandler } from 'express';
import { ClaimgraphError } from '../base/index.js';
import { exporterRow, exportGraph } from '../export/index.js';
import type { LiveKnowledge } from '../pipeline/index.js';
import { apiCodeOf, messageFor } from './report-errors.js';

/**
 * Streams the graph in the format that the path names, at the pace of the reader; `where` may hold a claim filter as JSON.
 * A mistake that shows before the first byte is an answer in JSON; later ones break the connection off, so that nobody
 * takes half a file for a whole one.
 */
export function serveExport(knowledge: LiveKnowledge, logInternal: (error: unknown) => void): RequestHandler {
  return async (request, response) => {
    const stop = new AbortController();
    response.once('close', () => stop.abort());
    try {
      const row = exporterRow(String(request.params.format));
      const where = readWhere(request.query.where);
      if (knowledge.isFollowing) await knowledge.catchUp();
      response.setHeader('content-type', row.mediaType);
      response.setHeader('content-disposition', `attachment; filename="claimgraph-${row.id}.${row.extension}"`);
      // The headers leave with the first chunk, which is made before: until then a mistake can still be told.
      for await (const chunk of exportGraph(knowledge, row.id, { where, signal: stop.signal })) {
        if (!response.write(chunk)) await once(response, 'drain', { signal: stop.signal });
      }
      response.end();
    } catch (error) {
      if (stop.signal.aborted) return;
      if (response.headersSent) {
        logInternal(error);
        response.destroy();
        return;
      }
      const known = error instanceof ClaimgraphError ? error : null;
      response.removeHeader('content-type');
      response.removeHeader('content-disposition');
      const code = known === null ? 'INTERNAL_SERVER_ERROR' : apiCodeOf(known.code);
      if (code === 'INTERNAL_SERVER_ERROR') logInternal(error);
      const message = known === null ? 'Internal server error.' : messageFor(known);
      const extensions = { code, ...(known !== null && { claimgraph: known.code }) };
      const status = known?.code === 'FORMAT_UNKNOWN' ? 404 : code === 'INTERNAL_SERVER_ERROR' ? 500 : 400;
      response.status(status).json({ errors: [{ message, extensions }] });
    }
  };
}

function readWhere(given: unknown): unknown {
  if (given === undefined || given === '') return undefined;
  try {
    return JSON.parse(String(given));
  } catch {
    throw new ClaimgraphError(
      'FILTER_INVALID',
      'Expected the parameter where to be a filter as JSON, but it is no JSON.',
    );
  }
}
