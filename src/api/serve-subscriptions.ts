import type { Server } from 'node:http';
import { GraphQLError, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { type LiveKnowledge, watchKnowledge } from '../pipeline/index.js';
import { type AccessKey, callerOf, LOCAL_CALLER } from './access.js';
import { measureOperation, type OperationBounds, refuseOversize } from './bound-operations.js';
import { isLoopback } from './guard-host.js';
import { formatErrorWith } from './report-errors.js';
import { createContext } from './request-context.js';
import type { SubscriptionContext } from './resolve-subscriptions.js';

/** What subscriptions are answered with. */
export interface SubscriptionOptions {
  readonly knowledge: LiveKnowledge;
  readonly schema: GraphQLSchema;
  readonly keys: readonly AccessKey[];
  readonly origins: readonly string[];
  readonly bounds: OperationBounds;
  readonly tokenLimit: number;
  readonly logInternal: (error: unknown) => void;
}

const MOST_SOCKETS = 100;
const MOST_SUBSCRIPTIONS = 20;
const LARGEST_MESSAGE = 64 * 1024;
/** Milliseconds between two looks at the change log. */
const INTERVAL = 250;

/**
 * Serves subscriptions at `/graphql` by the protocol of graphql-ws, and nothing else: queries go over HTTP. Where keys are
 * asked for, `connection_init` carries one: `{"authorization": "Bearer …"}`.
 */
export function serveSubscriptions(http: Server, options: SubscriptionOptions): { stop(): Promise<void> } {
  const { knowledge, schema, keys, bounds, tokenLimit, logInternal } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  const events = watchKnowledge(knowledge, INTERVAL, logInternal);
  const formatError = formatErrorWith(logInternal);
  http.on('upgrade', (request, socket, head) => {
    const isOurs = request.url?.split('?')[0] === '/graphql' && isFromHere(request.headers, options.origins);
    if (!isOurs || sockets.clients.size >= MOST_SOCKETS) {
      socket.end(`HTTP/1.1 ${isOurs ? '503 Service Unavailable' : '403 Forbidden'}\r\nconnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  });
  const server = useServer(
    {
      schema,
      connectionInitWaitTimeout: 5000,
      onConnect: ({ connectionParams }) => {
        const caller = callerOf(String(connectionParams?.authorization ?? ''), keys);
        return caller !== null;
      },
      onSubscribe: async (connection, _id, { query, variables, operationName }) => {
        try {
          if (Object.keys(connection.subscriptions).length > MOST_SUBSCRIPTIONS) {
            throw refusal('COST_EXCEEDED', `Expected at most ${MOST_SUBSCRIPTIONS} subscriptions of one connection.`);
          }
          const document = parse(query, { maxTokens: tokenLimit });
          const errors = validate(schema, document);
          if (errors.length > 0) return errors;
          const operation = getOperationAST(document, operationName);
          if (operation?.operation !== 'subscription') {
            throw refusal('BAD_USER_INPUT', 'Expected a subscription: queries and mutations go over HTTP.');
          }
          refuseOversize(measureOperation(operation, { schema, document, variables: variables ?? {} }), bounds);
          const stop = new AbortController();
          const request = { signal: stop.signal, responseType: 'application/json', caller: LOCAL_CALLER };
          const contextValue: SubscriptionContext = { ...(await createContext(knowledge, request)), events };
          return {
            schema,
            document,
            contextValue,
            variableValues: variables ?? {},
            operationName: operationName ?? null,
          };
        } catch (error) {
          if (error instanceof GraphQLError) return [error];
          throw error;
        }
      },
      onError: (_connection, _id, _payload, errors) => errors.map((error) => formatError(error.toJSON(), error)),
      onNext: (_connection, _id, _payload, _args, { errors, data }) =>
        errors === undefined
          ? undefined
          : { data: data ?? null, errors: errors.map((error) => formatError(error.toJSON(), error)) },
    },
    sockets,
  );
  return {
    async stop() {
      await server.dispose();
      await events.stop();
    },
  };
}

/** A page of another site may open a WebSocket anywhere: the browser tells whose page it is, and only this server can refuse. */
function isFromHere(
  headers: { readonly origin?: string | undefined; readonly host?: string | undefined },
  origins: readonly string[],
): boolean {
  const { origin, host = '' } = headers;
  if (origin === undefined || origins.includes('*') || origins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const { host: from, hostname } = new URL(origin);
  return from === host || (isLoopback(hostname) && isLoopback(host.replace(/:\d+$/, '')));
}

function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
