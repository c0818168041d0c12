import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';
import { ClaimgraphError } from '../../base/index.js';
import type { QueueAddress } from '../parse-address.js';
import type { Queue } from '../queue.js';
import { jetStreamQueueOf } from './jetstream-queue.js';
import { toQueueError, untilAnswered } from './passing.js';
import { namesOf, prepareStreams } from './streams.js';

/** Milliseconds for which a queue that is being opened may be without a leader. */
const OPENING = 20_000;

/**
 * Opens a queue on NATS JetStream, and makes its streams where they are not there.
 * @throws ClaimgraphError QUEUE_UNREACHABLE
 */
export async function openJetStreamQueue(address: QueueAddress): Promise<Queue> {
  const connection = await connectTo(address);
  try {
    if (connection.info?.jetstream !== true) {
      const message = `The server of the queue ${address.shown} keeps no streams; start nats-server with --jetstream.`;
      throw new ClaimgraphError('QUEUE_UNREACHABLE', message, { url: address.shown });
    }
    const manager = await untilAnswered(address.shown, () => jetstreamManager(connection), OPENING);
    const patience = await untilAnswered(address.shown, () => prepareStreams(manager, address), OPENING);
    const names = namesOf(address.name);
    return jetStreamQueueOf(
      { connection, client: jetstream(connection), manager, names, url: address.shown },
      patience,
    );
  } catch (error) {
    await connection.close();
    throw toQueueError(error, address.shown);
  }
}

async function connectTo({ servers, secure, user, password, shown }: QueueAddress): Promise<NatsConnection> {
  const login: NodeConnectionOptions =
    user === null ? {} : password === null ? { token: user } : { user, pass: password };
  try {
    return await connect({
      ...login,
      ...(secure ? { tls: {} } : {}),
      servers: [...servers],
      name: 'claimgraph',
      timeout: 5000,
      // For ever: what waits outlives any restart of the servers.
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      pingInterval: 10_000,
    });
  } catch (error) {
    throw toQueueError(error, shown);
  }
}
