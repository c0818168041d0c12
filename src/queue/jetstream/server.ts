import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { StreamNames } from './streams.js';

/** The server of a queue, while it is open. */
export interface QueueServer {
  readonly connection: NatsConnection;
  readonly client: JetStreamClient;
  readonly manager: JetStreamManager;
  readonly names: StreamNames;
  /** The address without who asks. */
  readonly url: string;
}
