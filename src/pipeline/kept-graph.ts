import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ClaimgraphError, packageVersion } from '../base/index.js';
import { DERIVATION, freezeGraph, type GraphReading, thawGraph } from '../graph/index.js';
import { hashWordLists, type Resources } from '../resources/index.js';
import type { Store } from '../store/index.js';

/** A graph as it was at a position of the log. */
export interface KeptGraph {
  readonly graph: GraphReading;
  readonly position: number;
}

/** Where the graphs of a store are kept: in it, one at a time. */
export interface GraphShelf {
  /** The graph of what the store holds now; null where none is kept, or one that cannot be read. */
  read(): Promise<KeptGraph | null>;
  /**
   * Keeps a graph that has reached the end of the log, unless it is the one that is kept. Yields the event loop as often
   * as `freezeGraph` does, and gives up where the graph changes meanwhile, or the store cannot be written.
   */
  keep(kept: KeptGraph, signal: AbortSignal): Promise<void>;
}

/** The shelf of a store; null where the store has none. What it cannot read or keep is told. */
export function graphShelfOf(store: Store, resources: Resources, tell: (message: string) => void): GraphShelf | null {
  if (store.keepIndex === undefined || store.keptIndex === undefined) return null;
  let derivation: string | null = null;
  /** What a graph follows from: where any of it is other, so may be the graph. */
  const stampAt = (position: number): string => {
    derivation ??= hashDerivation(resources);
    return `graph ${derivation} ${position}`;
  };
  /** The stamp of the graph that is kept, as far as is known. */
  let known: string | null = null;

  return {
    async read() {
      const { position } = await store.counts();
      try {
        const stamp = stampAt(position);
        const chunks = await store.keptIndex?.(stamp);
        if (chunks === null || chunks === undefined) return null;
        const graph = await thawGraph(chunks);
        known = stamp;
        return { graph, position };
      } catch (error) {
        tell(`The graph that ${store.url} keeps cannot be read, and is made anew: ${messageOf(error)}`);
        return null;
      }
    },
    async keep({ graph, position }, signal) {
      const { version } = graph;
      try {
        const stamp = stampAt(position);
        if (stamp === known) return;
        // Documents are read as they are when they are read: only at the end of the log are they those of the position.
        if ((await store.counts()).position !== position) return;
        await store.keepIndex?.(stamp, inTurns(graph, version, signal));
        known = stamp;
      } catch (error) {
        if (!isQuiet(error)) tell(`The graph could not be kept in ${store.url}: ${messageOf(error)}`);
      }
    },
  };
}

/** Whether nobody need mend it: a change meanwhile, a file that may only be read, somebody who writes long. */
function isQuiet(error: unknown): boolean {
  return error instanceof ClaimgraphError && ['INTERRUPTED', 'STORE_UNWRITABLE', 'STORE_BUSY'].includes(error.code);
}

/** Milliseconds that the freezing may hold the event loop, and a step of it besides. */
const SHARE = 8;

/** The bytes of the graph as it was at the version, with turns for others between. */
async function* inTurns(graph: GraphReading, version: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (graph.version !== version) throw new ClaimgraphError('INTERRUPTED', 'The graph has changed before it was kept.');
  let rested = performance.now();
  for (const chunk of freezeGraph(graph)) {
    if (chunk.length > 0) yield chunk;
    if (performance.now() - rested < SHARE) continue;
    await nextTurn();
    rested = performance.now();
    if (signal.aborted) throw new ClaimgraphError('INTERRUPTED', 'Keeping the graph was stopped.');
  }
}

/** SHA-256 over code and data that graphs are made by. */
function hashDerivation({ wellKnownAcronyms, nameSpellings }: Resources): string {
  const parts = [packageVersion(), DERIVATION, hashWordLists(), [...wellKnownAcronyms], [...nameSpellings]];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
