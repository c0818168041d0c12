import type { LiveKnowledge } from './live-knowledge.js';

/** How long nobody is asked where nothing is heard, in milliseconds. */
const INTERVAL = 500;

/**
 * Keeps the graph up with what others write to its store: at once where the store tells of it, else twice a second, for
 * what is told can be lost. Where the store tells nothing, the graph follows when it is asked, and this does nothing.
 * Errors go to `fail`, and the next turn tries again. Gives what ends it.
 */
export function keepCaughtUp(knowledge: LiveKnowledge, fail: (error: unknown) => void): () => Promise<void> {
  let isEnded = false;
  let wake = (): void => undefined;
  let isHeard = false;
  const stopListening = knowledge.store.listen?.(() => {
    isHeard = true;
    wake();
  });
  if (stopListening === undefined) return async () => undefined;

  const rest = async (): Promise<void> => {
    if (isHeard || isEnded) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, INTERVAL);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  };
  const follow = async (): Promise<void> => {
    while (!isEnded) {
      await rest();
      isHeard = false;
      // What breaks off because it was ended is no failure.
      if (!isEnded) await knowledge.catchUp().catch((error: unknown) => !isEnded && fail(error));
    }
  };
  void follow();
  return async () => {
    isEnded = true;
    wake();
    await stopListening();
  };
}
