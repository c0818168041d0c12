import { setTimeout as wait } from 'node:timers/promises';
import { channelOf } from './append-change.js';
import type { Connections } from './connections.js';

/** After a connection was lost, in milliseconds. */
const PAUSE = 500;

/**
 * Calls `hear` when somebody's commit has changed the store, and whenever the connection was lost and is there again,
 * as something may have been missed meanwhile. Gives what ends it.
 */
export function listen(connections: Connections, hear: () => void): () => Promise<void> {
  const ended = new AbortController();
  const aborted = new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()));
  const running = (async () => {
    while (!ended.signal.aborted) {
      await listenOnce(connections, hear, aborted);
      await wait(PAUSE, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    ended.abort();
    await running;
  };
}

/** Listens until the connection is lost, or the end comes. */
async function listenOnce(connections: Connections, hear: () => void, aborted: Promise<void>): Promise<void> {
  const client = connections.dedicated();
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  client.on('notification', hear);
  try {
    await client.connect();
    await client.query(`LISTEN "${channelOf(connections.address.schema)}"`);
    hear();
    await Promise.race([lost, aborted]);
  } catch {
    // It is tried again; whoever asks the store for something is told what is wrong.
  } finally {
    await client.end().catch(() => undefined);
  }
}
