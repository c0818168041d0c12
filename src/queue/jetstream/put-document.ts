import { randomUUID } from 'node:crypto';
import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { hashText } from '../../base/index.js';
import type { Document } from '../../domain/index.js';
import { identityOf, writeQueued } from '../queued-document.js';
import { findMessage } from './find-message.js';
import { dropParts, needsParts, PARTS_HEADER, putParts } from './parts.js';
import { untilAnswered } from './passing.js';
import type { QueueServer } from './server.js';

/**
 * Publishes a document under a subject of its id, with its identity as the message id. A repeat vanishes while the last
 * thing that waits under the id is the same; else it is published all the same, since an earlier text may have come
 * after it meanwhile, and workers tell whether the store has it.
 */
export async function putDocument(server: QueueServer, document: Document): Promise<'QUEUED' | 'WAITING'> {
  const subject = server.names.documentSubject(hashText(document.id).slice(0, 32));
  const identity = identityOf(document);
  const payload = writeQueued(document);
  if (!needsParts(server, payload)) return publishOnce(server, subject, { identity, payload, header: headers() });
  const parts = await putParts(server, payload);
  const header = headers();
  header.set(PARTS_HEADER, parts);
  const outcome = await publishOnce(server, subject, { identity, payload: new Uint8Array(), header });
  if (outcome === 'WAITING') await dropParts(server, parts);
  return outcome;
}

interface Content {
  readonly identity: string;
  readonly payload: Uint8Array;
  readonly header: MsgHdrs;
}

async function publishOnce(
  server: QueueServer,
  subject: string,
  { identity, payload, header }: Content,
): Promise<'QUEUED' | 'WAITING'> {
  const publish = (msgID: string): Promise<{ readonly duplicate: boolean }> =>
    untilAnswered(server.url, () => server.client.publish(subject, payload, { msgID, headers: header }));
  const { duplicate } = await publish(identity);
  if (!duplicate) return 'QUEUED';
  const last = await findMessage(server, server.names.documents, { last_by_subj: subject });
  if (last?.header.get('Nats-Msg-Id').startsWith(identity) === true) return 'WAITING';
  await publish(`${identity}.${randomUUID()}`);
  return 'QUEUED';
}
