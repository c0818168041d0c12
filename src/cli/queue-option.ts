import { openQueue, type Queue } from '../queue/index.js';
import type { Given, Option, Surroundings } from './command.js';
import { textOption } from './options.js';

const DEFAULT_QUEUE = 'nats://localhost:4222';

export const QUEUE_OPTION: Option = {
  flags: '--queue <url>',
  description: `address of the queue (default: CLAIMGRAPH_QUEUE, else ${DEFAULT_QUEUE})`,
};

/** Opens the queue that the options name for as long as `use` takes; it is made where it is not there. */
export async function withQueue<Result>(
  given: Given,
  { environment }: Surroundings,
  use: (queue: Queue) => Promise<Result>,
): Promise<Result> {
  const queue = await openQueue(textOption(given, 'queue') ?? (environment.CLAIMGRAPH_QUEUE || DEFAULT_QUEUE));
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}
