import { once } from 'node:events';
import type { Request, RequestHandler } from 'express';
import { ClaimgraphError } from '../base/index.js';
import { exporterRow, exportGraph } from '../export/index.js';
import type { LiveKnowledge } from '../pipeline/index.js';
import { readWholeNumber } from './read-whole-number.js';
import { apiCodeOf, messageFor } from './report-errors.js';
import { skipBytes } from './skip-bytes.js';
import { POSITION_HEADER } from './tell-position.js';

/** Where it is not 400 for a mistake of the client, and 500 for one of ours. */
const STATUSES: Readonly<Partial<Record<ClaimgraphError['code'], number>>> = {
  FORMAT_UNKNOWN: 404,
  POSITION_LEFT: 409,
};

/**
 * Streams the graph in the format that the path names, at the pace of the reader; `where` may hold a claim filter as JSON.
 * A mistake that shows before the first byte is an answer in JSON; later ones break the connection off, so that nobody
 * takes half a file for a whole one. What was broken off can be gone on with: `position` asks for the graph at just that
 * position of the change log, whose bytes are always the same, and `skip` leaves out as many of them as have come; `after`
 * asks for the rows of a table behind one of them, as they are now.
 */
export function serveExport(knowledge: LiveKnowledge, logInternal: (error: unknown) => void): RequestHandler {
  return async (request, response) => {
    const stop = new AbortController();
    response.once('close', () => stop.abort());
    try {
      const row = exporterRow(String(request.params.format));
      const { skip, ...asked } = readQuestion(request.query);
      if (knowledge.isFollowing) await knowledge.catchUp();
      response.setHeader('content-type', row.mediaType);
      response.setHeader('content-disposition', `attachment; filename="claimgraph-${row.id}.${row.extension}"`);
      response.setHeader(POSITION_HEADER, String(knowledge.position));
      const chunks = exportGraph(knowledge, row.id, { ...asked, signal: stop.signal });
      // The headers leave with the first chunk, which is made before: until then a mistake can still be told.
      for await (const chunk of skipBytes(chunks, skip)) {
        if (!response.write(chunk)) await once(response, 'drain', { signal: stop.signal });
      }
      response.end();
    } catch (error) {
      if (stop.signal.aborted) return;
      const known = error instanceof ClaimgraphError ? error : null;
      if (response.headersSent) {
        if (known?.code !== 'POSITION_LEFT') logInternal(error);
        response.destroy();
        return;
      }
      for (const header of ['content-type', 'content-disposition', POSITION_HEADER]) response.removeHeader(header);
      const code = known === null ? 'INTERNAL_SERVER_ERROR' : apiCodeOf(known.code);
      if (code === 'INTERNAL_SERVER_ERROR') logInternal(error);
      const message = known === null ? 'Internal server error.' : messageFor(known);
      const extensions = { code, ...(known !== null && { claimgraph: known.code }) };
      const status = known === null ? 500 : (STATUSES[known.code] ?? (code === 'INTERNAL_SERVER_ERROR' ? 500 : 400));
      response.status(status).json({ errors: [{ message, extensions }] });
    }
  };
}

/** @throws ClaimgraphError FILTER_INVALID, ARGUMENT_INVALID. */
function readQuestion(query: Request['query']) {
  const position = readWholeNumber('position', query.position);
  const skip = readWholeNumber('skip', query.skip);
  if (skip !== null && position === null) {
    throw new ClaimgraphError(
      'ARGUMENT_INVALID',
      `Expected skip together with position, as the bytes of another position are others; the header ${POSITION_HEADER} of the export that broke off tells it.`,
    );
  }
  const after = query.after === undefined || query.after === '' ? null : String(query.after);
  return { where: readWhere(query.where), after, position, skip: skip ?? 0 };
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
