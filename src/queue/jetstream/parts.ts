import { randomUUID } from 'node:crypto';
import { ClaimgraphError } from '../../base/index.js';
import { findMessage } from './find-message.js';
import { untilAnswered } from './passing.js';
import type { QueueServer } from './server.js';

/** The header of a message whose document lies in parts: `UPLOAD:COUNT`. */
export const PARTS_HEADER = 'Claimgraph-Parts';
/** Bytes of a message that are not its payload, at most: its subject and headers. */
const ROOM = 8192;

/** True where a payload is larger than a message may be. */
export function needsParts({ connection }: QueueServer, payload: Uint8Array): boolean {
  return payload.length > partSize(connection.info?.max_payload);
}

/** Keeps a payload in parts; gives what the header says of them. */
export async function putParts(server: QueueServer, payload: Uint8Array): Promise<string> {
  const size = partSize(server.connection.info?.max_payload);
  const upload = randomUUID();
  const count = Math.ceil(payload.length / size);
  for (let part = 0; part < count; part++) {
    const bytes = payload.subarray(part * size, (part + 1) * size);
    const subject = server.names.partSubject(upload, part);
    await untilAnswered(server.url, () => server.client.publish(subject, bytes, { msgID: `${upload}.${part}` }));
  }
  return `${upload}:${count}`;
}

/** Puts the parts together again. @throws ClaimgraphError INPUT_UNREADABLE where one of them is gone. */
export async function takeParts(server: QueueServer, header: string): Promise<Uint8Array> {
  const { upload, count } = parseHeader(header);
  const parts: Uint8Array[] = [];
  for (let part = 0; part < count; part++) {
    const message = await findMessage(server, server.names.parts, {
      last_by_subj: server.names.partSubject(upload, part),
    });
    if (message === null)
      throw new ClaimgraphError(
        'INPUT_UNREADABLE',
        `Part ${part + 1} of ${count} of the document is gone; enqueue it anew.`,
      );
    parts.push(message.data);
  }
  return Buffer.concat(parts);
}

/** Takes the parts away; those that are gone do no harm. */
export async function dropParts(server: QueueServer, header: string): Promise<void> {
  const filter = server.names.partSubject(parseHeader(header).upload, '*');
  await untilAnswered(server.url, () => server.manager.streams.purge(server.names.parts, { filter }));
}

function parseHeader(header: string): { readonly upload: string; readonly count: number } {
  const [, upload, count] = /^([0-9a-f-]{36}):([0-9]{1,5})$/.exec(header) ?? [];
  if (upload === undefined)
    throw new ClaimgraphError(
      'INPUT_MALFORMED',
      'Expected parts that claimgraph enqueue has written; enqueue the document anew.',
    );
  return { upload, count: Number(count) };
}

function partSize(largest: number | undefined): number {
  return Math.max(1024, (largest ?? 1_048_576) - ROOM);
}
