import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ClaimgraphError, ERROR_CODES, type ErrorCode } from '../base/index.js';

/** The codes of the API that are not Apollo Server's own, by the codes of Claimgraph; every other one is the server's fault. */
const API_CODES: Readonly<Partial<Record<ErrorCode, string>>> = {
  DOCUMENT_NOT_FOUND: 'NOT_FOUND',
  ENTITY_NOT_FOUND: 'NOT_FOUND',
  CLAIM_NOT_FOUND: 'NOT_FOUND',
  INCIDENT_NOT_FOUND: 'NOT_FOUND',
  JUDGEMENT_NOT_FOUND: 'NOT_FOUND',
  INPUT_NOT_FOUND: 'NOT_FOUND',
  INTERRUPTED: 'TIMEOUT',
};

/** The code of the API for an error of Claimgraph: NOT_FOUND, TIMEOUT, BAD_USER_INPUT, or INTERNAL_SERVER_ERROR. */
export function apiCodeOf(code: ErrorCode): string {
  return API_CODES[code] ?? (ERROR_CODES[code].actor === 'user' ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR');
}

/**
 * What a client may read of an error that is not its own to mend: the meaning of the code, never the message,
 * which may name folders of the machine.
 */
export function messageFor(error: ClaimgraphError): string {
  return ERROR_CODES[error.code].actor === 'user' ? error.message : ERROR_CODES[error.code].meaning;
}

/**
 * The error as a client sees it: `extensions.code`, for errors of Claimgraph `extensions.claimgraph` with their own code
 * and `extensions.details` with what the client may act on, and nothing of what went wrong inside, which `logInternal`
 * gets instead.
 */
export function formatErrorWith(
  logInternal: (error: unknown) => void,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error);
    const { path, locations } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const known = claimgraphErrorOf(cause);
    if (known !== null) {
      const isUsers = ERROR_CODES[known.code].actor === 'user';
      if (!isUsers) logInternal(known);
      const details = isUsers && Object.keys(known.details).length > 0 ? { details: known.details } : {};
      const extensions = { code: apiCodeOf(known.code), claimgraph: known.code, ...details };
      return { ...place, message: messageFor(known), extensions };
    }
    if (cause instanceof GraphQLError && formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') {
      const { stacktrace: _left, ...extensions } = formatted.extensions ?? {};
      return { ...place, message: formatted.message, extensions };
    }
    logInternal(cause);
    return { ...place, message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  };
}

/** The error of Claimgraph that it is, or that a value's coercion wraps. */
function claimgraphErrorOf(error: unknown): ClaimgraphError | null {
  if (error instanceof ClaimgraphError) return error;
  if (error instanceof GraphQLError && error.originalError !== undefined) return claimgraphErrorOf(error.originalError);
  return null;
}
