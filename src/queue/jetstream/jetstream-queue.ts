import type { Consumer } from '@nats-io/jetstream';
import type { Queue } from '../queue.js';
import { dropDead, readDead, retryDead } from './dead-documents.js';
import { untilAnswered } from './passing.js';
import { putDocument } from './put-document.js';
import type { QueueServer } from './server.js';
import { CONSUMER } from './streams.js';
import { takeDelivery } from './take-delivery.js';

/** The queue on a server whose streams are there; it owns the connection from now on. */
export function jetStreamQueueOf(server: QueueServer, patience: number): Queue {
  const { client, connection, manager, names, url } = server;
  let consumer: Consumer | null = null;
  return {
    url,
    patience,
    put: (document) => putDocument(server, document),
    async take() {
      consumer ??= await untilAnswered(url, () => client.consumers.get(names.documents, CONSUMER));
      return takeDelivery(server, consumer);
    },
    counts: () =>
      untilAnswered(url, async () => {
        const [documents, workers, dead] = await Promise.all([
          manager.streams.info(names.documents),
          manager.consumers.info(names.documents, CONSUMER),
          manager.streams.info(names.dead),
        ]);
        return {
          waiting: workers.num_pending,
          underWay: workers.num_ack_pending,
          givenAgain: workers.num_redelivered,
          dead: dead.state.messages,
          oldest: documents.state.messages === 0 ? null : Date.parse(documents.state.first_ts),
        };
      }),
    dead: () => readDead(server),
    retry: (dead) => retryDead(server, dead),
    drop: (dead) => dropDead(server, dead),
    close: () => connection.close(),
  };
}
