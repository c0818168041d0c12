import { setImmediate as nextTurn } from 'node:timers/promises';
import { ClaimgraphError } from '../base/index.js';

/** What every query takes that may be stopped. */
export interface Stoppable {
  readonly signal?: AbortSignal | null | undefined;
}

/** Tells a long loop when to let others have the event loop: `if (turns.due()) await turns.rest();`. */
export interface Turns {
  /** True where the loop has run for its share of time, or was stopped. Cheap enough to ask for each item. */
  due(): boolean;
  /** Gives the event loop a turn. @throws ClaimgraphError INTERRUPTED where the signal has stopped the work. */
  rest(): Promise<void>;
}

/** Half of what a loop may hold the event loop, so that one slow item does not overrun it. */
const SHARE_IN_MILLISECONDS = 10;

/** Starts counting; throws at once where the signal has already fired. @throws ClaimgraphError INTERRUPTED. */
export function startTurns(signal: AbortSignal | null | undefined): Turns {
  refuseAborted(signal);
  let started = performance.now();
  return {
    due: () => performance.now() - started >= SHARE_IN_MILLISECONDS || signal?.aborted === true,
    async rest() {
      refuseAborted(signal);
      await nextTurn();
      refuseAborted(signal);
      started = performance.now();
    },
  };
}

/** @throws ClaimgraphError INTERRUPTED where the signal has fired. */
export function refuseAborted(signal: AbortSignal | null | undefined): void {
  if (signal?.aborted === true)
    throw new ClaimgraphError('INTERRUPTED', 'The query was stopped before it had its answer.');
}
