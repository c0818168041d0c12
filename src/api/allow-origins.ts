import type { RequestHandler } from 'express';

/** Lets pages of the named origins ask (CORS); of no other one, and of none where none is named. */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    if (origins.length === 0 || origin === undefined) {
      next();
      return;
    }
    response.vary('origin');
    if (origins.includes('*') || origins.includes(origin)) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-expose-headers', 'x-request-id, x-claimgraph-position, content-disposition');
      // The strict default keeps what was answered from pages of other sites.
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
      if (request.method === 'OPTIONS') {
        response.setHeader('access-control-allow-methods', 'GET, POST');
        response.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
        response.setHeader('access-control-max-age', '600');
        response.status(204).end();
        return;
      }
    }
    next();
  };
}

const ALLOWED_HEADERS =
  'content-type, accept, authorization, apollo-require-preflight, x-apollo-operation-name, x-request-id';
