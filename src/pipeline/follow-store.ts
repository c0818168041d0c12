import { setImmediate as nextTurn } from 'node:timers/promises';
import { ClaimgraphError } from '../base/index.js';
import type { KnowledgeGraph } from '../graph/index.js';
import type { Change, Store } from '../store/index.js';

/** A graph that follows a store's change log. */
export interface StoreFollower {
  /** Position in the log that the graph has reached. */
  readonly position: number;
  /** Takes the changes beyond `position`; gives the new position. Calls may overlap: they wait for one another. */
  catchUp(): Promise<number>;
}

/**
 * Loads what the store holds into an empty graph, then follows its log. Other processes may write meanwhile: the
 * position is read first, so that what they change during the load is met again in the log, where taking it twice does
 * no harm. Yields the event loop at least every 20 ms or document.
 * @throws ClaimgraphError INTERRUPTED where the signal stops the load, STORE_* as the store does.
 */
export async function followStore(store: Store, graph: KnowledgeGraph, signal?: AbortSignal): Promise<StoreFollower> {
  let position = (await store.counts()).position;
  const breath = createBreath();
  // Taken before the documents; those that the log brings again change nothing.
  for (const retraction of await store.retractions()) graph.applyRetraction(retraction);
  for await (const { extraction } of store.scan()) {
    if (signal?.aborted === true) throw new ClaimgraphError('INTERRUPTED', 'Loading the graph was stopped.');
    graph.putDocument(extraction);
    await breath();
  }
  const loaded = new Set<string>();
  for (const judgement of await store.judgements()) {
    loaded.add(judgement.id);
    graph.applyJudgement(judgement);
    await breath();
  }

  async function takeChanges(): Promise<number> {
    for (;;) {
      const changes = await store.changes({ after: position, limit: BATCH });
      if (changes.length === 0) return position;
      const documents = await store.documents(lastPuts(changes));
      for (const change of changes) {
        takeChange(change, documents);
        position = change.position;
        await breath();
      }
      // All that there was when it was asked for; what came since is for the next walk.
      if (changes.length < BATCH) return position;
    }
  }

  function takeChange(change: Change, documents: Awaited<ReturnType<Store['documents']>>): void {
    if (change.kind === 'DOCUMENT_DELETED') {
      graph.deleteDocument(change.documentId);
    } else if (change.kind === 'CLAIM_RETRACTED') {
      graph.applyRetraction(change.retraction);
      const stored = documents.get(change.retraction.documentId);
      if (stored !== undefined) graph.putDocument(stored.extraction);
    } else if (change.kind === 'JUDGED') {
      if (!loaded.delete(change.judgement.id)) graph.applyJudgement(change.judgement);
    } else {
      // The store gives what a document is now, not what it was at that change: one that is gone is deleted further
      // on in the log, and one that changed again is put again there.
      const stored = documents.get(change.documentId);
      if (stored === undefined) graph.deleteDocument(change.documentId);
      else graph.putDocument(stored.extraction);
    }
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    get position() {
      return position;
    },
    catchUp() {
      // One after another: two walks over the log at once would take a judgement twice.
      const next = last.then(takeChanges, takeChanges);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

const BATCH = 200;

/** Ids of the documents that the changes put, or of which they retract a claim, and that they did not delete afterwards. */
function lastPuts(changes: readonly Change[]): readonly string[] {
  const ids = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'DOCUMENT_PUT') ids.add(change.documentId);
    if (change.kind === 'CLAIM_RETRACTED') ids.add(change.retraction.documentId);
    if (change.kind === 'DOCUMENT_DELETED') ids.delete(change.documentId);
  }
  return [...ids];
}

/** Gives the event loop a turn where the last one was 10 ms ago or more. */
function createBreath(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 10) return;
    await nextTurn();
    last = performance.now();
  };
}
