import type { GraphShelf } from './kept-graph.js';
import type { FollowingGraph } from './make-graph.js';

/** Keeps a graph that took long to make for those who open its store next. */
export interface Keeper {
  /** Is called whenever the graph has caught up: it is kept when nothing has changed for a while. */
  look(following: FollowingGraph): void;
  /** Keeps it as it is in the end, and waits for that. */
  keepLast(following: FollowingGraph): Promise<void>;
}

/** When a graph is kept, in milliseconds. */
export interface Patience {
  /** That it must have taken to make; Infinity for never. */
  readonly taking: number;
  /** That nothing must have changed while the store stays open. When it is closed, the graph is kept without that. */
  readonly resting: number;
}

/** The keeping takes one part in so many of the time at most, however often the graph changes. */
const SHARE = 20;

/** Keeps graphs on a shelf, one after another, until the signal fires. */
export function keepWhenRested(shelf: GraphShelf, { taking, resting }: Patience, signal: AbortSignal): Keeper {
  let timer: NodeJS.Timeout | undefined;
  let rest = resting;
  let looked = -1;
  let last: Promise<void> = Promise.resolve();

  const keep = async ({ graph, follower: { position } }: FollowingGraph): Promise<void> => {
    if (signal.aborted) return;
    const start = performance.now();
    await shelf.keep({ graph, position }, signal);
    rest = Math.max(resting, SHARE * (performance.now() - start));
  };
  const keepNext = (following: FollowingGraph): Promise<void> => {
    last = last.then(() => keep(following));
    return last;
  };
  return {
    look(following) {
      const { position } = following.follower;
      if (following.took < taking || position === looked) return;
      looked = position;
      clearTimeout(timer);
      timer = setTimeout(() => void keepNext(following), rest).unref();
    },
    async keepLast(following) {
      clearTimeout(timer);
      if (following.took >= taking) await keepNext(following);
      else await last;
    },
  };
}
