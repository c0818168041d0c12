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

/** Adds a few documents that are not there, but for the uses of their forms; in one statement, for each is a way to the server. */
export async function insertDocuments({ client }: Transaction, documents: readonly PreparedDocument[]): Promise<void> {
  const passages = documents.flatMap(({ row, passages }) => passages.map((passage) => ({ ...passage, row })));
  await client.query({
    name: `claimgraph_insert_${documents.length}`,
    text: insertStatement(documents.length),
    values: [
      ...documents.flatMap(({ row }) => ROW_COLUMNS.map((column) => row[column])),
      ...columnsOf(distinctForms(documents)),
      passages.map(({ row }) => row.id),
      passages.map(({ kind }) => kind),
      passages.map(({ id }) => id),
      passages.map(({ words }) => words),
    ],
  });
}

const ROW_COLUMNS = ['id', 'text_hash', 'metadata_hash', 'reading', 'metadata', 'text', 'extraction'] as const;

function insertStatement(count: number): string {
  const rows = Array.from({ length: count }, (_, row) => {
    const first = row * ROW_COLUMNS.length + 1;
    return `($${first}::bytea, ${ROW_COLUMNS.slice(1).map((_, column) => `$${first + 1 + column}::text`)})`;
  });
  const next = count * ROW_COLUMNS.length + 1;
  return `WITH given (${ROW_COLUMNS}) AS (VALUES ${rows}), added AS (
      INSERT INTO documents (id, text_hash, metadata_hash, reading, metadata, text)
      SELECT id, text_hash, metadata_hash, reading, metadata, text FROM given
    ), extracted AS (
      INSERT INTO extractions (document_id, extraction) SELECT id, extraction FROM given
    ), named AS (${insertForms(next)})
    INSERT INTO passages (document_id, kind, id, words)
    SELECT document_id, kind, id, words::tsvector
    FROM unnest($${next + 4}::bytea[], $${next + 5}::text[], $${next + 6}::text[], $${next + 7}::text[])
      AS given (document_id, kind, id, words)`;
}

/** Adds many documents that are not there. */
export async function copyDocuments(transaction: Transaction, documents: readonly PreparedDocument[]): Promise<void> {
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

function distinctForms(documents: readonly PreparedDocument[]): readonly FormRow[] {
  return [...new Map(documents.flatMap(({ forms }) => forms.map((row) => [row.form, row]))).values()];
}

/** Two statements: the second one also sees the forms that others have added meanwhile. */
async function addForms(transaction: Transaction, documents: readonly PreparedDocument[]): Promise<void> {
  const forms = distinctForms(documents);
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
    WHERE (SELECT ordinal FROM forms AS known WHERE known.form = given.form) IS NULL
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
