import type { ClaimReference, Conflict } from '../domain/index.js';
import type { LiveKnowledge } from './live-knowledge.js';

/** Something that came into the store, whoever put it there. */
export type KnowledgeEvent =
  | { readonly kind: 'DOCUMENT_ADDED'; readonly documentId: string }
  | { readonly kind: 'CLAIM_ADDED'; readonly claim: ClaimReference }
  | { readonly kind: 'CONFLICT_FOUND'; readonly conflict: Conflict }
  | { readonly kind: 'PROGRESS'; readonly documents: number; readonly position: number };

/** Tells those who follow of what comes. */
export interface KnowledgeEvents {
  /** Calls `hear` for each event from now on; gives what ends it. */
  follow(hear: (event: KnowledgeEvent) => void): () => void;
  /** Tells nothing any more, and waits until the store is not asked any more, so that it can be closed. */
  stop(): Promise<void>;
}

const BATCH = 100;

/**
 * Events of the store's change log, which is looked at every so many milliseconds while anyone follows. A document that
 * is changed comes again, with its claims; each conflict comes once for each document that it is found with.
 */
export function watchKnowledge(
  knowledge: LiveKnowledge,
  interval: number,
  fail: (error: unknown) => void,
): KnowledgeEvents {
  const listeners = new Set<(event: KnowledgeEvent) => void>();
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> = Promise.resolve();
  let position = 0;

  const tell = (event: KnowledgeEvent): void => {
    for (const hear of listeners) hear(event);
  };
  const look = async (): Promise<void> => {
    // Until then nothing has come.
    if (!knowledge.isFollowing) return;
    const reached = await knowledge.catchUp();
    while (position < reached && listeners.size > 0) {
      const changes = await knowledge.store.changes({ after: position, limit: BATCH });
      const last = changes.at(-1);
      if (last === undefined) return;
      for (const change of changes)
        if (change.kind === 'DOCUMENT_PUT') await tellDocument(knowledge, change.documentId, tell);
      position = last.position;
      const { documents } = await knowledge.store.counts();
      tell({ kind: 'PROGRESS', documents, position });
    }
  };
  const lookAgain = (): void => {
    timer = setTimeout(() => {
      looking = look()
        .catch(fail)
        .finally(() => {
          timer = null;
          if (listeners.size > 0) lookAgain();
        });
    }, interval);
    timer.unref();
  };
  return {
    follow(hear) {
      if (listeners.size === 0) position = knowledge.position;
      listeners.add(hear);
      if (timer === null) lookAgain();
      return () => {
        listeners.delete(hear);
      };
    },
    async stop() {
      listeners.clear();
      if (timer !== null) clearTimeout(timer);
      await looking;
    },
  };
}

async function tellDocument(
  { store, graph }: LiveKnowledge,
  documentId: string,
  tell: (event: KnowledgeEvent) => void,
): Promise<void> {
  const stored = (await store.documents([documentId])).get(documentId);
  if (stored === undefined) return;
  tell({ kind: 'DOCUMENT_ADDED', documentId });
  const told = new Set<string>();
  for (const { id: claimId } of stored.extraction.claims) {
    const claim = graph.claim({ documentId, claimId });
    if (claim === null) continue;
    tell({ kind: 'CLAIM_ADDED', claim: { documentId, claimId } });
    const incident = graph.incidentOf(claim);
    if (incident === null) continue;
    for (const conflict of graph.conflictsOf(incident)) {
      const { kind, a, b } = conflict;
      const isOurs = [a, b].some((one) => one.documentId === documentId && one.claimId === claimId);
      const key = JSON.stringify([kind, a, b]);
      if (!isOurs || told.has(key)) continue;
      told.add(key);
      tell({ kind: 'CONFLICT_FOUND', conflict });
    }
  }
}
