import {
  AckPolicy,
  type ConsumerConfig,
  DiscardPolicy,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { QueueAddress } from '../parse-address.js';
import { isMissing } from './passing.js';

/** The consumer that all workers share. */
export const CONSUMER = 'workers';
/** Milliseconds within which a repeat is known by its message id alone. */
const REPEATS = 600_000;
/** Milliseconds after which the parts of a large document are taken away, whatever became of it. */
const PARTS_AGE = 30 * 86_400_000;
const DEFAULT_PATIENCE = 30_000;

/** The names of a queue's streams and subjects on the server. */
export interface StreamNames {
  /** Waiting documents: one subject a document's id, each message until it is acknowledged. */
  readonly documents: string;
  /** Those that were given up. */
  readonly dead: string;
  /** Parts of documents that are larger than a message may be, and notes on those whose turn had not come. */
  readonly parts: string;
  documentSubject(key: string): string;
  deadSubject(key: string): string;
  partSubject(upload: string, part: number | '*'): string;
  /** Of a note that the turn of a message had not come when it was given for the so manieth time. */
  laterSubject(place: number, count: number | '*'): string;
  readonly allDead: string;
}

/** Names of their own for each queue, so that several share a server. */
export function namesOf(name: string): StreamNames {
  return {
    documents: `${name}-documents`,
    dead: `${name}-dead`,
    parts: `${name}-parts`,
    documentSubject: (key) => `${name}.documents.${key}`,
    deadSubject: (key) => `${name}.dead.${key}`,
    partSubject: (upload, part) => `${name}.parts.${upload}.${part}`,
    laterSubject: (place, count) => `${name}.later.${place}.${count}`,
    allDead: `${name}.dead.*`,
  };
}

/** Makes the streams and the consumer that are not there, and changes what the address has otherwise; gives the patience of the queue in milliseconds. */
export async function prepareStreams(manager: JetStreamManager, address: QueueAddress): Promise<number> {
  const names = namesOf(address.name);
  const kept = { storage: StorageType.File, num_replicas: address.replicas ?? 1, discard: DiscardPolicy.New };
  const streams: readonly (Partial<StreamConfig> & { readonly name: string })[] = [
    {
      ...kept,
      name: names.documents,
      subjects: [names.documentSubject('*')],
      retention: RetentionPolicy.Workqueue,
      duplicate_window: nanos(REPEATS),
    },
    { ...kept, name: names.dead, subjects: [names.allDead] },
    {
      ...kept,
      name: names.parts,
      subjects: [`${address.name}.parts.*.*`, `${address.name}.later.*.*`],
      max_age: nanos(PARTS_AGE),
      duplicate_window: nanos(REPEATS),
    },
  ];
  for (const stream of streams) {
    const known = await unlessMissing(() => manager.streams.info(stream.name));
    if (known === null) await manager.streams.add(stream);
    else if (address.replicas !== null && known.config.num_replicas !== address.replicas)
      await manager.streams.update(stream.name, { num_replicas: address.replicas });
  }
  return prepareConsumer(manager, names.documents, address.patience);
}

async function prepareConsumer(manager: JetStreamManager, stream: string, patience: number | null): Promise<number> {
  const wanted: Partial<ConsumerConfig> = {
    durable_name: CONSUMER,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(patience ?? DEFAULT_PATIENCE),
    // How often a document is tried, the worker decides: a store that cannot be reached is no fault of it.
    max_deliver: -1,
    max_ack_pending: 10_000,
  };
  let known = await unlessMissing(() => manager.consumers.info(stream, CONSUMER));
  known ??= await manager.consumers.add(stream, wanted);
  if (patience !== null && known.config.ack_wait !== nanos(patience)) {
    known = await manager.consumers.update(stream, CONSUMER, { ...known.config, ack_wait: nanos(patience) });
  }
  return (known.config.ack_wait ?? nanos(DEFAULT_PATIENCE)) / 1_000_000;
}

/** What is there, or null. */
async function unlessMissing<Found>(look: () => Promise<Found>): Promise<Found | null> {
  try {
    return await look();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
