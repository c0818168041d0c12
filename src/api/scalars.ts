import { GraphQLError, Kind, type ValueNode } from 'graphql';

/** How values of one scalar come in; they go out as they are. */
export interface ScalarCoercion {
  readonly parseValue: (value: unknown) => string;
  readonly parseLiteral: (node: ValueNode) => string;
}

/** The scalars of the schema that GraphQL does not have itself. */
export const SCALARS: Readonly<Record<string, ScalarCoercion>> = {
  Date: coercion('a day as YYYY-MM-DD', isDay),
  DateOrTime: coercion(
    'a day as YYYY-MM-DD or an instant as YYYY-MM-DDThh:mm:ssZ',
    (text) => isDay(text) || isInstant(text),
  ),
};

function coercion(expected: string, accepts: (text: string) => boolean): ScalarCoercion {
  const parseValue = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    const got = JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
    throw new GraphQLError(`Expected ${expected}, but got ${got}.`);
  };
  return { parseValue, parseLiteral: (node) => parseValue(node.kind === Kind.STRING ? node.value : null) };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isInstant(`${text}T00:00:00Z`);
}

/** JavaScript reads February 30 as March 1: what comes back must be what was given. */
function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(text)) return false;
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text.slice(0, 16));
}
