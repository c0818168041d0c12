import { ClaimgraphError } from '../base/index.js';
import type { ClaimReference, Retraction } from '../domain/index.js';
import { claimFingerprint } from '../resolve/index.js';
import type { Knowledge } from './knowledge.js';
import type { ClaimView } from './load-claims.js';
import { claimKey, readClaimKey, readNodeId } from './node-ids.js';
import { type Page, type PageRequest, startPage } from './pages.js';
import { show } from './read-arguments.js';

/** A claim that people keep out of the graph. */
export interface RetractedClaim {
  readonly retraction: Retraction;
  /** Null where its document is gone, or is read otherwise now. */
  readonly claim: ClaimReference | null;
}

/** The retraction that keeps the claim out; null where it stands. */
export function claimRetraction({ graph }: Knowledge, { document, claim }: ClaimView): Retraction | null {
  return graph.retractionOf(claimFingerprint({ id: document.id, document }, claim));
}

/** A page of the claims that are retracted now, the latest first. Two store reads. @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID. */
export async function listRetractions(knowledge: Knowledge, request: PageRequest): Promise<Page<RetractedClaim>> {
  const draft = startPage<Retraction>(
    { kind: 'retractions', order: 'LATEST', keyOf: ({ id }) => [-Number(id.slice(1))] },
    request,
  );
  for (const retraction of await knowledge.store.retractions()) {
    if (knowledge.graph.retractionOf(retraction.claim)?.id === retraction.id) draft.add(retraction);
  }
  const page = draft.finish();
  const documents = await knowledge.store.documents(page.edges.map(({ node }) => node.documentId));
  const edges = page.edges.map(({ cursor, node: retraction }) => {
    const { documentId } = retraction;
    const extraction = documents.get(documentId)?.extraction;
    const claim = extraction?.claims.find((one) => claimFingerprint(extraction, one) === retraction.claim);
    return { cursor, node: { retraction, claim: claim === undefined ? null : { documentId, claimId: claim.id } } };
  });
  return { ...page, edges };
}

/** The claim that a global id or `<document>#<claim>` names, there or not. @throws ClaimgraphError ID_INVALID. */
export function readClaimId(id: string): ClaimReference {
  const node = readNodeId(id);
  const reference = readClaimKey(node?.type === 'Claim' ? node.key : id);
  if (reference !== null && (node === null || node.type === 'Claim')) return reference;
  const example = claimKey({ documentId: 'doc-1', claimId: 'c1' });
  throw new ClaimgraphError('ID_INVALID', `Expected the id of a claim, or ${example}, but got ${show(id)}.`, {
    id: id.slice(0, 600),
  });
}
