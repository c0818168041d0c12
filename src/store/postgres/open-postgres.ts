import { ClaimgraphError } from '../../base/index.js';
import type { OpenStoreOptions, Store } from '../store.js';
import { type Connections, createConnections } from './connections.js';
import { foreignSchema, inspectSchema, migratePostgres } from './migrate-postgres.js';
import { NEWEST_VERSION } from './migrations.js';
import { type PostgresAddress, parsePostgresAddress } from './parse-address.js';
import { toPostgresError } from './postgres-errors.js';
import { postgresStoreOf } from './postgres-store.js';

/**
 * Opens the store in a schema of a PostgreSQL database, which is made where it is not there and may be made. The database
 * must be there. A schema with other tables is not touched.
 * @throws ClaimgraphError STORE_URL_INVALID, STORE_NOT_FOUND, STORE_FOREIGN, STORE_NEWER, STORE_UNREACHABLE,
 *   STORE_UNWRITABLE, STORE_FULL, STORE_BUSY, STORE_DAMAGED
 */
export async function openPostgresStore(url: string, options: OpenStoreOptions): Promise<Store> {
  const access = options.access ?? 'WRITE';
  const address = parsePostgresAddress(url);
  const connections = createConnections(address, access);
  try {
    await prepareSchema(connections, address, { access, create: options.create ?? access === 'WRITE' });
    return postgresStoreOf(connections, access);
  } catch (error) {
    await connections.close();
    throw toPostgresError(error, address.shown);
  }
}

async function prepareSchema(
  connections: Connections,
  { schema, shown }: PostgresAddress,
  { access, create }: { readonly access: 'READ' | 'WRITE'; readonly create: boolean },
): Promise<void> {
  const state = await connections.first((connection) => inspectSchema(connection, schema, shown));
  if (state === 'FOREIGN') throw foreignSchema(shown, schema);
  if (state === 'MISSING' && (access === 'READ' || !create)) {
    const message = `There is no store in the schema ${schema} of ${shown}; ingest documents to make one.`;
    throw new ClaimgraphError('STORE_NOT_FOUND', message, { url: shown });
  }
  if (state !== 'MISSING' && state > NEWEST_VERSION) {
    const message = `The store ${shown} is of version ${state}, and this Claimgraph knows versions up to ${NEWEST_VERSION}; use a newer Claimgraph.`;
    throw new ClaimgraphError('STORE_NEWER', message, { url: shown, version: state });
  }
  if (state === NEWEST_VERSION) return;
  if (access === 'READ') {
    const message = `The store ${shown} is of an older version (${state} of ${NEWEST_VERSION}); open it for writing once, as ingest does.`;
    throw new ClaimgraphError('STORE_UNWRITABLE', message, { url: shown, version: state });
  }
  await migratePostgres(connections, { withIndexes: true });
}
