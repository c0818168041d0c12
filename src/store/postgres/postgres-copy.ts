import { ClaimgraphError } from '../../base/index.js';
import type { CopiedDocument, CopyTarget } from '../copy-target.js';
import type { Change } from '../store.js';
import { type Connections, createConnections } from './connections.js';
import { type CopiedValue, copyRows } from './copy-rows.js';
import { encodeId, toDocumentRow } from './document-rows.js';
import { inspectSchema, migratePostgres } from './migrate-postgres.js';
import { SEARCH_INDEXES } from './migrations.js';
import { parsePostgresAddress } from './parse-address.js';
import { toPostgresError } from './postgres-errors.js';
import { postgresStoreOf } from './postgres-store.js';
import { copyDocuments, prepareDocument, removeDocuments } from './write-documents.js';

/**
 * Opens the schema beside the one of the address that a copy for it is made in, or is gone on with.
 * @throws ClaimgraphError ARGUMENT_INVALID where something is there already, STORE_* as `openPostgresStore` does
 */
export async function openPostgresCopy(url: string): Promise<CopyTarget> {
  const address = parsePostgresAddress(url);
  const { schema, shown } = address;
  const connections = createConnections({ ...address, schema: `${schema}_copying` }, 'WRITE');
  try {
    if ((await connections.first((connection) => inspectSchema(connection, schema, shown))) !== 'MISSING') {
      const message = `The schema ${schema} of ${shown} holds something already; copy to an address without a store.`;
      throw new ClaimgraphError('ARGUMENT_INVALID', message);
    }
    // The indexes of words are made of all rows at the end, which takes a fraction of the time.
    await migratePostgres(connections, { withIndexes: false });
    return postgresCopyOf(connections, schema);
  } catch (error) {
    await connections.close();
    throw toPostgresError(error, shown);
  }
}

function postgresCopyOf(connections: Connections, schema: string): CopyTarget {
  return {
    store: postgresStoreOf(connections, 'WRITE'),
    putDocuments: (documents) => putDocuments(connections, documents),
    deleteDocuments: (ids) =>
      connections.write(async (transaction) => {
        const documents = await removeDocuments(transaction, ids);
        await transaction.query
          .updateTable('log_end')
          .set((row) => ({ documents: row('documents', '-', documents) }))
          .execute();
      }),
    appendChanges: (changes) => appendChanges(connections, changes),
    finish: () =>
      connections.write(async ({ client }) => {
        for (const statement of SEARCH_INDEXES) await client.query(statement);
        await client.query(`DROP SCHEMA IF EXISTS ${schema}`);
        await client.query(`ALTER SCHEMA ${connections.address.schema} RENAME TO ${schema}`);
      }),
    close: () => connections.close(),
  };
}

async function putDocuments(connections: Connections, documents: readonly CopiedDocument[]): Promise<void> {
  const ids = documents.map(({ stored }) => stored.document.id);
  const prepared = documents.map(({ stored, identity }) =>
    prepareDocument(toDocumentRow(stored, identity), stored.extraction),
  );
  await connections.write(async (transaction) => {
    const replaced = await removeDocuments(transaction, ids);
    await copyDocuments(transaction, prepared);
    await transaction.query
      .updateTable('log_end')
      .set((row) => ({ documents: row('documents', '+', ids.length - replaced) }))
      .execute();
  });
}

async function appendChanges(connections: Connections, changes: readonly Change[]): Promise<void> {
  await connections.write(async ({ client, query }) => {
    const { position: after } = await query.selectFrom('log_end').select('position').executeTakeFirstOrThrow();
    // Tried again after it was committed, it finds nothing left to do.
    const rows = toLogRows(changes.filter(({ position }) => position > after));
    await copyRows(client, { table: 'judgements', columns: ['ordinal', 'judgement'] }, rows.judgements);
    await copyRows(client, { table: 'retractions', columns: ['ordinal', 'retraction'] }, rows.retractions);
    const columns = ['position', 'kind', 'document_id', 'judgement', 'retraction'];
    await copyRows(client, { table: 'changes', columns }, rows.changes);
    await query
      .updateTable('log_end')
      .set((row) => ({
        position: changes.at(-1)?.position ?? after,
        judgements: row('judgements', '+', rows.judgements.length),
        retractions: row('retractions', '+', rows.retractions.length),
      }))
      .execute();
  });
}

/** Rows of the three tables of the log, in the order of the columns that are copied. */
interface LogRows {
  readonly judgements: CopiedValue[][];
  readonly retractions: CopiedValue[][];
  readonly changes: CopiedValue[][];
}

function toLogRows(changes: readonly Change[]): LogRows {
  const rows: LogRows = { judgements: [], retractions: [], changes: [] };
  for (const change of changes) {
    const { position, kind } = change;
    if (change.kind === 'JUDGED') {
      const { id, ...draft } = change.judgement;
      const ordinal = Number(id.slice(1));
      rows.judgements.push([ordinal, JSON.stringify(draft)]);
      rows.changes.push([position, kind, null, ordinal, null]);
    } else if (change.kind === 'CLAIM_RETRACTED') {
      const { id, ...draft } = change.retraction;
      const ordinal = Number(id.slice(1));
      rows.retractions.push([ordinal, JSON.stringify(draft)]);
      rows.changes.push([position, kind, null, null, ordinal]);
    } else rows.changes.push([position, kind, encodeId(change.documentId), null, null]);
  }
  return rows;
}
