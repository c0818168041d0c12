import { ClaimgraphError } from '../../base/index.js';
import type { Connection, Connections } from './connections.js';
import { NEWEST_VERSION, POSTGRES_MIGRATIONS, SEARCH_INDEXES } from './migrations.js';

/** What is in the schema: nothing, something that is not ours, or a store of a version. */
export type SchemaState = 'MISSING' | 'FOREIGN' | number;

/** Looks at the schema, and at the server. @throws ClaimgraphError STORE_UNWRITABLE for a server that cannot hold a store */
export async function inspectSchema({ client }: Connection, schema: string, shown: string): Promise<SchemaState> {
  const { rows } = await client.query<{ version: number; encoding: string; tables: number; marked: boolean }>(
    `SELECT current_setting('server_version_num')::integer AS version, current_setting('server_encoding') AS encoding,
      count(*)::integer AS tables, coalesce(bool_or(relname = 'claimgraph_store'), false) AS marked
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE nspname = $1`,
    [schema],
  );
  const { version, encoding, tables, marked } = rows[0] as (typeof rows)[number];
  if (version < OLDEST_SERVER || encoding !== 'UTF8') {
    const message = `The store ${shown} needs PostgreSQL 15 or later and a database in UTF8, but got ${Math.floor(version / 10_000)} and ${encoding}.`;
    throw new ClaimgraphError('STORE_UNWRITABLE', message, { url: shown });
  }
  if (tables === 0) return 'MISSING';
  if (!marked) return 'FOREIGN';
  const marks = await client.query<{ readonly version: number }>(`SELECT version FROM ${schema}.claimgraph_store`);
  return marks.rows[0]?.version ?? 'FOREIGN';
}

/** What is done with a schema that is there already, or not. */
export interface MigrateOptions {
  /** False where the rows are to be written first. */
  readonly withIndexes: boolean;
}

/**
 * Brings the schema to the newest version, from nothing where it has none, in one transaction. Others may do the same
 * meanwhile: an advisory lock lets them wait, and then find it done.
 */
export async function migratePostgres(connections: Connections, { withIndexes }: MigrateOptions): Promise<void> {
  const { schema, shown } = connections.address;
  await connections.write(async (transaction) => {
    const { client } = transaction;
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`claimgraph migrates ${schema}`]);
    const state = await inspectSchema(transaction, schema, shown);
    if (state === 'FOREIGN') throw foreignSchema(shown, schema);
    const version = state === 'MISSING' ? 0 : state;
    // Where the schema was made for us, the user need not be one who may make any.
    const { rowCount } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
    if (rowCount === 0) await client.query(`CREATE SCHEMA ${schema}`);
    for (const migration of POSTGRES_MIGRATIONS.filter((each) => each.version > version)) {
      for (const statement of migration.sql) await client.query(statement);
    }
    if (withIndexes) for (const statement of SEARCH_INDEXES) await client.query(statement);
    await client.query('UPDATE claimgraph_store SET version = $1', [NEWEST_VERSION]);
  });
}

/** The error for a schema that holds what is not ours, which is left alone. */
export function foreignSchema(shown: string, schema: string): ClaimgraphError {
  const message = `The schema ${schema} of ${shown} holds tables that are not a Claimgraph store; give another one with ?schema=NAME.`;
  return new ClaimgraphError('STORE_FOREIGN', message, { url: shown, schema });
}

const OLDEST_SERVER = 150_000;
