import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { LiveKnowledge } from '../pipeline/index.js';
import { type AccessKey, type Caller, requireCaller } from './access.js';
import { allowOrigins } from './allow-origins.js';
import { guardHost } from './guard-host.js';
import { limitConcurrency } from './limit-concurrency.js';
import { callerNameOf, logRequests } from './log-requests.js';
import type { Metrics } from './metrics.js';
import { READ_ONLY } from './read-only.js';
import { refuse } from './refuse.js';
import { refuseDeep } from './refuse-deep.js';
import { refuseSimple } from './refuse-simple.js';
import { createContext, type RequestContext } from './request-context.js';
import { serveExport } from './serve-export.js';
import { servePage } from './serve-page.js';
import { serveUpload } from './serve-upload.js';
import { tellPosition } from './tell-position.js';

/** What requests are answered with. */
export interface Routing {
  readonly knowledge: LiveKnowledge;
  readonly host: string;
  readonly apollo: ApolloServer<RequestContext>;
  readonly keys: readonly AccessKey[];
  readonly origins: readonly string[];
  /** Whether there is a page at `/`. */
  readonly page: boolean;
  /** Whether every change is refused. */
  readonly readOnly: boolean;
  readonly log: Logger;
  readonly audit: Logger;
  readonly metrics: Metrics;
  /** What `/ready` answers by. */
  readonly state: { readonly isStopping: boolean };
  /** Requests that are answered at once. */
  readonly concurrency: number;
  /** Largest body, in bytes. */
  readonly bodyLimit: number;
  /** Largest file, in bytes. */
  readonly uploadLimit: number;
  /** Milliseconds until a request is stopped. */
  readonly timeout: number;
  readonly logInternal: (error: unknown) => void;
}

/** Leads each path to what answers it; every answer carries the same strict headers. */
export function routeRequests(app: Express, routing: Routing): void {
  const { knowledge, host, apollo, logInternal, bodyLimit, uploadLimit, timeout, keys, concurrency } = routing;
  app.disable('x-powered-by');
  app.use(logRequests(routing.log, routing.metrics));
  app.use(guardHost(host));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          connectSrc: ["'self'"],
          fontSrc: ["'self'"],
          workerSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      // The server speaks plain HTTP: what encrypts before it may promise encryption.
      strictTransportSecurity: false,
      xFrameOptions: { action: 'deny' },
    }),
  );
  app.use(allowOrigins(routing.origins));
  app.get('/health', (_request, response) => {
    response.json({ status: 'ok', position: knowledge.position });
  });
  app.get('/ready', tellReadiness(routing));
  const reads = requireCaller(keys, 'READ');
  const position = tellPosition(knowledge);
  app.get('/metrics', reads, async (_request, response) => {
    response.type(routing.metrics.contentType).send(await routing.metrics.write());
  });
  app.get('/export/:format', reads, position, limitConcurrency(MOST_STREAMS), serveExport(knowledge, logInternal));
  app.post(
    '/upload',
    requireCaller(keys, 'WRITE'),
    ...(routing.readOnly ? [refuseChanges] : []),
    position,
    refuseSimple,
    limitConcurrency(MOST_STREAMS),
    auditUploads(routing.audit),
    serveUpload({ knowledge, limit: uploadLimit, logInternal }),
  );
  app.use(
    '/graphql',
    reads,
    position,
    limitConcurrency(concurrency),
    express.json({ limit: bodyLimit, type: ['application/json'] }),
    readNoBody,
    refuseDeep,
    expressMiddleware(apollo, {
      context: ({ req, res }) =>
        createContext(knowledge, {
          signal: signalOf(res, timeout),
          responseType: responseTypeOf(req),
          requestId: String(res.locals.requestId),
          caller: res.locals.caller as Caller,
        }),
    }),
  );
  if (routing.page) app.use(servePage());
  app.use((_request, response) => {
    refuse(
      response,
      404,
      'NOT_FOUND',
      'Expected /, /graphql, /export/<format>, POST /upload, /health, /ready or /metrics, but got another path.',
    );
  });
  app.use(refuseBody(logInternal));
}

/** Files and exports that are under way at once: each lasts. */
const MOST_STREAMS = 4;

/** 200 where the store answers and the server is not about to stop, else 503. */
function tellReadiness({ knowledge, state, logInternal }: Routing): RequestHandler {
  return async (_request, response) => {
    try {
      await knowledge.store.counts();
    } catch (error) {
      logInternal(error);
      response.status(503).json({ status: 'the store does not answer' });
      return;
    }
    response.status(state.isStopping ? 503 : 200).json({ status: state.isStopping ? 'stopping' : 'ready' });
  };
}

/** Answers what would change the store, where nothing may. */
const refuseChanges: RequestHandler = (_request, response) => {
  refuse(response, 403, 'FORBIDDEN', READ_ONLY);
};

/** Writes who has sent a file, and how that went. */
function auditUploads(audit: Logger): RequestHandler {
  return (_request, response, next) => {
    response.once('close', () => {
      const { requestId } = response.locals;
      const { statusCode: status } = response;
      audit.info({ audit: true, requestId, caller: callerNameOf(response), fields: ['upload'], status }, 'change');
    });
    next();
  };
}

/** Express leaves the body undefined where it could read none; Apollo Server wants the property to be there. */
function readNoBody(request: Request, _response: Response, next: () => void): void {
  request.body ??= undefined;
  next();
}

/** Fires where the client has gone, or the time is over. */
function signalOf(response: Response, timeout: number): AbortSignal {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  response.once('close', () => {
    clearTimeout(timer);
    stop.abort();
  });
  return stop.signal;
}

/** What Apollo Server will answer in: it prefers the first of equals. */
function responseTypeOf(request: Request): string {
  return request.accepts(['application/json', 'application/graphql-response+json']) || 'application/json';
}

/** Answers a body that cannot be read in the form of a GraphQL error. */
function refuseBody(logInternal: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const status = statusOf(error);
    if (status === 413)
      refuse(response, 413, 'BAD_REQUEST', 'Expected a smaller body: it is over the limit of this server.');
    else if (status >= 400 && status < 500)
      refuse(response, status, 'BAD_REQUEST', 'The body of the request cannot be read.');
    else {
      logInternal(error);
      refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'Internal server error.');
    }
  };
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  return typeof status === 'number' ? status : 500;
}
