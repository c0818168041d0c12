import { ClaimgraphError } from '../../base/index.js';

/** Where a store in PostgreSQL is. */
export interface PostgresAddress {
  /** As it was given. */
  readonly url: string;
  /** The same without its password, for messages. */
  readonly shown: string;
  /** What the driver is given: the address without what is ours. */
  readonly connection: string;
  /** The schema that holds the tables; what the address calls `schema`, else `claimgraph`. */
  readonly schema: string;
  /** Options of a session that the address asks for itself; empty for none. */
  readonly options: string;
}

/**
 * Reads `postgres://[USER[:PASSWORD]@]HOST[:PORT]/DATABASE[?schema=NAME&…]`; further parameters are the driver's, such as
 * `sslmode`.
 * @throws ClaimgraphError STORE_URL_INVALID
 */
export function parsePostgresAddress(url: string): PostgresAddress {
  const parsed = url.startsWith('postgres://') && !/[\s\0]/.test(url) && URL.canParse(url) ? new URL(url) : null;
  const schema = parsed?.searchParams.get('schema') ?? 'claimgraph';
  const complaint =
    parsed === null
      ? 'it is no address of a database'
      : !/^\/[^/]+$/.test(parsed.pathname)
        ? 'it names no database'
        : !SCHEMA_NAME.test(schema)
          ? 'its schema is not a name of at most 50 small letters, digits and underscores'
          : null;
  if (parsed === null || complaint !== null) {
    const message = `The store address ${JSON.stringify(withoutPassword(url))} is not valid: ${complaint}. Give postgres://USER@HOST/DATABASE, with ?schema=NAME where several stores share a database.`;
    throw new ClaimgraphError('STORE_URL_INVALID', message, { url: withoutPassword(url) });
  }
  const options = parsed.searchParams.get('options') ?? '';
  parsed.searchParams.delete('schema');
  parsed.searchParams.delete('options');
  return { url, shown: withoutPassword(url), connection: parsed.href, schema, options };
}

/** Room is left for what is added to the names of copies. PostgreSQL keeps pg_ for itself. */
const SCHEMA_NAME = /^(?!pg_)[a-z_][a-z0-9_]{0,49}$/;

function withoutPassword(url: string): string {
  return url.replace(/^([a-z]+:\/\/[^/?#]*?):[^/?#]*@/i, '$1@').replace(/([?&](?:ssl)?password=)[^&]*/gi, '$1');
}
