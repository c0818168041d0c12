import { ERROR_CODES } from '../base/index.js';
import { createThreadedReader } from '../pipeline/index.js';
import { type Queue, type WorkEvent, work } from '../queue/index.js';
import { loadResources } from '../resources/index.js';
import { openStore } from '../store/index.js';
import type { Command, Given, Surroundings } from './command.js';
import { formatCount } from './format-count.js';
import {
  flagOption,
  JSON_OPTION,
  numberOption,
  parseWholeNumber,
  QUIET_OPTION,
  STORE_OPTION,
  storeOption,
  textOption,
} from './options.js';
import { printable, printableJson } from './printable.js';
import { QUEUE_OPTION, withQueue } from './queue-option.js';

export const WORK: Command = {
  name: 'work',
  words: '',
  summary:
    'Read what a queue holds into a store, until it is stopped; any number of workers share a queue. Each line of output is a document that is safe.',
  options: [
    QUEUE_OPTION,
    STORE_OPTION,
    {
      flags: '--workers <count>',
      description: 'threads that read at once, each on a core (default: 1)',
      parse: (value) => parseWholeNumber('--workers', value, { least: 1, greatest: 256 }),
    },
    {
      flags: '--attempts <count>',
      description: 'how often a document is tried before it is given up (default: 5)',
      parse: (value) => parseWholeNumber('--attempts', value, { least: 1, greatest: 1000 }),
    },
    { flags: '--until-empty', description: 'end when nothing waits and nothing is under way' },
    {
      flags: '--metrics-port <number>',
      description: 'serve metrics for Prometheus at /metrics there; 0 takes any that is free (default: none)',
      parse: (value) => parseWholeNumber('--metrics-port', value, { least: 0, greatest: 65_535 }),
    },
    { flags: '--metrics-host <address>', description: 'address at which they are served (default: 127.0.0.1)' },
    QUIET_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'claimgraph work --queue nats://queue.example/news --store postgres://reader@db.example/news --workers 4',
    'claimgraph work --store sqlite:news.db --until-empty',
  ],
  run: (given, surroundings) =>
    withQueue(given, surroundings, async (queue) => {
      const store = await openStore(storeOption(given, surroundings));
      const resources = loadResources();
      const threads = numberOption(given, 'workers') ?? 1;
      const reader = createThreadedReader(resources, threads);
      const told = createTold(given, surroundings);
      const metrics = await openMetrics(queue, given, surroundings);
      try {
        await work(
          queue,
          { store, resources },
          {
            reader,
            // One more for each thread, so that none waits while a document is put.
            slots: 2 * threads,
            attempts: numberOption(given, 'attempts') ?? 5,
            untilEmpty: flagOption(given, 'untilEmpty'),
            signal: surroundings.signal,
            hear(event) {
              metrics.observe(event);
              told.hear(event);
            },
          },
        );
        return await told.finish();
      } finally {
        await Promise.all([metrics.stop(), reader.close()]);
        await store.close();
      }
    }),
};

/** What people are told: a line a document that is safe, and one of errors for what is not. */
function createTold(given: Given, { output, errors, signal }: Surroundings) {
  const json = flagOption(given, 'json');
  const counts = { ADDED: 0, UPDATED: 0, UNCHANGED: 0, BURIED: 0 };
  // In the order in which they come; the process waits for all of them where it ends.
  const say = (text: string): void => void errors.write(`claimgraph: ${text}\n`);
  let lastComplaint = '';
  return {
    hear(event: WorkEvent): void {
      if (event.kind === 'STORE_WAITS' || event.kind === 'QUEUE_WAITS') {
        if (event.reason !== lastComplaint) say(`waiting: ${printable(event.reason)}`);
        lastComplaint = event.reason;
        return;
      }
      lastComplaint = '';
      if (event.kind === 'LATER') return;
      if (!('claims' in event)) {
        if (event.kind === 'BURIED') counts.BURIED += 1;
        const end = event.kind === 'BURIED' ? 'given up' : 'to be tried again';
        const name = event.documentId === null ? 'a message' : printable(event.documentId);
        say(`${name}: ${printable(event.reason)} (${end})`);
        if (json)
          void output.write(`${printableJson({ outcome: event.kind, id: event.documentId, reason: event.reason })}\n`);
        return;
      }
      counts[event.kind] += 1;
      const { kind, documentId, claims } = event;
      const line = json
        ? printableJson({ outcome: kind, id: documentId, claims })
        : `${kind.toLowerCase()} ${printable(documentId)}`;
      void output.write(`${line}\n`);
    },
    async finish(): Promise<number> {
      const { ADDED, UPDATED, UNCHANGED, BURIED } = counts;
      const done = formatCount(ADDED + UPDATED + UNCHANGED, 'document');
      if (!flagOption(given, 'quiet')) {
        say(`${done}: ${ADDED} added, ${UPDATED} updated, ${UNCHANGED} unchanged; ${BURIED} given up.`);
      }
      // To be stopped is how a worker ends, but where it was to end by itself.
      if (signal.aborted && flagOption(given, 'untilEmpty')) return ERROR_CODES.INTERRUPTED.exitCode;
      return BURIED > 0 && flagOption(given, 'untilEmpty') ? 1 : 0;
    },
  };
}

async function openMetrics(
  queue: Queue,
  given: Given,
  { errors }: Surroundings,
): Promise<{ observe(event: WorkEvent): void; stop(): Promise<void> }> {
  const port = numberOption(given, 'metricsPort');
  if (port === null) return { observe: () => undefined, stop: async () => undefined };
  const { createWorkMetrics, serveWorkMetrics } = await import('../api/index.js');
  const metrics = createWorkMetrics(() => queue.counts());
  const host = textOption(given, 'metricsHost') ?? '127.0.0.1';
  const server = await serveWorkMetrics(metrics, { port, host });
  await errors.write(`claimgraph: metrics at http://${host}:${server.port}/metrics\n`);
  return { observe: (event) => metrics.observe(event), stop: () => server.stop() };
}
