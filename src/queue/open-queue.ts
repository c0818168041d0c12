import { ClaimgraphError } from '../base/index.js';
import { parseQueueAddress } from './parse-address.js';
import type { Queue } from './queue.js';

/**
 * Opens the queue at an address, and makes it where it is not there.
 * @throws ClaimgraphError QUEUE_URL_INVALID, QUEUE_UNREACHABLE, PACKAGE_MISSING
 */
export async function openQueue(url: string): Promise<Queue> {
  const address = parseQueueAddress(url);
  const { openJetStreamQueue } = await loadJetStream();
  return openJetStreamQueue(address);
}

/** Loads what only queues need: nobody else has to install it, or waits for it. */
async function loadJetStream(): Promise<typeof import('./jetstream/open-jetstream.js')> {
  try {
    return await import('./jetstream/open-jetstream.js');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    const message =
      'A queue needs packages that are not installed: npm install @nats-io/jetstream@3 @nats-io/transport-node@3.';
    throw new ClaimgraphError('PACKAGE_MISSING', message);
  }
}
