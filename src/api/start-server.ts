import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import express from 'express';
import type { GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { ClaimgraphError } from '../base/index.js';
import { createDocumentReader, keepCaughtUp, type LiveKnowledge } from '../pipeline/index.js';
import { refuseUnsafe } from './access.js';
import { boundOperations, type OperationBounds } from './bound-operations.js';
import { createSchema } from './create-schema.js';
import { drainConnections } from './drain-connections.js';
import { MEND_STATUSES } from './mend-statuses.js';
import { createMetrics } from './metrics.js';
import { formatErrorWith } from './report-errors.js';
import type { RequestContext } from './request-context.js';
import { routeRequests } from './route-requests.js';
import { serveSubscriptions } from './serve-subscriptions.js';
import type { RunningServer, ServerOptions } from './server-options.js';
import { cacheOf, trustDocuments } from './trusted-documents.js';
import { type OperationWatch, watchOperations } from './watch-operations.js';

const MEBIBYTE = 1024 * 1024;
/**
 * A client takes up a connection that has rested for as long as it was promised. Where that is short and the server is
 * busy, it has closed the connection just before.
 */
const TIMEOUTS = { requestTimeout: 60_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 };
const DEFAULT_BOUNDS: OperationBounds = { depth: 16, aliases: 100, cost: 100_000 };

/**
 * Serves GraphQL at `/graphql`, also over WebSockets, the page at `/`, exports at `/export/<format>`, takes files at
 * `/upload`, says at `/health` that it is there, at `/ready` that it can answer, and counts at `/metrics`.
 * @throws ClaimgraphError ADDRESS_IN_USE, ACCESS_UNSAFE, and ARGUMENT_INVALID for a port that cannot be or an address that is not this machine's.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port = 4000, host = '127.0.0.1', keys = [], origins = [], readOnly = false } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ClaimgraphError('ARGUMENT_INVALID', `Expected a port from 0 to 65535, but got ${port}.`, { port });
  }
  refuseUnsafe({ host, keys, origins });
  const log = options.log ?? pino({ name: 'claimgraph', level: 'warn' }, pino.destination(2));
  const logInternal = options.logInternal ?? ((error: unknown) => log.error(error));
  const reader = createDocumentReader(options.knowledge.resources);
  // What it is asked for beside that, it answers as the original does, whose getters it has.
  const knowledge = Object.create(options.knowledge, { readDocument: { value: reader.read } }) as LiveKnowledge;
  const metrics = createMetrics(knowledge);
  const app = express();
  const http = createServer(TIMEOUTS, app);
  const schema = createSchema();
  const bounds = { ...DEFAULT_BOUNDS, ...options.bounds };
  const audit = options.audit ?? log;
  const apollo = createApollo(options, { http, schema, bounds, logInternal, watch: { audit, metrics, readOnly } });
  await apollo.start();
  const { bodyLimit = 16 * MEBIBYTE, uploadLimit = 64 * MEBIBYTE, timeout = 30_000, concurrency = 64 } = options;
  const state = { isStopping: false };
  const { page = true } = options;
  const limits = { bodyLimit, uploadLimit, timeout, concurrency };
  routeRequests(app, {
    knowledge,
    host,
    keys,
    origins,
    page,
    readOnly,
    apollo,
    log,
    audit,
    logInternal,
    metrics,
    state,
    ...limits,
  });
  const sockets = serveSubscriptions(http, {
    knowledge,
    schema,
    keys,
    origins,
    bounds,
    tokenLimit: tokenLimitOf(options),
    logInternal,
  });
  let stopped: Promise<void> | null = null;
  try {
    await listen(http, port, host);
  } catch (error) {
    await sockets.stop();
    await apollo.stop();
    throw error;
  }
  const stopFollowing = keepCaughtUp(knowledge, logInternal);
  const { port: bound } = http.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    state.isStopping = true;
    await stopFollowing();
    await sockets.stop();
    await apollo.stop();
    await reader.close();
  };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function tokenLimitOf({ tokenLimit = 2000 }: ServerOptions): number {
  return tokenLimit;
}

interface ApolloParts {
  readonly http: Server;
  readonly schema: GraphQLSchema;
  readonly bounds: OperationBounds;
  readonly logInternal: (error: unknown) => void;
  readonly watch: OperationWatch;
}

function createApollo(
  options: ServerOptions,
  { http, schema, bounds, logInternal, watch }: ApolloParts,
): ApolloServer<RequestContext> {
  const { trustedDocuments, plugins = [], introspection = true, grace = 10_000 } = options;
  return new ApolloServer<RequestContext>({
    schema,
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // The cache that is Apollo Server's own holds 30 MB at most.
    persistedQueries: trustedDocuments === undefined ? {} : { cache: cacheOf(trustedDocuments) },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: tokenLimitOf(options) },
    formatError: formatErrorWith(logInternal),
    logger: quietLogger(logInternal),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      drainConnections(http, grace),
      ...(trustedDocuments === undefined ? [] : [trustDocuments(trustedDocuments)]),
      MEND_STATUSES,
      boundOperations(bounds),
      watchOperations(watch),
      ...plugins,
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

/** Apollo Server says little that an operator must know; its errors go where ours go. */
function quietLogger(
  logInternal: (error: unknown) => void,
): Record<'debug' | 'info' | 'warn' | 'error', (message: unknown) => void> {
  const ignore = (): void => {};
  return { debug: ignore, info: ignore, warn: ignore, error: logInternal };
}
