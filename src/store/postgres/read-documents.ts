import type { DocumentIdentity, StoredDocument } from '../store.js';
import type { Connection } from './connections.js';
import { encodeId, toIdentity, toStored } from './document-rows.js';
import { unescapeText } from './escape-text.js';

/** Rows that one statement reads, for a page of large documents must fit into memory. */
const DOCUMENTS_AT_ONCE = 100;
const IDENTITIES_AT_ONCE = 2_000;

/** Those of the ids that exist, by id and in the order of the ids. @throws SyntaxError where a part is not JSON */
export async function readDocuments(
  connection: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const found = new Map<string, StoredDocument>();
  const read = async (part: readonly string[]): Promise<void> => {
    const { rows } = await connection.client.query<DocumentFound>({
      name: 'claimgraph_documents',
      text: READ_DOCUMENTS,
      values: [part.map(encodeId)],
    });
    const byId = new Map(rows.map((row) => [row.id.toString('utf8'), row]));
    for (const id of part) {
      const row = byId.get(id);
      if (row !== undefined) found.set(id, toStored(row));
    }
  };
  if (ids.length <= DOCUMENTS_AT_ONCE) {
    if (ids.length > 0) await read(ids);
    return found;
  }
  // Of many, most may be missing: those are told apart first, and cheaply. All is read as it is at one moment.
  await connection.client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const there = [...(await readIdentities(connection, ids)).keys()];
  for (let at = 0; at < there.length; at += DOCUMENTS_AT_ONCE) await read(there.slice(at, at + DOCUMENTS_AT_ONCE));
  await connection.client.query('COMMIT');
  return found;
}

/** The texts of those of the ids that exist, by id and in the order of the ids. */
export async function readTexts({ client }: Connection, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < ids.length; at += DOCUMENTS_AT_ONCE) {
    const part = ids.slice(at, at + DOCUMENTS_AT_ONCE);
    const { rows } = await client.query<TextFound>({
      name: 'claimgraph_texts',
      text: READ_TEXTS,
      values: [part.map(encodeId)],
    });
    const byId = new Map(rows.map((row) => [row.id.toString('utf8'), row.text]));
    for (const id of part) {
      const text = byId.get(id);
      if (text !== undefined) found.set(id, unescapeText(text));
    }
  }
  return found;
}

/** The identities of those of the ids that exist, by id and in the order of the ids. */
export async function readIdentities(
  { client }: Connection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DocumentIdentity>> {
  const found = new Map<string, DocumentIdentity>();
  for (let at = 0; at < ids.length; at += IDENTITIES_AT_ONCE) {
    const part = ids.slice(at, at + IDENTITIES_AT_ONCE);
    const { rows } = await client.query<IdentityFound>({
      name: 'claimgraph_identities',
      text: READ_IDENTITIES,
      values: [part.map(encodeId)],
    });
    const byId = new Map(rows.map((row) => [row.id.toString('utf8'), row]));
    for (const id of part) {
      const row = byId.get(id);
      if (row !== undefined) found.set(id, toIdentity(row));
    }
  }
  return found;
}

/** Ids in ascending order, those after `after`. */
export async function readIds(
  { query }: Connection,
  options: { readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await query
    .selectFrom('documents')
    .select('id')
    // The empty string comes before every id, and is none.
    .where('id', '>', encodeId(options.after ?? ''))
    .orderBy('id')
    .limit(options.limit)
    .execute();
  return rows.map(({ id }) => id.toString('utf8'));
}

type DocumentFound = Parameters<typeof toStored>[0];
type TextFound = Pick<DocumentFound, 'id' | 'text'>;
type IdentityFound = Parameters<typeof toIdentity>[0] & { readonly id: Buffer };

// Prepared, as to plan a read of all partitions takes longer than to do it. With OFFSET each document is looked up in its
// own one, which is right however much the tables grow after that.
const READ_DOCUMENTS = `SELECT document.*, record.extraction FROM unnest($1::bytea[]) AS wanted (id),
  LATERAL (SELECT id, text_hash, metadata, text FROM documents WHERE documents.id = wanted.id OFFSET 0) AS document,
  LATERAL (SELECT extraction FROM extractions WHERE document_id = wanted.id OFFSET 0) AS record`;
const READ_TEXTS = `SELECT document.* FROM unnest($1::bytea[]) AS wanted (id),
  LATERAL (SELECT id, text FROM documents WHERE documents.id = wanted.id OFFSET 0) AS document`;
const READ_IDENTITIES = `SELECT document.* FROM unnest($1::bytea[]) AS wanted (id),
  LATERAL (SELECT id, text_hash, metadata_hash, reading FROM documents WHERE documents.id = wanted.id OFFSET 0) AS document`;
