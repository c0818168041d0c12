import type { StoredMsg } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import type { DeadDocument } from '../queue.js';
import { findMessage } from './find-message.js';
import { dropParts, PARTS_HEADER } from './parts.js';
import { isMissing, untilAnswered } from './passing.js';
import type { QueueServer } from './server.js';

/** What is said of a document that was given up, each made plain by `writeHeader`. */
export const REASON_HEADER = 'Claimgraph-Reason';
export const COUNT_HEADER = 'Claimgraph-Count';
export const ID_HEADER = 'Claimgraph-Id';

/** Code units of a reason that are kept. */
const LONGEST = 1000;

/** Any text as letters that a header may hold. */
export function writeHeader(text: string): string {
  return encodeURIComponent(text.slice(0, LONGEST).replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** Those that were given up, oldest first. */
export async function* readDead(server: QueueServer): AsyncGenerator<DeadDocument> {
  for (let next = 1; ; ) {
    const message = await findMessage(server, server.names.dead, { next_by_subj: server.names.allDead, seq: next });
    if (message === null) return;
    next = message.seq + 1;
    yield {
      position: message.seq,
      documentId: readHeader(message, ID_HEADER),
      reason: readHeader(message, REASON_HEADER) ?? 'unknown',
      count: Number(message.header.get(COUNT_HEADER)) || 0,
      at: message.time.getTime(),
    };
  }
}

/** Puts one back behind all that waits, and takes it away here; false where it is gone. */
export async function retryDead(server: QueueServer, { position }: DeadDocument): Promise<boolean> {
  const { client, names, url } = server;
  const message = await findMessage(server, server.names.dead, { seq: position });
  if (message === null) return false;
  const header = headers();
  const parts = message.header.get(PARTS_HEADER);
  if (parts !== '') header.set(PARTS_HEADER, parts);
  const subject = names.documentSubject(message.subject.slice(message.subject.lastIndexOf('.') + 1));
  const msgID = `retry-${position}`;
  await untilAnswered(url, () => client.publish(subject, message.data, { msgID, headers: header }));
  await removeDead(server, position);
  return true;
}

/** Takes one away for good; false where it is gone. */
export async function dropDead(server: QueueServer, { position }: DeadDocument): Promise<boolean> {
  const message = await findMessage(server, server.names.dead, { seq: position });
  if (message === null) return false;
  await removeDead(server, position);
  const parts = message.header.get(PARTS_HEADER);
  if (parts !== '') await dropParts(server, parts);
  return true;
}

async function removeDead({ manager, names, url }: QueueServer, position: number): Promise<void> {
  await untilAnswered(url, async () => {
    try {
      await manager.streams.deleteMessage(names.dead, position);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  });
}

function readHeader(message: StoredMsg, name: string): string | null {
  const value = message.header.get(name);
  if (value === '') return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
