import { ClaimgraphError, compareIds } from '../../base/index.js';
import type { Judgement, JudgementDraft, Retraction, RetractionDraft } from '../../domain/index.js';
import type { FoundPassage } from '../found-passage.js';
import { checkStored, identifyDocument, isDocumentId } from '../identify-document.js';
import type { Change, DocumentIdentity, PutOutcome, Store, StoreCounts, StoredDocument } from '../store.js';
import { appendChange } from './append-change.js';
import type { Connection, Connections, TransactionWork } from './connections.js';
import { toDocumentRow } from './document-rows.js';
import { escapeText } from './escape-text.js';
import { listen } from './listen.js';
import { lockDocuments, lockedIdentities } from './lock-documents.js';
import { createPutGroups, type PutGroups } from './put-groups.js';
import { readDocuments, readIdentities, readIds, readTexts } from './read-documents.js';
import { readChanges, readJudgements, readRetractions } from './read-log.js';
import { findForms, findPassages } from './search-words.js';
import { prepareDocument, removeDocuments } from './write-documents.js';

/** Documents that scan reads at once. */
const SCAN_BATCH = 64;

/** The store behind connections to a schema of the newest version; it owns the connections from now on. */
export function postgresStoreOf(connections: Connections, access: 'READ' | 'WRITE'): Store {
  return new PostgresStore(connections, access);
}

class PostgresStore implements Store {
  readonly url: string;
  readonly #connections: Connections;
  readonly #access: 'READ' | 'WRITE';
  readonly #schema: string;
  readonly #puts: PutGroups;
  /** How many writes of this process are over. */
  #writes = 0;

  constructor(connections: Connections, access: 'READ' | 'WRITE') {
    this.url = connections.address.url;
    this.#connections = connections;
    this.#access = access;
    this.#schema = connections.address.schema;
    this.#puts = createPutGroups(connections);
  }

  async putDocument(stored: StoredDocument, reading: string): Promise<PutOutcome> {
    checkStored(stored);
    const identity = identifyDocument(stored.document, reading);
    const { id } = stored.document;
    this.#checkWritable();
    const prepared = prepareDocument(toDocumentRow(stored, identity), stored.extraction);
    const outcome = await this.#puts.put({ id, identity, prepared });
    this.#writes += 1;
    return outcome;
  }

  async deleteDocument(id: string): Promise<boolean> {
    this.#checkWritable();
    if (!isDocumentId(id)) return false;
    return this.#write(
      async (transaction) => {
        if (lockedIdentities(transaction).size === 0) return false;
        await removeDocuments(transaction, [id]);
        await appendChange(transaction, this.#schema, { kind: 'DOCUMENT_DELETED', documentIds: [id], growth: -1 });
        return true;
      },
      lockDocuments(this.#schema, [id]),
    );
  }

  async identity(id: string): Promise<DocumentIdentity | null> {
    return (await this.identities([id])).get(id) ?? null;
  }

  async identities(ids: readonly string[]): Promise<ReadonlyMap<string, DocumentIdentity>> {
    const wanted = [...new Set(ids)].filter(isDocumentId);
    return this.#read((connection) => readIdentities(connection, wanted));
  }

  async documents(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>> {
    const wanted = [...new Set(ids)].filter(isDocumentId);
    return this.#read((connection) => readDocuments(connection, wanted));
  }

  async texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(ids)].filter(isDocumentId);
    return this.#read((connection) => readTexts(connection, wanted));
  }

