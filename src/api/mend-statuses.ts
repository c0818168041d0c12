import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './request-context.js';

/** Errors that are found before the operation runs. */
const EARLY_CODES: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * Gives the statuses that the GraphQL-over-HTTP specification asks for. A client that reads `application/json` cannot tell
 * a GraphQL answer from that of a proxy but by the status, so that a well-formed request is answered 200 even where
 * its operation is wrong; Apollo Server answers 400, which is right for `application/graphql-response+json` alone.
 */
export const MEND_STATUSES: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (contextValue.responseType !== 'application/json' || response.body.kind !== 'single') return;
        const { data, errors } = response.body.singleResult;
        if (data !== undefined || response.http.status !== 400) return;
        if (errors?.every((error) => EARLY_CODES.has(error.extensions?.code))) response.http.status = 200;
      },
    };
  },
};
