import type { ClaimReference, Entity, IndexedClaim, Mention, ReferentKey } from '../domain/index.js';
import type { StoredDocument } from '../store/index.js';
import type { Knowledge } from './knowledge.js';
import { claimSortKey } from './list-claims.js';
import type { RelationshipMatch } from './list-relationships.js';
import { type ClaimView, entitiesOfReferents, type QuotationView, viewClaims, viewQuotations } from './load-claims.js';
import { mapPage, type Page, type PageList, type PageRequest, type SortKey, startPage } from './pages.js';
import { type Stoppable, startTurns } from './turns.js';

/** A mention with its document and the entity that it now speaks of; null where the graph has none. */
export interface MentionView {
  readonly documentId: string;
  readonly mention: Mention;
  readonly entity: ReferentKey | null;
}

/** A page of the mentions of one entity. */
export interface EntityMentionsRequest extends Stoppable {
  readonly entity: Entity;
  readonly page?: PageRequest | null | undefined;
}

/** Documents of one store read. */
const BATCH = 100;

/** A page of the mentions of a document, in order of text. @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID. */
export function documentMentions(knowledge: Knowledge, stored: StoredDocument, page: PageRequest): Page<MentionView> {
  return pageOf(viewMentions(knowledge, stored), { kind: 'mentions', order: 'TEXT', keyOf: mentionSortKey }, page);
}

/** A page of the claims of a document that stand, in order of text. @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID. */
export function documentClaims(knowledge: Knowledge, stored: StoredDocument, page: PageRequest): Page<ClaimView> {
  const standing = stored.extraction.claims
    .map(({ id }) => ({ documentId: stored.document.id, claimId: id }))
    .filter((reference) => knowledge.graph.claim(reference) !== null);
  const chosen = claimsPage(standing, page);
  // Only what is shown is opened: a record may hold thousands of claims.
  const views = viewClaims(
    knowledge,
    stored,
    chosen.edges.map(({ node }) => node.claimId),
  );
  return mapPage(chosen, (_, index) => views[index] ?? null);
}

/** A page of the quotations of a document, in order of text. @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID. */
export function documentQuotations(
  knowledge: Knowledge,
  stored: StoredDocument,
  page: PageRequest,
): Page<QuotationView> {
  const quotations = viewQuotations(knowledge, stored);
  const keyOf = ({ quotation }: QuotationView): SortKey => [
    quotation.content[0]?.start ?? 0,
    quotation.id.length,
    quotation.id,
  ];
  return pageOf(quotations, { kind: 'quotations', order: 'TEXT', keyOf }, page);
}

/** A page of the claims of a relationship that its filter chose. @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID. */
export function relationshipClaims(match: RelationshipMatch, page: PageRequest): Page<IndexedClaim> {
  return pageOf(match.claims, { kind: 'claims', order: 'DOCUMENT', keyOf: claimSortKey }, page);
}

/** A page of claims that are named already, by document, then as in the text. @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID. */
export function claimsPage(claims: readonly ClaimReference[], page: PageRequest): Page<ClaimReference> {
  return pageOf(claims, { kind: 'claims', order: 'DOCUMENT', keyOf: claimSortKey }, page);
}

/** A page of ids of documents, ascending. @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID. */
export function documentsPage(ids: readonly string[], page: PageRequest): Page<string> {
  return pageOf(ids, { kind: 'documents', order: 'ID', keyOf: (id) => [id] }, page);
}

/** A page of the ids of the documents that mention an entity, ascending. @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID. */
export function entityDocuments(entity: Entity, page: PageRequest): Page<string> {
  return documentsPage(entity.documents, page);
}

/**
 * A page of the mentions of an entity, by document id, then in order of text. Reads each of its documents once, a
 * hundred at a time. @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED, STORE_*.
 */
export async function entityMentions(knowledge: Knowledge, request: EntityMentionsRequest): Promise<Page<MentionView>> {
  const { entity } = request;
  const turns = startTurns(request.signal);
  const draft = startPage({ kind: 'mentions', order: 'DOCUMENT', keyOf: mentionSortKey }, request.page);
  for (let start = 0; start < entity.documents.length; start += BATCH) {
    const documents = await knowledge.store.documents(entity.documents.slice(start, start + BATCH));
    for (const stored of documents.values()) {
      for (const view of viewMentions(knowledge, stored)) {
        if (view.entity === entity.id) draft.add(view);
      }
      if (turns.due()) await turns.rest();
    }
  }
  return draft.finish();
}

function viewMentions(knowledge: Knowledge, stored: StoredDocument): readonly MentionView[] {
  const entities = entitiesOfReferents(knowledge, stored);
  return stored.extraction.mentions.map((mention) => ({
    documentId: stored.document.id,
    mention,
    entity: entities.get(mention.referent) ?? null,
  }));
}

function mentionSortKey({ documentId, mention }: MentionView): SortKey {
  return [documentId, mention.start, mention.end, mention.id.length, mention.id];
}

function pageOf<Item>(items: Iterable<Item>, list: PageList<Item>, page: PageRequest): Page<Item> {
  const draft = startPage(list, page);
  for (const item of items) draft.add(item);
  return draft.finish();
}
