import type { Document } from '../domain/index.js';

/** Documents that wait to be read, on a server that any number of machines reach. */
export interface Queue {
  /** The address it was opened by, without who asks. */
  readonly url: string;
  /** Milliseconds after which a document is given to another worker, where the one that has it says nothing. */
  readonly patience: number;
  /**
   * Adds a document, which is safe when the promise resolves; the same again changes nothing while it waits.
   * @throws ClaimgraphError QUEUE_UNREACHABLE where the server keeps silent for two minutes
   */
  put(document: Document): Promise<'QUEUED' | 'WAITING'>;
  /** The next document for this worker; null where none comes within a second, or the server cannot be reached now. */
  take(): Promise<Delivery | null>;
  counts(): Promise<QueueCounts>;
  /** Those that were given up, oldest first. */
  dead(): AsyncIterable<DeadDocument>;
  /** Puts one that was given up back into the queue; false where it is gone. */
  retry(dead: DeadDocument): Promise<boolean>;
  /** Takes one that was given up away for good; false where it is gone. */
  drop(dead: DeadDocument): Promise<boolean>;
  /** Closing twice is allowed. What was taken and not ended is given to another worker after `patience`. */
  close(): Promise<void>;
}

/** A document that a worker was given; it is the worker's until one of `done`, `again` and `bury`, or until it keeps silent. */
export interface Delivery {
  /** How often it was given to some worker, this time included. */
  readonly count: number;
  /** The same without the times when its turn had not come. */
  tries(): Promise<number>;
  /** When it was put, in milliseconds since 1970. */
  readonly putAt: number;
  /** @throws ClaimgraphError INPUT_MALFORMED where it is no document of ours, INPUT_UNREADABLE where parts of it are gone. */
  document(): Promise<Document>;
  /** Whether its turn has come: another text under its id that was put before it goes before it. GONE: another worker ended it. */
  turn(): Promise<'OURS' | 'LATER' | 'GONE'>;
  /** Says that it is still being read. */
  beat(): void;
  /** It is in the store: takes it out of the queue. */
  done(): Promise<void>;
  /** Gives it to some worker after so many milliseconds; it was tried. */
  again(delay: number): void;
  /** The same where its turn had not come. */
  later(delay: number): Promise<void>;
  /** Gives it up: keeps it, with the reason, beside the queue. */
  bury(reason: string): Promise<void>;
}

/** How much waits. */
export interface QueueCounts {
  /** Given to no worker yet. */
  readonly waiting: number;
  /** Given to a worker, or to be given again. */
  readonly underWay: number;
  /** Of those under way, how many were given more than once. */
  readonly givenAgain: number;
  readonly dead: number;
  /** When the oldest of those that wait or are under way was put, in milliseconds since 1970; null for none. */
  readonly oldest: number | null;
}

/** A document that was given up. */
export interface DeadDocument {
  /** Its place among them. */
  readonly position: number;
  /** Null where it is no document of ours. */
  readonly documentId: string | null;
  readonly reason: string;
  /** How often it was given to a worker. */
  readonly count: number;
  /** When it was given up, in milliseconds since 1970. */
  readonly at: number;
}
