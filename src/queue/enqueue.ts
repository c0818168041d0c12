import { setTimeout as wait } from 'node:timers/promises';
import { type Inputs, type ReadInputsOptions, readInputs } from '../pipeline/index.js';
import type { InputFailure } from '../read/index.js';
import type { Queue } from './queue.js';

/** How documents are put into a queue. */
export interface EnqueueOptions extends ReadInputsOptions {
  /** Documents that may wait; while there are more, no more are put. */
  readonly most: number;
}

/** What became of one document; it is given when it is safe in the queue. */
export type EnqueueEvent =
  | {
      readonly kind: 'QUEUED' | 'WAITING';
      readonly documentId: string;
      readonly input: string;
      readonly bytes: number;
    }
  | ({ readonly kind: 'FAILED' } & InputFailure);

/**
 * Puts the documents of the inputs into a queue, in their order, without reading what they say. WAITING is one that waits
 * there already.
 * @throws ClaimgraphError QUEUE_UNREACHABLE; documents whose events were given are safe.
 */
export async function* enqueue(
  queue: Queue,
  inputs: Inputs,
  { most, ...options }: EnqueueOptions,
): AsyncGenerator<EnqueueEvent> {
  let untilLook = 0;
  for await (const reading of readInputs(inputs, options)) {
    if (reading.kind === 'FAILED') {
      yield reading;
      continue;
    }
    if (untilLook === 0) {
      untilLook = await waitForRoom(queue, most, options.signal);
      if (options.signal?.aborted === true) return;
    }
    untilLook -= 1;
    const { document, input, bytes } = reading;
    yield { kind: await queue.put(document), documentId: document.id, input, bytes };
  }
}

/** Documents that are put, at most, until it is looked again how many wait. */
const BATCH = 100;

/** Waits while the queue is full; gives how many more may be put, at least 1. */
async function waitForRoom(queue: Queue, most: number, signal: AbortSignal | undefined): Promise<number> {
  while (signal?.aborted !== true) {
    const { waiting } = await queue.counts();
    if (waiting < most) return Math.min(BATCH, most - waiting);
    await wait(250, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }
  return 1;
}
