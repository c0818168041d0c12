import { hashText } from '../../base/index.js';
import type { Extraction } from '../../domain/index.js';
import type { Transaction } from './connections.js';
import { copyRows } from './copy-rows.js';
import { type DocumentRow, encodeId } from './document-rows.js';
import { type FormRow, formRowsOf, type PassageRow, passageRowsOf } from './index-rows.js';

/** A document as it is written: its rows, and what search finds it by. */
export interface PreparedDocument {
  readonly row: DocumentRow;
  readonly forms: readonly FormRow[];
  readonly passages: readonly PassageRow[];
}

/** Works out everything that is written of a document, before a transaction begins. */
export function prepareDocument(row: DocumentRow, extraction: Extraction): PreparedDocument {
  return { row, forms: formRowsOf(extraction), passages: passageRowsOf(extraction) };
}

/** Keeps others from writing the document until the commit; takes one document a transaction, so that none wait in a circle. */
export async function lockDocument({ client }: Transaction, schema: string, id: string): Promise<void> {
  const key = BigInt.asIntN(64, BigInt(`0x${hashText(`${schema}\n${id}`).slice(0, 16)}`));
  await client.query('SELECT pg_advisory_xact_lock($1::text::bigint)', [String(key)]);
}

/** Takes documents away, with what search finds them by; forms stay, for others may be about to use them. */
export async function removeDocuments({ query }: Transaction, ids: readonly string[]): Promise<number> {
  const keys = ids.map(encodeId);
  await query.deleteFrom('passages').where('document_id', 'in', keys).execute();
  await query.deleteFrom('form_uses').where('document_id', 'in', keys).execute();
  await query.deleteFrom('extractions').where('document_id', 'in', keys).execute();
  const { numDeletedRows } = await query.deleteFrom('documents').where('id', 'in', keys).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Adds one document that is not there. */
export async function insertDocument(
  transaction: Transaction,
  { row, forms, passages }: PreparedDocument,
): Promise<void> {
  const { extraction, ...document } = row;
  await transaction.query
    .with('added', (query) => query.insertInto('documents').values(document))
    .insertInto('extractions')
    .values({ document_id: row.id, extraction })
    .execute();
  await addForms(transaction, [{ row, forms }]);
  if (passages.length === 0) return;
  await transaction.client.query(
    `INSERT INTO passages (document_id, kind, id, words)
      SELECT $1::bytea, kind, id, words::tsvector FROM unnest($2::text[], $3::text[], $4::text[]) AS given (kind, id, words)`,
    [row.id, passages.map(({ kind }) => kind), passages.map(({ id }) => id), passages.map(({ words }) => words)],
  );
}

/** Adds many documents that are not there. */
export async function insertDocuments(transaction: Transaction, documents: readonly PreparedDocument[]): Promise<void> {
  const { client } = transaction;
  const columns = ['id', 'text_hash', 'metadata_hash', 'reading', 'metadata', 'text'] as const;
  await copyRows(
    client,
    { table: 'documents', columns },
    documents.map(({ row }) => columns.map((column) => row[column])),
  );
  await copyRows(
    client,
    { table: 'extractions', columns: ['document_id', 'extraction'] },
    documents.map(({ row }) => [row.id, row.extraction]),
  );
  await copyRows(
    client,
    { table: 'passages', columns: ['document_id', 'kind', 'id', 'words'] },
    documents.flatMap(({ row, passages }) => passages.map(({ kind, id, words }) => [row.id, kind, id, words])),
  );
  await addForms(transaction, documents);
}

/** Two statements: the second one also sees the forms that others have added meanwhile. */
async function addForms(
  { client }: Transaction,
  documents: readonly Pick<PreparedDocument, 'row' | 'forms'>[],
): Promise<void> {
  const forms = [...new Map(documents.flatMap((each) => each.forms.map((row) => [row.form, row]))).values()];
  if (forms.length === 0) return;
  await client.query(
    `INSERT INTO forms (form, folded, words, parts)
      SELECT form, folded, words::tsvector, parts::tsvector
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS given (form, folded, words, parts)
      WHERE NOT EXISTS (SELECT 1 FROM forms AS known WHERE known.form = given.form)
      ORDER BY form COLLATE "C" ON CONFLICT (form) DO NOTHING`,
    [
      forms.map(({ form }) => form),
      forms.map(({ folded }) => folded),
      forms.map(({ words }) => words),
      forms.map(({ parts }) => parts),
    ],
  );
  const uses = documents.flatMap(({ row, forms }) => forms.map(({ form }) => ({ id: row.id, form })));
  await client.query(
    `INSERT INTO form_uses (document_id, form)
      SELECT document_id, ordinal FROM unnest($1::bytea[], $2::text[]) AS given (document_id, form) JOIN forms USING (form)`,
    [uses.map(({ id }) => id), uses.map(({ form }) => form)],
  );
}
