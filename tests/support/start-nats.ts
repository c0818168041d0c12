import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { freePort } from './free-port.js';

/** Where Debian puts it, and whatever CLAIMGRAPH_NATS names instead. */
const PROGRAM = process.env.CLAIMGRAPH_NATS ?? '/usr/sbin/nats-server';
const REQUIRED = process.env.CLAIMGRAPH_REQUIRE_TOOLS === '1';

/** NATS servers with JetStream in a temporary folder, on free ports of this machine. */
export interface NatsServers {
  /** `HOST:PORT` of each, parted by commas, as an address of a queue has them. */
  readonly hosts: string;
  /** The address of a queue that no other test uses. */
  newAddress(settings?: string): string;
  /** Kills the server that leads a stream, as when its machine loses power; gives its name. */
  killLeader(stream: string): Promise<string>;
  /** Stops them all, and removes the folder. */
  remove(): Promise<void>;
}

/** True where nats-server is not installed, which is said; never with CLAIMGRAPH_REQUIRE_TOOLS=1. */
export function lacksNats(): boolean {
  try {
    execFileSync(PROGRAM, ['--version'], { stdio: 'ignore' });
    return false;
  } catch {
    if (REQUIRED) return false;
    console.log(`Not installed, so its tests are skipped: NATS (${PROGRAM}).`);
    return true;
  }
}

/** Starts one server, or so many as a cluster. */
export async function startNats(count = 1): Promise<NatsServers> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimgraph-nats-'));
  const ports: number[] = [];
  for (let made = 0; made < 2 * count; made++) ports.push(await freePort());
  const routes = ports.slice(count).map((port) => `nats://127.0.0.1:${port}`);
  const servers = new Map<string, ChildProcess>();
  for (let index = 0; index < count; index++) {
    const name = `n${index + 1}`;
    const words = ['-a', '127.0.0.1', '-p', String(ports[index]), '-js', '-sd', path.join(folder, name), '-n', name];
    if (count > 1) words.push('--cluster_name', 'tests', '--cluster', routes[index]!, '--routes', routes.join(','));
    servers.set(name, spawn(PROGRAM, words, { stdio: 'ignore' }));
  }
  const hosts = ports
    .slice(0, count)
    .map((port) => `127.0.0.1:${port}`)
    .join(',');
  const end = async (server: ChildProcess): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const closed = new Promise((resolve) => server.once('close', resolve));
    server.kill('SIGKILL');
    await closed;
  };
  await untilReady(hosts);
  let made = 0;
  return {
    hosts,
    newAddress: (settings = '') => `nats://${hosts}/test${++made}${settings}`,
    async killLeader(stream) {
      const connection = await connect({ servers: hosts.split(',') });
      const { cluster } = await (await jetstreamManager(connection)).streams.info(stream);
      await connection.close();
      const leader = cluster?.leader ?? 'n1';
      await end(servers.get(leader)!);
      return leader;
    },
    async remove() {
      await Promise.all([...servers.values()].map(end));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A cluster takes some seconds to choose who leads it. */
async function untilReady(hosts: string): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    try {
      const connection = await connect({ servers: hosts.split(','), timeout: 1000 });
      try {
        await (await jetstreamManager(connection, { timeout: 1000 })).getAccountInfo();
        return;
      } finally {
        await connection.close();
      }
    } catch (error) {
      if (waited > 30_000) throw error;
    }
    await wait(100);
  }
}
