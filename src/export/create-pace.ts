import { setImmediate as nextTurn } from 'node:timers/promises';
import { ClaimgraphError } from '../base/index.js';

/** Half of what the event loop may be held for: a row may take as long again. */
const TURN_MILLISECONDS = 10;

/**
 * Gives a function to call before each row: it lets other work run when this one has held the event loop long enough.
 * @throws ClaimgraphError INTERRUPTED, from that function, once the signal is aborted.
 */
export function createPace(signal: AbortSignal | undefined): () => Promise<void> {
  let turnStarted = performance.now();
  return async () => {
    if (performance.now() - turnStarted >= TURN_MILLISECONDS) {
      await nextTurn();
      turnStarted = performance.now();
    }
    if (signal?.aborted) throw new ClaimgraphError('INTERRUPTED', 'The export was stopped before it was complete.');
  };
}
