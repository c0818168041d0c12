import { createServer } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { ClaimgraphError } from '../base/index.js';
import type { QueueCounts, WorkEvent } from '../queue/index.js';

/** What a worker counts, for Prometheus. */
export interface WorkMetrics {
  readonly contentType: string;
  observe(event: WorkEvent): void;
  /** All of it in the text format of Prometheus. */
  write(): Promise<string>;
}

/** Counts from zero; how much the queue holds is asked when the metrics are. Names begin with claimgraph_. */
export function createWorkMetrics(counts: () => Promise<QueueCounts>): WorkMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const events = new Counter({
    name: 'claimgraph_work_events_total',
    help: 'What this worker did, by kind: ADDED, UPDATED and UNCHANGED documents, FAILED tries, BURIED documents, and so on.',
    labelNames: ['kind'],
    registers,
  });
  for (const kind of KINDS) events.inc({ kind }, 0);
  const claims = new Counter({
    name: 'claimgraph_work_claims_total',
    help: 'Claims that this worker has read.',
    registers,
  });
  const again = new Counter({
    name: 'claimgraph_work_given_again_total',
    help: 'Documents that came to their end here after they had been given to a worker before.',
    registers,
  });
  const seconds = new Histogram({
    name: 'claimgraph_work_seconds',
    help: 'How long a document took, from when this worker was given it until it was out of the queue.',
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100],
    registers,
  });
  const age = new Histogram({
    name: 'claimgraph_work_age_seconds',
    help: 'How long ago a document was put into the queue when it was out of it.',
    buckets: [0.1, 1, 10, 60, 600, 3600, 21_600, 86_400],
    registers,
  });
  const held = new Gauge({
    name: 'claimgraph_queue_documents',
    help: 'Documents that wait, that are under way, of these those that were given again, and that were given up.',
    labelNames: ['state'],
    registers,
  });
  const lag = new Gauge({
    name: 'claimgraph_queue_lag_seconds',
    help: 'How long ago the oldest document that waits or is under way was put; 0 where there is none.',
    registers,
  });
  const up = new Gauge({
    name: 'claimgraph_queue_up',
    help: '1 where the queue answers, 0 where it does not.',
    registers,
  });
  return {
    contentType: registry.contentType,
    observe(event) {
      events.inc({ kind: event.kind });
      if (!('seconds' in event)) return;
      claims.inc(event.claims ?? 0);
      if (event.count > 1) again.inc();
      seconds.observe(event.seconds);
      age.observe(event.age);
    },
    async write() {
      try {
        const { waiting, underWay, givenAgain, dead, oldest } = await withinPatience(counts());
        held.set({ state: 'waiting' }, waiting);
        held.set({ state: 'under_way' }, underWay);
        held.set({ state: 'given_again' }, givenAgain);
        held.set({ state: 'dead' }, dead);
        lag.set(oldest === null ? 0 : Math.max(0, (Date.now() - oldest) / 1000));
        up.set(1);
      } catch {
        up.set(0);
      }
      return registry.metrics();
    },
  };
}

/** Serves them at `/metrics`, to whoever may reach the address; gives the port, and what ends it. */
export async function serveWorkMetrics(
  metrics: WorkMetrics,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.write().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ClaimgraphError('ADDRESS_IN_USE', `Port ${port} is in use; choose another --metrics-port.`, { port })
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Those that are there from the start, so that rates are known from the first one on. */
const KINDS: readonly WorkEvent['kind'][] = [
  'ADDED',
  'UPDATED',
  'UNCHANGED',
  'FAILED',
  'BURIED',
  'LATER',
  'STORE_WAITS',
  'QUEUE_WAITS',
];

/** Prometheus waits ten seconds by itself, and should be told the rest all the same. */
function withinPatience<Value>(value: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The queue does not answer.')), 5000);
    value.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
