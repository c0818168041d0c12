import { setImmediate as turn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { ClaimgraphError } from '../base/index.js';
import type { Judgement, JudgementDraft, Retraction, RetractionDraft } from '../domain/index.js';
import type { FoundPassage } from './found-passage.js';
import { checkStored, identifyDocument, isDocumentId, isSameIdentity } from './identify-document.js';
import { rememberOpen } from './inspect-file.js';
import { keepIndex, readIndex } from './keep-index.js';
import {
  type ChangeRow,
  type DocumentRow,
  type JudgementRow,
  NOTHING,
  prepareQueries,
  type Queries,
  type RetractionRow,
} from './prepare-queries.js';
import { toStoreError } from './sqlite-errors.js';
import type { Change, DocumentIdentity, PutOutcome, Store, StoreCounts, StoredDocument } from './store.js';
import { type ExtractionColumn, fromColumns, type MetadataColumn, toColumns } from './stored-columns.js';
import { createTextIndex, type TextIndex } from './text-index.js';

/** Documents that scan reads between two turns of the event loop. */
const SCAN_BATCH = 32;

/** The store in a database that is open and of the newest version; it owns the database from now on. */
export function sqliteStoreOf(url: string, database: Database.Database): Store {
  return new SqliteStore(url, database);
}

class SqliteStore implements Store {
  readonly url: string;
  readonly #database: Database.Database;
  readonly #queries: Queries;
  readonly #index: TextIndex;

  constructor(url: string, database: Database.Database) {
    this.url = url;
    this.#database = database;
    this.#queries = prepareQueries(database);
    this.#index = createTextIndex(database);
  }

  async putDocument(stored: StoredDocument, reading: string): Promise<PutOutcome> {
    checkStored(stored);
    const identity = identifyDocument(stored.document, reading);
    const { id } = stored.document;
    return this.#write(() => {
      const before = this.#queries.identity.get(id);
      if (before !== undefined && isSameIdentity(before, identity)) return 'UNCHANGED';
      this.#queries.putDocument.run(toDocumentRow(stored, identity));
      this.#index.put(stored.extraction);
      this.#queries.addChange.run({ ...NOTHING, kind: 'DOCUMENT_PUT', documentId: id });
      return before === undefined ? 'ADDED' : 'UPDATED';
    });
  }

  async deleteDocument(id: string): Promise<boolean> {
    return this.#write(() => {
      if (!isDocumentId(id)) return false;
      const { changes } = this.#queries.deleteDocument.run(id);
      if (changes === 0) return false;
      this.#index.remove(id);
      this.#queries.addChange.run({ ...NOTHING, kind: 'DOCUMENT_DELETED', documentId: id });
      return true;
    });
  }

  async identity(id: string): Promise<DocumentIdentity | null> {
    return this.#run(() => (isDocumentId(id) ? (this.#queries.identity.get(id) ?? null) : null));
  }

  async identities(ids: readonly string[]): Promise<ReadonlyMap<string, DocumentIdentity>> {
    const found = new Map<string, DocumentIdentity>();
    for (const id of ids) {
      const identity = await this.identity(id);
      if (identity !== null) found.set(id, identity);
    }
    return found;
  }

  async documents(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>> {
    const wanted = [...new Set(ids)].filter(isDocumentId);
    // One by one, as a call into SQLite costs microseconds, and so no list is too long for one statement; the
    // transaction lets all of them see one state of the store.
    const readAll = () => wanted.map((id) => this.#queries.document.get(id));
    const rows = this.#run(() => this.#database.transaction(readAll).deferred());
    const found = new Map<string, StoredDocument>();
    for (const row of rows) if (row !== undefined) found.set(row.id, this.#toStored(row));
    return found;
  }

  async texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(ids)].filter(isDocumentId);
    const readAll = () => wanted.map((id) => this.#queries.text.get(id));
    const rows = this.#run(() => this.#database.transaction(readAll).deferred());
    const found = new Map<string, string>();
    for (const [index, id] of wanted.entries()) {
      const row = rows[index];
      if (row !== undefined) found.set(id, this.#toText(id, row));
    }
    return found;
  }

  async documentsByTextHash(textHash: string): Promise<readonly string[]> {
    return this.#run(() => this.#queries.idsByTextHash.all(textHash));
  }

  async documentIds(options: { readonly after: string | null; readonly limit: number }): Promise<readonly string[]> {
    return this.#run(() => this.#idsAfter(options.after, options.limit));
  }

  async *scan(): AsyncIterable<StoredDocument> {
    let after: string | null = null;
    while (true) {
      const ids: readonly string[] = this.#run(() => this.#idsAfter(after, SCAN_BATCH));
      for (const id of ids) {
        // No statement stays open between two documents, so that a slow reader keeps no log from being folded in.
        const row = this.#run(() => this.#queries.document.get(id));
        if (row !== undefined) yield this.#toStored(row);
      }
      if (ids.length < SCAN_BATCH) return;
      after = ids.at(-1) ?? null;
      await turn();
    }
  }

  async appendJudgement(draft: JudgementDraft): Promise<Judgement> {
    return this.#write(() => {
      const { lastInsertRowid: ordinal } = this.#queries.addJudgement.run(JSON.stringify(draft));
      this.#queries.addChange.run({ ...NOTHING, kind: 'JUDGED', judgement: ordinal });
      return { ...draft, id: `j${ordinal}` };
    });
  }

  async judgements(): Promise<readonly Judgement[]> {
    const rows = this.#run(() => this.#queries.judgements.all());
    return rows.map((row) => this.#toJudgement(row));
  }

  async appendRetraction(draft: RetractionDraft): Promise<Retraction> {
    return this.#write(() => {
      const { lastInsertRowid: ordinal } = this.#queries.addRetraction.run(JSON.stringify(draft));
      this.#queries.addChange.run({ ...NOTHING, kind: 'CLAIM_RETRACTED', retraction: ordinal });
      return { ...draft, id: `x${ordinal}` };
    });
  }

  async retractions(): Promise<readonly Retraction[]> {
    const rows = this.#run(() => this.#queries.retractions.all());
    return rows.map((row) => this.#toRetraction(row));
  }

  async searchForms(text: string, limit: number): Promise<readonly string[]> {
    return this.#run(() => this.#index.forms(text, rowLimit(limit)));
  }

  async searchPassages(text: string, limit: number): Promise<readonly FoundPassage[]> {
    return this.#run(() => this.#index.passages(text, rowLimit(limit)));
  }

  async changes(options: { readonly after: number; readonly limit: number }): Promise<readonly Change[]> {
    const rows = this.#run(() => this.#queries.changesAfter.all(options.after, rowLimit(options.limit)));
    return rows.map((row) => this.#toChange(row));
  }

  async counts(): Promise<StoreCounts> {
    return this.#run(() => this.#queries.counts.get() as StoreCounts);
  }

  async keepIndex(stamp: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    const file = this.#run(() => this.#database.name);
    let keeper: Database.Database | null = null;
    try {
      // By a connection of its own: this one may be for reading alone, and waits longer than what is worth so little may.
      // Its commits need not reach the disk at once either, as SQLite has it with a log where it is told nothing else.
      keeper = new Database(file, { fileMustExist: true, timeout: 1_000 });
      rememberOpen(keeper, file);
      keeper.pragma('trusted_schema = OFF');
      await keepIndex(keeper, stamp, chunks);
    } catch (error) {
      throw toStoreError(error, this.url);
    } finally {
      keeper?.close();
    }
  }

  async keptIndex(stamp: string): Promise<AsyncIterable<Uint8Array> | null> {
    const chunks = this.#run(() => readIndex(this.#database, stamp));
    return chunks === null ? null : this.#guard(chunks);
  }

  async close(): Promise<void> {
    // Every write is over when its call returns, so that nothing is under way here.
    try {
      this.#database.close();
    } catch (error) {
      throw toStoreError(error, this.url);
    }
  }

  #idsAfter(after: string | null, limit: number): readonly string[] {
    // The empty string comes before every id, and is none.
    return this.#queries.idsAfter.all(after ?? '', rowLimit(limit));
  }

  /** Runs a transaction; when it returns, the disk has it. */
  #write<Result>(work: () => Result): Result {
    return this.#run(() => this.#database.transaction(work).immediate());
  }

  #run<Result>(work: () => Result): Result {
    if (!this.#database.open) {
      const message = `The store ${this.url} is closed; open it again.`;
      throw new ClaimgraphError('STORE_UNWRITABLE', message, { url: this.url });
    }
    try {
      return work();
    } catch (error) {
      throw toStoreError(error, this.url);
    }
  }

  #toText(id: string, { metadata, text }: Pick<DocumentRow, 'metadata' | 'text'>): string {
    // A text that came back without a replacement is as it was put.
    return text.includes('\ufffd') ? (this.#toMetadata(id, metadata).text ?? text) : text;
  }

  #toMetadata(id: string, metadata: string): DocumentColumns {
    return this.#parse<DocumentColumns>(metadata, `the metadata of document ${id}`);
  }

  async *#guard(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* chunks;
    } catch (error) {
      throw toStoreError(error, this.url);
    }
  }

  #toStored(row: DocumentRow): StoredDocument {
    const { id, text_hash: textHash } = row;
    const { text = row.text, ...metadata } = this.#toMetadata(id, row.metadata);
    const record = this.#parse<ExtractionColumn>(row.extraction, `the extraction of document ${id}`);
    return fromColumns({ id, textHash, text }, metadata, record);
  }

  #toJudgement({ ordinal, judgement }: JudgementRow): Judgement {
    const draft = this.#parse<JudgementDraft>(judgement, `judgement j${ordinal}`);
    return { ...draft, id: `j${ordinal}` };
  }

  #toRetraction({ ordinal, retraction }: RetractionRow): Retraction {
    return { ...this.#parse<RetractionDraft>(retraction, `retraction x${ordinal}`), id: `x${ordinal}` };
  }

  #toChange(row: ChangeRow): Change {
    const { position, kind } = row;
    // A line without its judgement or retraction is parsed as nothing, and reported as damage.
    if (kind === 'JUDGED') {
      return {
        position,
        kind,
        judgement: this.#toJudgement({ ordinal: row.ordinal ?? 0, judgement: row.judgement ?? '' }),
      };
    }
    if (kind === 'CLAIM_RETRACTED') {
      const { retractionOrdinal, retraction } = row;
      return {
        position,
        kind,
        retraction: this.#toRetraction({ ordinal: retractionOrdinal ?? 0, retraction: retraction ?? '' }),
      };
    }
    return { position, kind, documentId: row.documentId as string };
  }

  #parse<Value>(json: string, part: string): Value {
    try {
      return JSON.parse(json) as Value;
    } catch {
      const message = `The store ${this.url} is damaged: ${part} is not JSON; restore it from a copy, or ingest anew.`;
      throw new ClaimgraphError('STORE_DAMAGED', message, { url: this.url });
    }
  }
}

/** With the text where it has lone surrogates: as UTF-8 these would come back as other characters. */
type DocumentColumns = MetadataColumn & { readonly text?: string };

/** What the table holds of a document. */
export function toDocumentRow(stored: StoredDocument, identity: DocumentIdentity): DocumentRow {
  const { id, text } = stored.document;
  const columns = toColumns(stored, identity);
  if (!/\p{Surrogate}/u.test(text)) return { id, ...columns };
  const metadata: DocumentColumns = { ...(JSON.parse(columns.metadata) as MetadataColumn), text };
  return { id, ...columns, metadata: JSON.stringify(metadata) };
}

/** A limit that SQLite takes: it reads a negative one as none, and refuses fractions and infinity. */
function rowLimit(limit: number): number {
  return Math.min(Math.max(0, Math.floor(limit)), Number.MAX_SAFE_INTEGER);
}
