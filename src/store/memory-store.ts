import Database from 'better-sqlite3';
import { ClaimgraphError, compareIds } from '../base/index.js';
import type { Judgement, JudgementDraft, Retraction, RetractionDraft } from '../domain/index.js';
import type { FoundPassage } from './found-passage.js';
import { freezeCopy } from './freeze-copy.js';
import { checkStored, identifyDocument, isSameIdentity } from './identify-document.js';
import type {
  Change,
  DocumentIdentity,
  OpenStoreOptions,
  PutOutcome,
  Store,
  StoreCounts,
  StoredDocument,
} from './store.js';
import { createTextIndex, TEXT_INDEX_TABLES, type TextIndex } from './text-index.js';

/** Opens an empty store that lives as long as it is open. What it gives out is frozen. */
export async function openMemoryStore(url: string, options: OpenStoreOptions): Promise<Store> {
  if (url !== 'memory:') {
    const message = `A store in memory has the address memory: and nothing after it, but got ${JSON.stringify(url)}.`;
    throw new ClaimgraphError('STORE_URL_INVALID', message, { url });
  }
  return new MemoryStore(url, options.access ?? 'WRITE');
}

interface Held {
  readonly stored: StoredDocument;
  readonly identity: DocumentIdentity;
}

class MemoryStore implements Store {
  readonly url: string;
  readonly #access: 'READ' | 'WRITE';
  #open = true;
  readonly #held = new Map<string, Held>();
  /** Of #held, ascending. */
  readonly #ids: string[] = [];
  readonly #idsByTextHash = new Map<string, Set<string>>();
  readonly #judgements: Judgement[] = [];
  readonly #retractions: Retraction[] = [];
  readonly #words: Database.Database;
  readonly #index: TextIndex;
  /** The change of position p is at index p - 1. */
  readonly #changes: Change[] = [];

  constructor(url: string, access: 'READ' | 'WRITE') {
    this.url = url;
    this.#access = access;
    this.#words = new Database(':memory:');
    this.#words.exec(TEXT_INDEX_TABLES);
    this.#index = createTextIndex(this.#words);
  }

  async putDocument(stored: StoredDocument, reading: string): Promise<PutOutcome> {
    this.#checkWritable();
    checkStored(stored);
    const { id } = stored.document;
    const identity = identifyDocument(stored.document, reading);
    const before = this.#held.get(id);
    if (before !== undefined && isSameIdentity(before.identity, identity)) return 'UNCHANGED';
    this.#words.transaction(() => this.#index.put(stored.extraction))();
    const copy = freezeCopy({ document: stored.document, extraction: stored.extraction });
    this.#held.set(id, { stored: copy, identity: Object.freeze(identity) });
    if (before === undefined) this.#ids.splice(this.#placeOf(id), 0, id);
    else this.#forgetText(id, before.identity.textHash);
    const sameText = this.#idsByTextHash.get(identity.textHash);
    if (sameText === undefined) this.#idsByTextHash.set(identity.textHash, new Set([id]));
    else sameText.add(id);
    this.#changes.push(Object.freeze({ position: this.#changes.length + 1, kind: 'DOCUMENT_PUT', documentId: id }));
    return before === undefined ? 'ADDED' : 'UPDATED';
  }

  async deleteDocument(id: string): Promise<boolean> {
    this.#checkWritable();
    const before = this.#held.get(id);
    if (before === undefined) return false;
    this.#words.transaction(() => this.#index.remove(id))();
    this.#held.delete(id);
    this.#ids.splice(this.#placeOf(id), 1);
    this.#forgetText(id, before.identity.textHash);
    this.#changes.push(Object.freeze({ position: this.#changes.length + 1, kind: 'DOCUMENT_DELETED', documentId: id }));
    return true;
  }

  async identity(id: string): Promise<DocumentIdentity | null> {
    this.#checkOpen();
    return this.#held.get(id)?.identity ?? null;
  }

  async identities(ids: readonly string[]): Promise<ReadonlyMap<string, DocumentIdentity>> {
    this.#checkOpen();
    const found = new Map<string, DocumentIdentity>();
    for (const id of ids) {
      const held = this.#held.get(id);
      if (held !== undefined) found.set(id, held.identity);
    }
    return found;
  }

