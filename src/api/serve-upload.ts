import type { Request, RequestHandler, Response } from 'express';
import { ClaimgraphError } from '../base/index.js';
import { type IngestEvent, ingest, type LiveKnowledge } from '../pipeline/index.js';
import { encodeNodeId } from '../query/index.js';
import { refuse } from './refuse.js';
import { apiCodeOf } from './report-errors.js';

/** How files are taken. */
export interface UploadOptions {
  readonly knowledge: LiveKnowledge;
  /** Bytes of the largest file. */
  readonly limit: number;
  readonly logInternal: (error: unknown) => void;
}

/** Documents, and mistakes, that an answer lists; all are counted. */
const MOST_LISTED = 200;
const LONGEST_NAME = 255;

/**
 * Reads one file and keeps its documents: its bytes are the body, the parameter `name` or its media type tells the
 * format. It is read as it comes, and answered when all of it is kept. What was read before the client went away stays.
 */
export function serveUpload({ knowledge, limit, logInternal }: UploadOptions): RequestHandler {
  return async (request, response) => {
    const stop = new AbortController();
    response.once('close', () => stop.abort());
    const name = String(request.query.name ?? '').slice(-LONGEST_NAME) || '-';
    const mediaType = request.headers['content-type'] ?? null;
    const answer = startAnswer();
    try {
      if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
      const input = { name, mediaType, open: () => upTo(request, limit) };
      for await (const event of ingest(knowledge, [input], { signal: stop.signal })) answer.add(event);
      if (stop.signal.aborted) return;
      leaveRest(request, response);
      response.json(answer.finish());
    } catch (error) {
      if (stop.signal.aborted) return;
      leaveRest(request, response);
      const isLarge = error instanceof ClaimgraphError && error.code === 'INPUT_TOO_LARGE';
      if (isLarge) refuse(response, 413, 'BAD_REQUEST', error.message);
      else {
        logInternal(error);
        refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'Internal server error.');
      }
    }
  };
}

/** Ends the connection behind the answer where the client still sends: nobody takes what comes. */
function leaveRest(request: Request, response: Response): void {
  if (!request.complete) response.set('connection', 'close');
}

/** Gathers what became of the documents of a file. */
function startAnswer(): { add(event: IngestEvent): void; finish(): object } {
  const counts: Record<IngestEvent['kind'], number> = { ADDED: 0, UPDATED: 0, UNCHANGED: 0, FAILED: 0 };
  const results: object[] = [];
  const userErrors: object[] = [];
  return {
    add(event) {
      counts[event.kind]++;
      if (event.kind === 'FAILED') {
        const { code, reason, line } = event;
        const place = line === null ? [] : [String(line)];
        const error = { code: apiCodeOf(code), claimgraph: code, message: reason, path: place };
        if (userErrors.length < MOST_LISTED) userErrors.push(error);
      } else if (results.length < MOST_LISTED) {
        const { kind, documentId, claims } = event;
        results.push({ outcome: kind, id: encodeNodeId('Document', documentId), key: documentId, claims });
      }
    },
    finish: () => ({ counts, results, userErrors }),
  };
}

/** The chunks of a body, until there are too many. */
async function* upTo(body: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    yield chunk;
  }
}

function tooLarge(limit: number): ClaimgraphError {
  return new ClaimgraphError('INPUT_TOO_LARGE', `Expected a file of at most ${limit} bytes. Send it in parts.`, {
    limit,
  });
}