  async documentsByTextHash(textHash: string): Promise<readonly string[]> {
    const rows = await this.#read(({ query }) =>
      query.selectFrom('documents').select('id').where('text_hash', '=', escapeText(textHash)).execute(),
    );
    return rows.map(({ id }) => id.toString('utf8')).sort(compareIds);
  }

  async documentIds(options: { readonly after: string | null; readonly limit: number }): Promise<readonly string[]> {
    const { after, limit } = options;
    return this.#read((connection) => readIds(connection, { after, limit: rowLimit(limit) }));
  }

  async *scan(): AsyncIterable<StoredDocument> {
    let after: string | null = null;
    while (true) {
      const ids: readonly string[] = await this.documentIds({ after, limit: SCAN_BATCH });
      let writes = this.#writes;
      let found = await this.documents(ids);
      for (const [index, id] of ids.entries()) {
        this.#connections.checkOpen();
        // What this process has written meanwhile is seen; of others' writes, what was there when the batch was read.
        if (writes !== this.#writes) {
          writes = this.#writes;
          found = await this.documents(ids.slice(index));
        }
        const stored = found.get(id);
        if (stored !== undefined) yield stored;
      }
      if (ids.length < SCAN_BATCH) return;
      after = ids.at(-1) ?? null;
    }
  }

  async appendJudgement(draft: JudgementDraft): Promise<Judgement> {
    const judgement = JSON.stringify(draft);
    return this.#write(async (transaction) => {
      const change = { kind: 'JUDGED', documentIds: [null], growth: 0 } as const;
      const { judgements: ordinal } = await appendChange(transaction, this.#schema, change);
      await transaction.query.insertInto('judgements').values({ ordinal, judgement }).execute();
      return { ...draft, id: `j${ordinal}` };
    });
  }

  async judgements(): Promise<readonly Judgement[]> {
    return this.#read(readJudgements);
  }

  async appendRetraction(draft: RetractionDraft): Promise<Retraction> {
    const retraction = JSON.stringify(draft);
    return this.#write(async (transaction) => {
      const change = { kind: 'CLAIM_RETRACTED', documentIds: [null], growth: 0 } as const;
      const { retractions: ordinal } = await appendChange(transaction, this.#schema, change);
      await transaction.query.insertInto('retractions').values({ ordinal, retraction }).execute();
      return { ...draft, id: `x${ordinal}` };
    });
  }

  async retractions(): Promise<readonly Retraction[]> {
    return this.#read(readRetractions);
  }

  async searchForms(text: string, limit: number): Promise<readonly string[]> {
    return this.#read((connection) => findForms(connection, text, rowLimit(limit)));
  }

  async searchPassages(text: string, limit: number): Promise<readonly FoundPassage[]> {
    return this.#read((connection) => findPassages(connection, text, rowLimit(limit)));
  }

  async changes(options: { readonly after: number; readonly limit: number }): Promise<readonly Change[]> {
    const { after, limit } = options;
    return this.#read((connection) => readChanges(connection, { after, limit: rowLimit(limit) }));
  }

  async counts(): Promise<StoreCounts> {
    return this.#read(({ query }) =>
      query.selectFrom('log_end').select(['documents', 'judgements', 'position']).executeTakeFirstOrThrow(),
    );
  }

  listen(hear: () => void): () => Promise<void> {
    return listen(this.#connections, hear);
  }

  async close(): Promise<void> {
    await this.#connections.close();
  }

  async #read<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    try {
      return await this.#connections.read(work);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const { shown } = this.#connections.address;
      const message = `The store ${shown} is damaged: a record of it is not JSON; restore it from a copy, or ingest anew.`;
      throw new ClaimgraphError('STORE_DAMAGED', message, { url: shown });
    }
  }

  async #write<Result>(work: TransactionWork<Result>, opening?: string): Promise<Result> {
    this.#checkWritable();
    this.#puts.endGroup();
    const result = await this.#connections.inTurn(() => this.#connections.transact(work, opening));
    this.#writes += 1;
    return result;
  }

  #checkWritable(): void {
    this.#connections.checkOpen();
    if (this.#access === 'WRITE') return;
    const { shown } = this.#connections.address;
    const message = `The store ${shown} was opened for reading; open it for writing.`;
    throw new ClaimgraphError('STORE_UNWRITABLE', message, { url: shown });
  }
}

/** A limit that PostgreSQL takes: it refuses negative ones, fractions and infinity. */
function rowLimit(limit: number): number {
  return Math.min(Math.max(0, Math.floor(limit)), Number.MAX_SAFE_INTEGER);
}
