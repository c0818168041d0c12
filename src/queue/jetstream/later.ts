import { untilAnswered } from './passing.js';
import type { QueueServer } from './server.js';

// The server counts how often a message was given to a worker. What was given before its turn was not tried: it is noted,
// for nobody should give up a document because many texts came under its id.

/** Notes that the turn of a message had not come when it was given for the so manieth time. */
export async function noteLater({ client, names, url }: QueueServer, place: number, count: number): Promise<void> {
  const subject = names.laterSubject(place, count);
  await untilAnswered(url, () => client.publish(subject, new Uint8Array(), { msgID: subject }));
}

/** How often that was noted of a message. */
export async function countLater({ manager, names, url }: QueueServer, place: number): Promise<number> {
  const filter = { subjects_filter: names.laterSubject(place, '*') };
  const { state } = await untilAnswered(url, () => manager.streams.info(names.parts, filter));
  return Object.keys(state.subjects ?? {}).length;
}

/** Takes the notes on a message away. */
export async function forgetLater({ manager, names, url }: QueueServer, place: number): Promise<void> {
  await untilAnswered(url, () => manager.streams.purge(names.parts, { filter: names.laterSubject(place, '*') }));
}
