import { type GraphQLFormattedError, getOperationAST, graphql, parse } from 'graphql';
import type { LiveKnowledge } from '../pipeline/index.js';
import { createSchema } from './create-schema.js';
import { formatErrorWith } from './report-errors.js';
import { createContext } from './request-context.js';

/** One GraphQL operation to run. */
export interface Operation {
  readonly query: string;
  /** Which operation of the document, where it has several. */
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly signal: AbortSignal;
  /** Gets the errors that are the program's own, of which the answer tells only that they happened. */
  readonly logInternal: (error: unknown) => void;
}

/** The answer, as a server would send it. `data` is absent where the operation could not be run at all. */
export interface OperationAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  /** Not empty; absent where all went well. */
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * Runs a query against knowledge without a server, with the same schema and the same codes of errors. An operation that
 * would change the store is answered with an error.
 */
export async function executeOperation(knowledge: LiveKnowledge, operation: Operation): Promise<OperationAnswer> {
  if (isChange(operation)) {
    const message =
      'Expected a query, but got a mutation or subscription. Change the store with ingest, delete, merge and unmerge, or through a server.';
    return { errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] };
  }
  const { signal, logInternal } = operation;
  const { data, errors } = await graphql({
    schema: createSchema(),
    source: operation.query,
    contextValue: await createContext(knowledge, { signal, responseType: 'application/graphql-response+json' }),
    operationName: operation.operationName ?? null,
    variableValues: operation.variables ?? null,
  });
  const formatError = formatErrorWith(logInternal);
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => formatError(withCode(error.toJSON()), error)) }),
  };
}

function isChange({ query, operationName }: Operation): boolean {
  try {
    return (getOperationAST(parse(query), operationName)?.operation ?? 'query') !== 'query';
  } catch {
    // What cannot be parsed changes nothing, and is told when it is run.
    return false;
  }
}

/** Wrong syntax and unknown fields have no code of their own; those of a server call them BAD_USER_INPUT or more exactly. */
function withCode(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return { ...formatted, extensions: { code: 'BAD_USER_INPUT', ...formatted.extensions } };
}
