import type { Knowledge } from '../query/index.js';
import type { Resources } from '../resources/index.js';

/** Knowledge that can be changed: its graph follows the store's change log, whoever writes it. */
export interface LiveKnowledge extends Knowledge {
  /** What documents are read with. */
  readonly resources: Resources;
  /** Takes the changes that the log holds beyond `position` into the graph; gives the new position. Calls may overlap. */
  catchUp(): Promise<number>;
  /** Closes the store; the graph stays readable. Closing twice is allowed. */
  close(): Promise<void>;
}

/** What `openKnowledge` is given besides the address. */
export interface OpenKnowledgeOptions {
  readonly resources: Resources;
  /** Stops the loading of the graph. */
  readonly signal?: AbortSignal;
}

/**
 * Opens a store and builds the graph of what it holds. Safe while another process writes the same file.
 * @throws ClaimgraphError STORE_* as `openStore` does, INTERRUPTED where the signal stops it.
 */
export async function openKnowledge(_storeUrl: string, _options: OpenKnowledgeOptions): Promise<LiveKnowledge> {
  throw new Error('openKnowledge waits for the stores.');
}
