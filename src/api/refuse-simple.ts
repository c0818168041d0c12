import type { RequestHandler } from 'express';
import { refuse } from './refuse.js';

/** The media types that any page of any site may send without asking first. */
const SIMPLE_TYPES: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

/** Any of these can only be sent by a page that the browser has asked this server about. */
const PREFLIGHT_HEADERS = ['x-apollo-operation-name', 'apollo-require-preflight'] as const;

/** Refuses what a page of another site could send in its reader's name, by the same rule as Apollo Server does for GraphQL. */
export const refuseSimple: RequestHandler = (request, response, next) => {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const isSimple = type === '' || SIMPLE_TYPES.has(type);
  if (!isSimple || PREFLIGHT_HEADERS.some((name) => request.headers[name] !== undefined)) {
    next();
    return;
  }
  const message = `Expected a header apollo-require-preflight, or a content-type other than ${[...SIMPLE_TYPES].join(', ')}.`;
  refuse(response, 400, 'BAD_REQUEST', message);
};
