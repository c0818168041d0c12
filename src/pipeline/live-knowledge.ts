import type { Document, Extraction } from '../domain/index.js';
import { createKnowledgeGraph } from '../graph/index.js';
import type { Knowledge } from '../query/index.js';
import type { Resources } from '../resources/index.js';
import { type OpenStoreOptions, openStore, type Store } from '../store/index.js';
import { followStore } from './follow-store.js';

/** Knowledge that can be changed: its graph follows the store's change log, whoever writes it. */
export interface LiveKnowledge extends Knowledge {
  /** What documents are read with. */
  readonly resources: Resources;
  /** Reads a document elsewhere, so that others are answered meanwhile; where it is left out, it is read at once. */
  readDocument?(document: Document, signal?: AbortSignal): Promise<Extraction>;
  /** Takes the changes that the log holds beyond `position` into the graph; gives the new position. Calls may overlap. */
  catchUp(): Promise<number>;
  /** Closes the store; the graph stays readable. Closing twice is allowed. */
  close(): Promise<void>;
}

/** What `openKnowledge` is given besides the address. */
export interface OpenKnowledgeOptions extends OpenStoreOptions {
  readonly resources: Resources;
  /** Stops the loading of the graph. */
  readonly signal?: AbortSignal;
}

/**
 * Opens a store and builds the graph of what it holds. Safe while another process writes the same file.
 * @throws ClaimgraphError STORE_* as `openStore` does, INTERRUPTED where the signal stops it.
 */
export async function openKnowledge(storeUrl: string, options: OpenKnowledgeOptions): Promise<LiveKnowledge> {
  const { resources, signal, ...access } = options;
  const store = await openStore(storeUrl, access);
  try {
    return await followKnowledge(store, { resources, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The same for a store that is open already, which `close` then closes. */
export async function followKnowledge(
  store: Store,
  options: { readonly resources: Resources; readonly signal?: AbortSignal },
): Promise<LiveKnowledge> {
  const { wellKnownAcronyms, nameSpellings, incidentWords, places } = options.resources;
  const graph = createKnowledgeGraph({ wellKnownAcronyms, nameSpellings, incidentWords, places });
  const follower = await followStore(store, graph, options.signal);
  return {
    store,
    graph,
    resources: options.resources,
    get position() {
      return follower.position;
    },
    catchUp: () => follower.catchUp(),
    close: () => store.close(),
  };
}
