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

/** Takes documents away, with what search finds them by; forms stay, for others may be about to use them. */
export async function removeDocuments({ query }: Transaction, ids: readonly string[]): Promise<number> {
  const keys = ids.map(encodeId);
  await query.deleteFrom('passages').where('document_id', 'in', keys).execute();
  await query.deleteFrom('form_uses').where('document_id', 'in', keys).execute();
  await query.deleteFrom('extractions').where('document_id', 'in', keys).execute();
  const { numDeletedRows } = await query.deleteFrom('documents').where('id', 'in', keys).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Adds one document that is not there, but for the uses of its forms; in one statement, for each is a way to the server. */
export async function insertDocument({ client }: Transaction, document: PreparedDocument): Promise<void> {
  const { row, forms, passages } = document;
  await client.query(
    `WITH added AS (
      INSERT INTO documents (id, text_hash, metadata_hash, reading, metadata, text) VALUES ($1, $2, $3, $4, $5, $6)
    ), extracted AS (
      INSERT INTO extractions (document_id, extraction) VALUES ($1, $7)
    ), named AS (${insertForms(8)})
    INSERT INTO passages (document_id, kind, id, words)
    SELECT $1::bytea, kind, id, words::tsvector
    FROM unnest($12::text[], $13::text[], $14::text[]) AS given (kind, id, words)`,
    [
      row.id,
      row.text_hash,
      row.metadata_hash,
      row.reading,
      row.metadata,
      row.text,
      row.extraction,
      ...columnsOf(forms),
      passages.map(({ kind }) => kind),
      passages.map(({ id }) => id),
      passages.map(({ words }) => words),
    ],
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
async function addForms(transaction: Transaction, documents: readonly PreparedDocument[]): Promise<void> {
  const forms = [...new Map(documents.flatMap((each) => each.forms.map((row) => [row.form, row]))).values()];
  if (forms.length === 0) return;
  await transaction.client.query(insertForms(1), [...columnsOf(forms)]);
  await transaction.client.query(
    `INSERT INTO form_uses (document_id, form)
      SELECT document_id, ordinal FROM unnest($1::bytea[], $2::text[]) AS given (document_id, form) JOIN forms USING (form)`,
    [
      documents.flatMap(({ row, forms }) => forms.map(() => row.id)),
      documents.flatMap(({ forms }) => forms.map(({ form }) => form)),
    ],
  );
}

/** Adds the forms that are not there, ascending; their columns are four parameters from `first` on. */
function insertForms(first: number): string {
  const [form, folded, words, parts] = [0, 1, 2, 3].map((column) => `$${first + column}::text[]`);
  return `INSERT INTO forms (form, folded, words, parts)
    SELECT form, folded, words::tsvector, parts::tsvector
    FROM unnest(${form}, ${folded}, ${words}, ${parts}) AS given (form, folded, words, parts)
    WHERE NOT EXISTS (SELECT 1 FROM forms AS known WHERE known.form = given.form)
    ORDER BY form COLLATE "C" ON CONFLICT (form) DO NOTHING`;
}

function columnsOf(forms: readonly FormRow[]): readonly (readonly string[])[] {
  return [
    forms.map(({ form }) => form),
    forms.map(({ folded }) => folded),
    forms.map(({ words }) => words),
    forms.map(({ parts }) => parts),
  ];
}
