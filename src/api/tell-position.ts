import type { RequestHandler } from 'express';
import type { LiveKnowledge } from '../pipeline/index.js';

/** The header that says how far along the store's change log the graph was when the answer began. */
export const POSITION_HEADER = 'x-claimgraph-position';

/** Sets the header when the answer begins, where it is not set yet: a change is then part of the position that its answer tells. */
export function tellPosition(knowledge: LiveKnowledge): RequestHandler {
  return (_request, response, next) => {
    const { writeHead } = response;
    response.writeHead = function (this: typeof response, ...given: unknown[]) {
      if (!this.headersSent && !this.hasHeader(POSITION_HEADER))
        this.setHeader(POSITION_HEADER, String(knowledge.position));
      return writeHead.apply(this, given as Parameters<typeof writeHead>);
    } as typeof writeHead;
    next();
  };
}
