import { setTimeout as wait } from 'node:timers/promises';
import type { Consumer, JsMsg } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import type { Delivery } from '../queue.js';
import { readQueued } from '../queued-document.js';
import { COUNT_HEADER, ID_HEADER, REASON_HEADER, writeHeader } from './dead-documents.js';
import { findMessage } from './find-message.js';
import { countLater, forgetLater, noteLater } from './later.js';
import { dropParts, PARTS_HEADER, takeParts } from './parts.js';
import { isPassing, toQueueError, untilAnswered } from './passing.js';
import type { QueueServer } from './server.js';

/** Milliseconds that a worker waits for a document before it asks again; the least that the server's client takes. */
const TURN = 1000;
/** Milliseconds until it asks again where nobody answered. */
const PAUSE = 500;

/** Asks once for the next message; null where none comes in time, or nobody answers. */
export async function takeDelivery(server: QueueServer, consumer: Consumer): Promise<Delivery | null> {
  try {
    const message = await consumer.next({ expires: TURN, bind: true });
    return message === null ? null : deliveryOf(server, message);
  } catch (error) {
    if (!isPassing(error)) throw toQueueError(error, server.url);
    await wait(PAUSE);
    return null;
  }
}

function deliveryOf(server: QueueServer, message: JsMsg): Delivery {
  const { names, client, url } = server;
  const count = message.info.deliveryCount;
  const parts = message.headers?.get(PARTS_HEADER) || null;
  let documentId: string | null = null;
  const done = async (): Promise<void> => {
    try {
      await message.ackAck({ timeout: 5000 });
    } catch (error) {
      // It stays in the queue, and whoever is given it next finds that it is done.
      if (isPassing(error)) return;
      throw toQueueError(error, url);
    }
  };
  return {
    count,
    tries: async () => (count === 1 ? 1 : count - (await countLater(server, message.seq))),
    putAt: message.time.getTime(),
    async document() {
      const document = readQueued(parts === null ? message.data : await takeParts(server, parts));
      documentId = document.id;
      return document;
    },
    async turn() {
      const query = { next_by_subj: message.subject, seq: 0 };
      const first = (await findMessage(server, names.documents, query))?.seq ?? null;
      if (first === message.seq) return 'OURS';
      return first !== null && first < message.seq ? 'LATER' : 'GONE';
    },
    beat() {
      if (!server.connection.isClosed()) message.working();
    },
    async done() {
      await done();
      if (count > 1) await forgetLater(server, message.seq);
      if (parts !== null) await dropParts(server, parts);
    },
    again: (delay) => message.nak(delay),
    async later(delay) {
      await noteLater(server, message.seq, count);
      message.nak(delay);
    },
    async bury(reason) {
      const header = headers();
      header.set(REASON_HEADER, writeHeader(reason));
      header.set(COUNT_HEADER, String(count));
      if (documentId !== null) header.set(ID_HEADER, writeHeader(documentId));
      if (parts !== null) header.set(PARTS_HEADER, parts);
      const key = message.subject.slice(message.subject.lastIndexOf('.') + 1);
      // Its place in the queue names it, so that it is buried once, also where the worker dies between the two.
      const msgID = `dead-${message.seq}`;
      await untilAnswered(url, () => client.publish(names.deadSubject(key), message.data, { msgID, headers: header }));
      await done();
    },
  };
}
