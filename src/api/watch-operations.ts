import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';
import { READ_ONLY } from './read-only.js';
import type { RequestContext } from './request-context.js';

/** Where what became of operations is told. */
export interface OperationWatch {
  readonly audit: Logger;
  readonly metrics: Metrics;
  /** Whether every change is refused. */
  readonly readOnly: boolean;
}

/**
 * Refuses changes by those who may only read, and subscriptions over HTTP; tells the cost of each answer in
 * `extensions.cost`; counts, and writes every change to the audit log: who, which fields, and whether it was done.
 */
export function watchOperations({ audit, metrics, readOnly }: OperationWatch): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          if (operation?.operation === 'subscription') throw refusal('BAD_USER_INPUT', 400, OVER_HTTP);
          if (operation?.operation === 'mutation' && contextValue.caller.role !== 'WRITE') {
            throw refusal(
              'FORBIDDEN',
              403,
              'Expected a key with the role WRITE for a mutation, but this one may only read.',
            );
          }
          if (operation?.operation === 'mutation' && readOnly) throw refusal('FORBIDDEN', 403, READ_ONLY);
        },
        async willSendResponse({ operation, contextValue, response, errors }) {
          const { body } = response;
          if (body.kind !== 'single') return;
          const { singleResult } = body;
          const kind = operation?.operation ?? 'unknown';
          const { cost } = contextValue;
          if (cost.spent > 0) singleResult.extensions = { ...singleResult.extensions, cost: cost.spent };
          const hasFailed = errors?.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR') ?? false;
          const outcome = hasFailed ? 'FAILED' : singleResult.data === undefined ? 'REFUSED' : 'ANSWERED';
          metrics.observeOperation(kind, outcome, cost.spent);
          if (operation?.operation === 'mutation') {
            const { requestId, caller } = contextValue;
            audit.info({ audit: true, requestId, caller: caller.name, fields: fieldsOf(operation), outcome }, 'change');
          }
        },
      };
    },
  };
}

const OVER_HTTP =
  'Expected a query or mutation, but got a subscription: these go over a WebSocket at the same path (graphql-ws).';

function fieldsOf({ selectionSet }: OperationDefinitionNode): readonly string[] {
  return selectionSet.selections.slice(0, 100).map((one) => (one.kind === 'Field' ? one.name.value : '…'));
}

function refusal(code: string, status: number, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