  async documents(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>> {
    this.#checkOpen();
    const found = new Map<string, StoredDocument>();
    for (const id of ids) {
      const held = this.#held.get(id);
      if (held !== undefined) found.set(id, held.stored);
    }
    return found;
  }

  async texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map([...(await this.documents(ids))].map(([id, { document }]) => [id, document.text]));
  }

  async documentsByTextHash(textHash: string): Promise<readonly string[]> {
    this.#checkOpen();
    return [...(this.#idsByTextHash.get(textHash) ?? [])].sort(compareIds);
  }

  async documentIds(options: { readonly after: string | null; readonly limit: number }): Promise<readonly string[]> {
    this.#checkOpen();
    return this.#idsAfter(options.after, options.limit);
  }

  async *scan(): AsyncIterable<StoredDocument> {
    let after: string | null = null;
    while (true) {
      this.#checkOpen();
      const [id]: readonly string[] = this.#idsAfter(after, 1);
      if (id === undefined) return;
      after = id;
      yield (this.#held.get(id) as Held).stored;
    }
  }

  async appendJudgement(draft: JudgementDraft): Promise<Judgement> {
    this.#checkWritable();
    const judgement = freezeCopy({ ...draft, id: `j${this.#judgements.length + 1}` });
    this.#judgements.push(judgement);
    this.#changes.push(Object.freeze({ position: this.#changes.length + 1, kind: 'JUDGED', judgement }));
    return judgement;
  }

  async judgements(): Promise<readonly Judgement[]> {
    this.#checkOpen();
    return [...this.#judgements];
  }

  async appendRetraction(draft: RetractionDraft): Promise<Retraction> {
    this.#checkWritable();
    const retraction = freezeCopy({ ...draft, id: `x${this.#retractions.length + 1}` });
    this.#retractions.push(retraction);
    this.#changes.push(Object.freeze({ position: this.#changes.length + 1, kind: 'CLAIM_RETRACTED', retraction }));
    return retraction;
  }

  async retractions(): Promise<readonly Retraction[]> {
    this.#checkOpen();
    return [...this.#retractions];
  }

  async searchForms(text: string, limit: number): Promise<readonly string[]> {
    this.#checkOpen();
    return this.#index.forms(text, Math.max(0, limit));
  }

  async searchPassages(text: string, limit: number): Promise<readonly FoundPassage[]> {
    this.#checkOpen();
    return this.#index.passages(text, Math.max(0, limit));
  }

  async changes(options: { readonly after: number; readonly limit: number }): Promise<readonly Change[]> {
    this.#checkOpen();
    const from = Math.max(0, Math.floor(options.after));
    return this.#changes.slice(from, from + Math.max(0, options.limit));
  }

  async counts(): Promise<StoreCounts> {
    this.#checkOpen();
    return { documents: this.#held.size, judgements: this.#judgements.length, position: this.#changes.length };
  }

  async close(): Promise<void> {
    this.#open = false;
    this.#words.close();
  }

  #idsAfter(after: string | null, limit: number): readonly string[] {
    let from = 0;
    if (after !== null) {
      from = this.#placeOf(after);
      if (this.#ids[from] === after) from++;
    }
    return this.#ids.slice(from, from + Math.max(0, limit));
  }

  /** Where the id is in #ids, or would be. */
  #placeOf(id: string): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareIds(this.#ids[middle] as string, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #forgetText(id: string, textHash: string): void {
    const ids = this.#idsByTextHash.get(textHash);
    ids?.delete(id);
    if (ids?.size === 0) this.#idsByTextHash.delete(textHash);
  }

  #checkOpen(): void {
    if (this.#open) return;
    throw new ClaimgraphError('STORE_UNWRITABLE', `The store ${this.url} is closed; open it again.`, { url: this.url });
  }

  #checkWritable(): void {
    this.#checkOpen();
    if (this.#access === 'WRITE') return;
    const message = `The store ${this.url} was opened for reading; open it for writing.`;
    throw new ClaimgraphError('STORE_UNWRITABLE', message, { url: this.url });
  }
}
