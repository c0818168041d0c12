import { createKnowledgeGraph, type KnowledgeGraph } from '../graph/index.js';
import type { Resources } from '../resources/index.js';
import type { Store } from '../store/index.js';
import { followStore, type StoreFollower } from './follow-store.js';

/** A graph that follows a store. */
export interface FollowingGraph {
  readonly graph: KnowledgeGraph;
  readonly follower: StoreFollower;
  /** Milliseconds that it has taken so far, what it caught up with included. */
  took: number;
}

/** Makes the graph of everything that the store holds. @throws ClaimgraphError INTERRUPTED where the signal fires, STORE_*. */
export async function makeGraph(store: Store, resources: Resources, signal: AbortSignal): Promise<FollowingGraph> {
  const { wellKnownAcronyms, nameSpellings, incidentWords, places } = resources;
  const start = performance.now();
  const graph = createKnowledgeGraph({ wellKnownAcronyms, nameSpellings, incidentWords, places });
  const follower = await followStore(store, graph, signal);
  await follower.catchUp();
  return { graph, follower, took: performance.now() - start };
}
