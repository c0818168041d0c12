import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { type Caller, LOCAL_CALLER } from './access.js';
import type { Metrics } from './metrics.js';

/** Gives every request an id, and writes and counts how it went: never what it asked for, nor what it was told. */
export function logRequests(log: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const given = request.headers['x-request-id'];
    const id = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
    response.locals.requestId = id;
    response.setHeader('x-request-id', id);
    const route = routeOf(request.path);
    response.once('close', () => {
      const milliseconds = performance.now() - started;
      const { method } = request;
      const { statusCode: status, writableFinished: finished } = response;
      metrics.observeRequest({ route, method, status, seconds: milliseconds / 1000 });
      const entry = { requestId: id, caller: callerNameOf(response), method, route, status, finished };
      log.info({ ...entry, milliseconds: Math.round(milliseconds) }, 'request');
    });
    next();
  };
}

/** The first part of a path that is answered; paths themselves may hold anything. */
function routeOf(path: string): string {
  const first = path.split('/')[1] ?? '';
  return ROUTES.has(first) ? `/${first}` : '/';
}

const ROUTES: ReadonlySet<string> = new Set(['graphql', 'export', 'upload', 'health', 'ready', 'metrics']);

/** Who asked, as logs name it. */
export function callerNameOf(response: Response): string {
  return ((response.locals.caller as Caller | undefined) ?? LOCAL_CALLER).name;
}
