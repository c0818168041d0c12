import { ClaimgraphError } from '../base/index.js';
import type { ClaimReference, Retraction, RetractionEffect } from '../domain/index.js';
import { claimFingerprint } from '../resolve/index.js';
import type { LiveKnowledge } from './live-knowledge.js';

/** A person's decision on one claim. */
export interface RetractionRequest {
  readonly claim: ClaimReference;
  readonly effect: RetractionEffect;
  readonly reason: string;
  /** ISO 8601 date-time in UTC. */
  readonly at: string;
}

/**
 * Keeps a claim that was read wrongly out of the graph, or lets it in again; it stays in the record. Nothing is written
 * where it is so already: null. The graph has followed.
 * @throws ClaimgraphError CLAIM_NOT_FOUND.
 */
export async function retractClaim(knowledge: LiveKnowledge, request: RetractionRequest): Promise<Retraction | null> {
  const { claim: reference, effect, reason, at } = request;
  await knowledge.catchUp();
  const { documentId, claimId } = reference;
  const stored = (await knowledge.store.documents([documentId])).get(documentId);
  const claim = stored?.extraction.claims.find(({ id }) => id === claimId);
  if (stored === undefined || claim === undefined) {
    throw new ClaimgraphError(
      'CLAIM_NOT_FOUND',
      `The store holds no claim ${JSON.stringify(claimId)} of a document ${JSON.stringify(documentId)}.`,
      { document: documentId, claim: claimId },
    );
  }
  const fingerprint = claimFingerprint(stored.extraction, claim);
  const isRetracted = knowledge.graph.retractionOf(fingerprint) !== null;
  if (isRetracted === (effect === 'RETRACT')) return null;
  const retraction = await knowledge.store.appendRetraction({ documentId, claim: fingerprint, effect, reason, at });
  await knowledge.catchUp();
  return retraction;
}
