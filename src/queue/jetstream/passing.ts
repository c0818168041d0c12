import { setTimeout as wait } from 'node:timers/promises';
import { JetStreamApiError, JetStreamError } from '@nats-io/jetstream';
import { errors } from '@nats-io/transport-node';
import { ClaimgraphError } from '../../base/index.js';

/** Milliseconds for which a server may keep silent: a cluster is without a leader for some seven seconds after a crash. */
const LONGEST_SILENCE = 120_000;
const PAUSE = 250;

/**
 * Runs a request of the server, again where nobody answers it or the cluster is without a leader; requests are made so that
 * twice does no harm.
 * @throws ClaimgraphError QUEUE_UNREACHABLE
 */
export async function untilAnswered<Answer>(
  url: string,
  request: () => Promise<Answer>,
  longest = LONGEST_SILENCE,
): Promise<Answer> {
  const end = Date.now() + longest;
  for (;;) {
    try {
      return await request();
    } catch (error) {
      if (!isPassing(error)) throw toQueueError(error, url);
      if (Date.now() > end) throw toQueueError(error, url);
    }
    await wait(PAUSE);
  }
}

/** True for what says that nobody answered now: a leader that is being chosen, a connection that is being made again. */
export function isPassing(error: unknown): boolean {
  // Its class is not among what the client gives.
  if (error instanceof Error && error.name === 'JetStreamNotEnabled') return true;
  // 10076 and 10077: the consumer or stream cannot be stored at the moment; 503: there is no leader.
  if (error instanceof JetStreamApiError) return error.status === 503;
  // Of a request for the next message: missed heartbeats, a change of leaders, too many that wait.
  if (error instanceof JetStreamError) return !/deleted/i.test(error.message);
  if (error instanceof errors.TimeoutError || error instanceof errors.NoRespondersError) return true;
  if (error instanceof errors.RequestError) return isPassing(error.cause) || error.isNoResponders();
  return error instanceof errors.ConnectionError;
}

/** True where the server says that there is no such stream, consumer or message. */
export function isMissing(error: unknown): boolean {
  return error instanceof JetStreamApiError && error.status === 404;
}

/** What a server or its client says, as what someone must act on; other errors as they are. */
export function toQueueError(error: unknown, url: string): unknown {
  if (error instanceof ClaimgraphError || !(error instanceof Error)) return error;
  const message = `The queue ${url} cannot be reached, or refuses what is asked (${error.message}); start nats-server with --jetstream there, and look whether the address and the login are right.`;
  return new ClaimgraphError('QUEUE_UNREACHABLE', message, { url });
}
