import { setTimeout as wait } from 'node:timers/promises';
import type { Document, Extraction } from '../domain/index.js';
import type { Knowledge } from '../query/index.js';
import type { Resources } from '../resources/index.js';
import { type OpenStoreOptions, openStore, type Store } from '../store/index.js';
import { keepWhenRested, type Patience } from './keep-when-rested.js';
import { graphShelfOf } from './kept-graph.js';
import { type FollowingGraph, makeGraph } from './make-graph.js';

/** Knowledge that can be changed: its graph follows the store's change log, whoever writes it. */
export interface LiveKnowledge extends Knowledge {
  /** What documents are read with. */
  readonly resources: Resources;
  /**
   * Whether the graph follows the log now. False where the store kept a graph of all that it held when it was opened, and
   * this one answers: until the one that follows is made, `graph` and `position` stay what they are.
   */
  readonly isFollowing: boolean;
  /** Reads a document elsewhere, so that others are answered meanwhile; where it is left out, it is read at once. */
  readDocument?(document: Document, signal?: AbortSignal): Promise<Extraction>;
  /**
   * Takes the changes that the log holds beyond `position` into the graph; gives the new position. Calls may overlap.
   * Where the graph that follows is not made yet, it waits for it.
   */
  catchUp(): Promise<number>;
  /**
   * Closes the store; the graph stays readable. Closing twice is allowed. A graph that took long to make is kept in the
   * store before, for those who open it next, unless the signal has fired.
   */
  close(): Promise<void>;
}

/** What `followKnowledge` is given besides the store. */
export interface FollowOptions {
  readonly resources: Resources;
  /** Stops the making of the graph, also that which goes on behind the answers, and the keeping of it. */
  readonly signal?: AbortSignal;
  /**
   * When the graph that follows is made where the store keeps one of all that it holds: AT_ONCE, in turns with all else,
   * or WHEN_ASKED, by `catchUp`, so that who only reads need not have both in memory. AT_ONCE where it is left out.
   */
  readonly follow?: 'AT_ONCE' | 'WHEN_ASKED';
  /** When a graph is kept; after two seconds of taking and ten of resting where it is left out. */
  readonly keepAfter?: Patience;
  /** Hears what went wrong with a kept graph, which nobody need mend; where it is left out, nobody does. */
  readonly tell?: (message: string) => void;
}

/** What `openKnowledge` is given besides the address. */
export interface OpenKnowledgeOptions extends OpenStoreOptions, FollowOptions {}

/**
 * Opens a store, and the graph of what it holds: the one that it keeps, or one that is built now. Safe while another
 * process writes the same file. With READ, the graph follows WHEN_ASKED where that is left out.
 * @throws ClaimgraphError STORE_* as `openStore` does, INTERRUPTED where the signal stops it.
 */
export async function openKnowledge(storeUrl: string, options: OpenKnowledgeOptions): Promise<LiveKnowledge> {
  const store = await openStore(storeUrl, options);
  try {
    return await followKnowledge(store, { follow: options.access === 'READ' ? 'WHEN_ASKED' : 'AT_ONCE', ...options });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The same for a store that is open already, which `close` then closes. */
export async function followKnowledge(store: Store, options: FollowOptions): Promise<LiveKnowledge> {
  const { resources, signal = new AbortController().signal, follow = 'AT_ONCE', keepAfter } = options;
  const { tell = () => undefined } = options;
  const shelf = graphShelfOf(store, resources, tell);
  const keeper = shelf === null ? null : keepWhenRested(shelf, keepAfter ?? PATIENCE, signal);
  const closing = new AbortController();
  const stopped = AbortSignal.any([signal, closing.signal]);
  let live: FollowingGraph | null = null;
  let kept = (await shelf?.read()) ?? null;
  let making: Promise<FollowingGraph> | null = null;
  let closed: Promise<void> | null = null;

  const make = async (): Promise<FollowingGraph> => {
    try {
      live = await makeGraph(store, resources, stopped);
      kept = null;
      keeper?.look(live);
      return live;
    } finally {
      making = null;
    }
  };
  const makeOnce = (): Promise<FollowingGraph> => {
    making ??= make();
    return making;
  };
  const makeSoon = async (): Promise<void> => {
    while (live === null && !stopped.aborted) {
      try {
        await makeOnce();
      } catch (error) {
        if (stopped.aborted) return;
        tell(`The graph cannot follow ${store.url} yet: ${error instanceof Error ? error.message : String(error)}`);
        await wait(RETRY, undefined, { signal: stopped, ref: false }).catch(() => undefined);
      }
    }
  };
  const close = async (): Promise<void> => {
    closing.abort();
    await making?.catch(() => undefined);
    if (live !== null) await keeper?.keepLast(live);
    await store.close();
  };

  // One of the two is there from here on.
  if (kept === null) await makeOnce();
  else if (follow === 'AT_ONCE') void makeSoon();
  return {
    store,
    resources,
    get graph() {
      return (live ?? kept)!.graph;
    },
    get position() {
      return live?.follower.position ?? kept!.position;
    },
    get isFollowing() {
      return live !== null;
    },
    async catchUp() {
      const following = live ?? (await makeOnce());
      const start = performance.now();
      const position = await following.follower.catchUp();
      following.took += performance.now() - start;
      keeper?.look(following);
      return position;
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}

const PATIENCE: Patience = { taking: 2_000, resting: 10_000 };
/** How soon it is tried again where the making of a graph fails behind the answers, in milliseconds. */
const RETRY = 1_000;
