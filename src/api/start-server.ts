import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import express from 'express';
import { pino } from 'pino';
import { ClaimgraphError } from '../base/index.js';
import type { LiveKnowledge } from '../pipeline/index.js';
import { boundOperations, type OperationBounds } from './bound-operations.js';
import { createSchema } from './create-schema.js';
import { MEND_STATUSES } from './mend-statuses.js';
import { formatErrorWith } from './report-errors.js';
import type { RequestContext } from './request-context.js';
import { routeRequests } from './route-requests.js';

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
  /** Largest file that is uploaded, in bytes; 64 MiB. */
  readonly uploadLimit?: number;
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

const MEBIBYTE = 1024 * 1024;
const DEFAULT_BOUNDS: OperationBounds = { depth: 16, aliases: 100, cost: 1_000_000 };

/**
 * Serves GraphQL at `/graphql`, the query page at `/`, exports at `/export/<format>`, takes files at `/upload`, and says at `/health` that it is there.
 * @throws ClaimgraphError ADDRESS_IN_USE, and ARGUMENT_INVALID for a port that cannot be or an address that is not this machine's.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port = 4000, host = '127.0.0.1' } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ClaimgraphError('ARGUMENT_INVALID', `Expected a port from 0 to 65535, but got ${port}.`, { port });
  }
  const logInternal = options.logInternal ?? logTo(pino({ name: 'claimgraph' }, pino.destination(2)));
  const app = express();
  const http = createServer({ requestTimeout: 60_000, headersTimeout: 10_000 }, app);
  const apollo = createApollo(options, http, logInternal);
  await apollo.start();
  const { bodyLimit = 16 * MEBIBYTE, uploadLimit = 64 * MEBIBYTE, timeout = 30_000 } = options;
  routeRequests(app, { knowledge: options.knowledge, host, apollo, logInternal, bodyLimit, uploadLimit, timeout });
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
