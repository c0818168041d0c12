import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How a server fared since it was last asked. */
export interface ServerReport {
  /** The most processor time between two looks at the event loop, in milliseconds: at least the longest turn. */
  readonly longestTurn: number;
  /** In use after a collection of garbage, in bytes. */
  readonly heap: number;
  /** Resident, in bytes. */
  readonly memory: number;
  /** Errors that are the server's own, since it began. */
  readonly faults: number;
}

/** A server in a process of its own. */
export interface MeasuredServer {
  readonly url: string;
  report(): Promise<ServerReport>;
  stop(): void;
}

/** Serves a network of so many entities and five times as many relationships. */
export async function startMeasuredServer(entities: number, seed: number): Promise<MeasuredServer> {
  const script = fileURLToPath(new URL('measured-server.ts', import.meta.url));
  const child = fork(script, [String(entities), String(seed)], { execArgv: ['--import', 'tsx'] });
  const [{ url }] = (await once(child, 'message')) as [{ readonly url: string }];
  return {
    url,
    async report() {
      const answer = once(child, 'message');
      child.send('report');
      const [report] = (await answer) as [ServerReport];
      return report;
    },
    stop: () => child.disconnect(),
  };
}
