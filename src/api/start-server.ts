import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import helmet from 'helmet';
import { pino } from 'pino';
import { ClaimgraphError } from '../base/index.js';
import type { LiveKnowledge } from '../pipeline/index.js';
import { boundOperations, type OperationBounds } from './bound-operations.js';
import { createSchema } from './create-schema.js';
import { guardHost } from './guard-host.js';
import { MEND_STATUSES } from './mend-statuses.js';
import { formatErrorWith } from './report-errors.js';
import { createContext, type RequestContext } from './request-context.js';
import { serveExport } from './serve-export.js';
import { servePage } from './serve-page.js';

/** What a server serves, and within which bounds; what is left out is safe for one person's machine. */
export interface ServerOptions {
  /** Stays open when the server stops. */
  readonly knowledge: LiveKnowledge;
  /** 4000; 0 for any that is free. */
  readonly port?: number;
  /** 127.0.0.1, which only this machine can reach. */
  readonly host?: string;
  /** Largest body of a request, in bytes; 16 MiB. */
  readonly bodyLimit?: number;
  /** Most tokens of an operation; 2,000. */
  readonly tokenLimit?: number;
  readonly bounds?: Partial<OperationBounds>;
  /** Milliseconds until a request is stopped; 30,000. */
  readonly timeout?: number;
  /** Milliseconds that requests under way are given when the server stops; 10,000. */
  readonly grace?: number;
  /** False hides the schema from clients, and so the page's view of it; true where it is left out. */
  readonly introspection?: boolean;
  /** Gets the errors that clients do not see; where it is left out they go to standard error. */
  readonly logInternal?: (error: unknown) => void;
}

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly url: string;
  /** Takes no more requests, and waits for those under way. Stopping twice is allowed. */
  stop(): Promise<void>;
}

const DEFAULT_BOUNDS: OperationBounds = { depth: 16, aliases: 100, cost: 1_000_000 };

/**
 * Serves GraphQL at `/graphql`, the query page at `/`, exports at `/export/<format>` and `/health`.
 * @throws ClaimgraphError ADDRESS_IN_USE, and ARGUMENT_INVALID for an address that is not this machine's.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port = 4000, host = '127.0.0.1' } = options;
  const logInternal = options.logInternal ?? logTo(pino({ name: 'claimgraph' }, pino.destination(2)));
  const app = express();
  const http = createServer({ requestTimeout: 60_000, headersTimeout: 10_000 }, app);
  const apollo = createApollo(options, http, logInternal);
  await apollo.start();
  route(app, { ...options, host, apollo, logInternal });
  let stopped: Promise<void> | null = null;
  try {
    await listen(http, port, host);
  } catch (error) {
    await apollo.stop();
    throw error;
  }
  const { port: bound } = http.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    stop: () => {
      stopped ??= apollo.stop();
      return stopped;
    },
  };
}

function createApollo(
  options: ServerOptions,
  http: Server,
  logInternal: (error: unknown) => void,
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema: createSchema(),
    introspection: options.introspection ?? true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: options.tokenLimit ?? 2000 },
    formatError: formatErrorWith(logInternal),
    logger: quietLogger(logInternal),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: options.grace ?? 10_000 }),
      MEND_STATUSES,
      boundOperations({ ...DEFAULT_BOUNDS, ...options.bounds }),
    ],
  });
}

interface Routing extends ServerOptions {
  readonly host: string;
  readonly apollo: ApolloServer<RequestContext>;
  readonly logInternal: (error: unknown) => void;
}

function route(app: Express, { knowledge, host, apollo, logInternal, bodyLimit, timeout }: Routing): void {
  app.disable('x-powered-by');
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
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      // The server speaks plain HTTP: what encrypts before it may promise encryption.
      strictTransportSecurity: false,
    }),
  );
  app.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/export/:format', serveExport(knowledge, logInternal));
  app.use(
    '/graphql',
    express.json({ limit: bodyLimit ?? 16 * 1024 * 1024, type: ['application/json'] }),
    readNoBody,
    expressMiddleware(apollo, {
      context: ({ req, res }) =>
        createContext(knowledge, { signal: signalOf(res, timeout ?? 30_000), responseType: responseTypeOf(req) }),
    }),
  );
  app.use(servePage());
  app.use((_request, response) => {
    refuse(response, 404, 'NOT_FOUND', 'Expected /, /graphql, /export/<format> or /health, but got another path.');
  });
  app.use(refuseBody(logInternal));
}

/** Express leaves the body undefined where it could read none; Apollo Server wants the property to be there. */
function readNoBody(request: Request, _response: Response, next: () => void): void {
  request.body ??= undefined;
  next();
}

/** Fires where the client has gone, or the time is over. */
function signalOf(response: Response, timeout: number): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return AbortSignal.any([gone.signal, AbortSignal.timeout(timeout)]);
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

function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}

async function listen(http: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(explainListening(error, port, host)));
    http.listen(port, host, resolve);
  });
}

function explainListening(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    const message = `Expected port ${port} of ${host} to be free, but another process listens there. Choose another port.`;
    return new ClaimgraphError('ADDRESS_IN_USE', message, { port, host });
  }
  const message = `Expected an address of this machine and a port that may be used, but ${host} port ${port} cannot be bound (${error.code}).`;
  return new ClaimgraphError('ARGUMENT_INVALID', message, { port, host });
}

function logTo(log: { error(error: unknown): void }): (error: unknown) => void {
  return (error) => log.error(error);
}

/** Apollo Server says little that an operator must know; its errors go where ours go. */
function quietLogger(
  logInternal: (error: unknown) => void,
): Record<'debug' | 'info' | 'warn' | 'error', (message: unknown) => void> {
  const ignore = (): void => {};
  return { debug: ignore, info: ignore, warn: ignore, error: logInternal };
}
