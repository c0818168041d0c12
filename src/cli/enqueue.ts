import { enqueue } from '../queue/index.js';
import type { Command } from './command.js';
import { INPUT_OPTIONS, openInputRun } from './input-run.js';
import { flagOption, JSON_OPTION, numberOption, parseWholeNumber } from './options.js';
import { printable, printableJson } from './printable.js';
import { QUEUE_OPTION, withQueue } from './queue-option.js';

export const ENQUEUE: Command = {
  name: 'enqueue',
  words: '<inputs...>',
  summary:
    'Put documents into a queue, for any number of workers to read. Each line of output is one that is safe there; the same again changes nothing.',
  options: [
    QUEUE_OPTION,
    {
      flags: '--most <count>',
      description: 'documents that may wait; while there are more, no more are put (default: 10000)',
      parse: (value) => parseWholeNumber('--most', value, { least: 1, greatest: 100_000_000 }),
    },
    ...INPUT_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'claimgraph enqueue articles/ --queue nats://queue.example:4222/news',
    'claimgraph enqueue wire.jsonl --queue "nats://one,two,three/news?replicas=3"    # kept by three servers',
  ],
  run: (given, surroundings) =>
    withQueue(given, surroundings, async (queue) => {
      const json = flagOption(given, 'json');
      const run = await openInputRun(given.words, given, surroundings);
      const counts = { QUEUED: 0, WAITING: 0 };
      const most = numberOption(given, 'most') ?? 10_000;
      for await (const event of enqueue(queue, run.inputs, { ...run.readOptions, most })) {
        if (event.kind === 'FAILED') {
          const { kind, ...failure } = event;
          if (json) await surroundings.output.write(`${printableJson({ outcome: kind, ...failure })}\n`);
          await run.fail(failure);
          continue;
        }
        const { kind, documentId, input } = event;
        counts[kind] += 1;
        const line = json
          ? printableJson({ outcome: kind, id: documentId, input })
          : `${kind.toLowerCase()} ${printable(documentId)}`;
        await run.done(line, event.bytes);
      }
      return run.finish(() => `: ${counts.QUEUED} queued, ${counts.WAITING} waiting already`);
    }),
};
