import type { MsgRequest, StoredMsg } from '@nats-io/jetstream';
import { untilAnswered } from './passing.js';
import type { QueueServer } from './server.js';

/** A message by its place, or the first of a subject from a place on, or the last of a subject. */
export type MessageQuery =
  | { readonly seq: number }
  | { readonly seq: number; readonly next_by_subj: string }
  | { readonly last_by_subj: string };

/** Asks the leader of a stream for one message; null where there is none. */
export function findMessage(
  { manager, url }: QueueServer,
  stream: string,
  query: MessageQuery,
): Promise<StoredMsg | null> {
  // The server knows the next of a subject; the types of its client do so for direct reads alone.
  return untilAnswered(url, () => manager.streams.getMessage(stream, query as MsgRequest));
}
