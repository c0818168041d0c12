import { loadPackages } from '../base/index.js';
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

/** The queue's own code, with the packages that it stands on. */
function loadJetStream(): Promise<typeof import('./jetstream/open-jetstream.js')> {
  return loadPackages(
    () => import('./jetstream/open-jetstream.js'),
    'A queue needs packages that are not installed: npm install @nats-io/jetstream@3 @nats-io/transport-node@3.',
  );
}
