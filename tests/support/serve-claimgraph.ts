import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { startClaimgraph, waitForOutput } from './run-claimgraph.js';

/** A server as people start it: a process of its own, on a free port. */
export interface ServerProcess {
  readonly url: string;
  /** How far its graph has followed the log of changes. */
  position(): Promise<number>;
  /** Waits until it has come to the position; gives the seconds that it took. */
  reach(position: number): Promise<number>;
  /** What it exports in a format. */
  exported(format: string): Promise<string>;
  /** Kills it as a machine does that loses power. */
  kill(): Promise<void>;
}

/** Starts a server on a store, and waits until it listens. The relative paths of the store begin at the folder. */
export async function serveClaimgraph(store: string, folder: string): Promise<ServerProcess> {
  const child: ChildProcessWithoutNullStreams = startClaimgraph(['serve', '--store', store, '--port', '0'], { folder });
  child.stderr.resume();
  const [said] = await waitForOutput(child, /http:\/\/localhost:\d+/);
  const url = said.replace('localhost', '127.0.0.1');
  const position = async (): Promise<number> => {
    const health = (await (await fetch(`${url}/health`)).json()) as { readonly position: number };
    return health.position;
  };
  return {
    url,
    position,
    async reach(wanted) {
      const start = performance.now();
      while ((await position()) < wanted) await wait(20);
      return (performance.now() - start) / 1000;
    },
    async exported(format) {
      const response = await fetch(`${url}/export/${format}`);
      if (!response.ok) throw new Error(`Expected the export ${format}, got ${response.status}.`);
      return response.text();
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    },
  };
}
