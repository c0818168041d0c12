import type { StoredDocument } from '../store/index.js';
import { chooseDocuments } from './choose-items.js';
import type { Knowledge } from './knowledge.js';
import { loadDocuments } from './load-documents.js';
import { mapPage, type Page, type PageRequest, type SortKey, startPage } from './pages.js';
import { readChoice } from './read-arguments.js';
import { instantNumber } from './sort-days.js';
import { type Stoppable, startTurns } from './turns.js';

/** Which documents: `where` is a filter over DOCUMENT_FIELDS. */
export interface DocumentSelection extends Stoppable {
  readonly where?: unknown;
}

/** The orders of documents; ties by id. */
export const DOCUMENT_ORDERS = {
  ID: 'By id.',
  TIME: 'Earliest publication first; unknown last.',
  LATEST: 'Latest publication first; unknown last.',
} as const;

/** A page of documents. `order` is a key of DOCUMENT_ORDERS; ID where it is left out. */
export interface DocumentListRequest extends DocumentSelection {
  readonly order?: string | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/**
 * A page of the documents that the filter chooses. Without filter, in order of id, it reads ids and one page; else it
 * reads the whole store once.
 * @throws ClaimgraphError FILTER_INVALID, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED, STORE_*.
 */
export async function listDocuments(knowledge: Knowledge, request: DocumentListRequest): Promise<Page<StoredDocument>> {
  const turns = startTurns(request.signal);
  const words = Object.keys(DOCUMENT_ORDERS) as (keyof typeof DOCUMENT_ORDERS)[];
  const order = readChoice('order', request.order, { words, otherwise: 'ID' });
  const draft = startPage({ kind: 'documents', order, keyOf: SORT_KEYS[order] }, request.page);
  const choice = await chooseDocuments(knowledge, request);
  const candidates = choice.all && order === 'ID' ? allIds(knowledge) : allDocuments(knowledge);
  for await (const candidate of candidates) {
    if (turns.due()) await turns.rest();
    if (candidate.stored === null || choice.test(candidate.stored.document)) {
      // Texts are large: of those that wait for the end of the list only the place is kept.
      draft.add({ id: candidate.id, publishedAt: candidate.stored?.document.publishedAt ?? null });
    }
  }
  const page = draft.finish();
  const ids = page.edges.map(({ node }) => node.id);
  const documents = await loadDocuments(knowledge, ids, request);
  return mapPage(page, (_, index) => documents[index] ?? null);
}

/** Every document that the filter chooses, ascending by id; for exports. Throws as `listDocuments` does, when first read. */
export async function* selectDocuments(
  knowledge: Knowledge,
  selection: DocumentSelection,
): AsyncGenerator<StoredDocument> {
  const turns = startTurns(selection.signal);
  const choice = await chooseDocuments(knowledge, selection);
  for await (const stored of knowledge.store.scan()) {
    if (turns.due()) await turns.rest();
    if (choice.test(stored.document)) yield stored;
  }
}

interface Place {
  readonly id: string;
  readonly publishedAt: string | null;
}

const SORT_KEYS: Readonly<Record<keyof typeof DOCUMENT_ORDERS, (place: Place) => SortKey>> = {
  ID: ({ id }) => [id],
  TIME: ({ id, publishedAt }) => [instantNumber(publishedAt), id],
  LATEST: ({ id, publishedAt }) => {
    const instant = instantNumber(publishedAt);
    return [instant === null ? null : -instant, id];
  },
};

/** A document's id, with the document where it had to be read. */
interface Candidate {
  readonly id: string;
  readonly stored: StoredDocument | null;
}

const IDS_AT_ONCE = 1000;

async function* allIds(knowledge: Knowledge): AsyncGenerator<Candidate> {
  let after: string | null = null;
  for (;;) {
    const ids: readonly string[] = await knowledge.store.documentIds({ after, limit: IDS_AT_ONCE });
    for (const id of ids) yield { id, stored: null };
    after = ids.at(-1) ?? null;
    if (ids.length < IDS_AT_ONCE) return;
  }
}

async function* allDocuments(knowledge: Knowledge): AsyncGenerator<Candidate> {
  for await (const stored of knowledge.store.scan()) yield { id: stored.document.id, stored };
}
