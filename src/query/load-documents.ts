import { ClaimgraphError, compareIds } from '../base/index.js';
import type { Document } from '../domain/index.js';
import type { StoredDocument } from '../store/index.js';
import type { Knowledge } from './knowledge.js';
import { readNodeId } from './node-ids.js';
import { show } from './read-arguments.js';
import { refuseAborted, type Stoppable } from './turns.js';

/** The documents of those ids, in the order of the ids; null where the store has none. One store read. */
export async function loadDocuments(
  knowledge: Knowledge,
  ids: readonly string[],
  options: Stoppable = {},
): Promise<readonly (StoredDocument | null)[]> {
  refuseAborted(options.signal);
  if (ids.length === 0) return [];
  const found = await knowledge.store.documents([...new Set(ids)]);
  refuseAborted(options.signal);
  return ids.map((id) => found.get(id) ?? null);
}

/** One document, by its global id or its own. @throws ClaimgraphError DOCUMENT_NOT_FOUND, INTERRUPTED. */
export async function requireDocument(
  knowledge: Knowledge,
  id: string,
  options: Stoppable = {},
): Promise<StoredDocument> {
  const node = readNodeId(id);
  const ids = node?.type === 'Document' ? [id, node.key] : [id];
  const found = (await loadDocuments(knowledge, ids, options)).find((stored) => stored !== null);
  if (found !== undefined) return found;
  throw new ClaimgraphError('DOCUMENT_NOT_FOUND', `The store holds no document ${show(id)}.`, { id: id.slice(0, 600) });
}

/** The least other document id with the same text, where it is less than the document's own; else null. One store read. */
export async function duplicateOf(
  knowledge: Knowledge,
  document: Pick<Document, 'id' | 'textHash'>,
): Promise<string | null> {
  const [least] = await knowledge.store.documentsByTextHash(document.textHash);
  return least !== undefined && compareIds(least, document.id) < 0 ? least : null;
}
