import { setTimeout as wait } from 'node:timers/promises';
import type { LiveKnowledge } from './live-knowledge.js';

/** How long nobody is asked where nothing is heard, in milliseconds. */
const INTERVAL = 500;
/** While changes keep coming, those of so many milliseconds are taken together, which costs a fraction of one by one. */
const GATHERING = 50;

/**
 * Keeps the graph up with what others write to its store: at once where the store tells of it after a while of silence,
 * every 50 ms while it keeps telling, and else twice a second, for what is told can be lost. Where the store tells
 * nothing, the graph follows when it is asked, and this does nothing. Errors go to `fail`, and the next turn tries again.
 * Gives what ends it.
 */
export function keepCaughtUp(knowledge: LiveKnowledge, fail: (error: unknown) => void): () => Promise<void> {
  const ended = new AbortController();
  const { signal } = ended;
  let heard = new AbortController();
  const stopListening = knowledge.store.listen?.(() => heard.abort());
  if (stopListening === undefined) return async () => undefined;

  const follow = async (): Promise<void> => {
    while (!signal.aborted) {
      await rest(INTERVAL, heard.signal);
      heard = new AbortController();
      // What breaks off because it was ended is no failure.
      if (!signal.aborted) await knowledge.catchUp().catch((error: unknown) => !signal.aborted && fail(error));
      await rest(GATHERING, signal);
    }
  };
  const following = follow();
  return async () => {
    ended.abort();
    heard.abort();
    await stopListening();
    await following;
  };
}

/** Waits so many milliseconds, or until the signal comes. */
async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
}
