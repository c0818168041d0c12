import { ClaimgraphError } from '../base/index.js';
import type { DeadDocument, Queue } from '../queue/index.js';
import type { Command, Given, Surroundings } from './command.js';
import { formatTable } from './format-table.js';
import { flagOption, JSON_OPTION } from './options.js';
import { printable, printableJson } from './printable.js';
import { QUEUE_OPTION, withQueue } from './queue-option.js';

type Action = (queue: Queue, given: Given, surroundings: Surroundings) => Promise<number>;

/** What can be done with a queue, by the word that asks for it. */
const ACTIONS: Readonly<Record<string, Action>> = {
  counts: showCounts,
  dead: showDead,
  retry: (queue, given, surroundings) => settleDead(queue, (dead) => queue.retry(dead), { given, surroundings }),
  drop: (queue, given, surroundings) => settleDead(queue, (dead) => queue.drop(dead), { given, surroundings }),
};

export const QUEUE: Command = {
  name: 'queue',
  words: '[action] [documents...]',
  summary:
    'Show how much waits in a queue (counts), or which documents were given up and why (dead); put them back (retry), or take them away for good (drop).',
  options: [QUEUE_OPTION, { flags: '--all', description: 'retry or drop all that were given up' }, JSON_OPTION],
  examples: [
    'claimgraph queue --queue nats://queue.example/news',
    'claimgraph queue dead',
    'claimgraph queue retry doc-7    # or --all',
    'claimgraph queue drop --all',
  ],
  run: async (given, surroundings) => {
    const word = given.words[0] ?? 'counts';
    const action = Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
    if (action === undefined) {
      const message = `The first word is ${Object.keys(ACTIONS).join(', ')} or nothing, but got "${word}".`;
      throw new ClaimgraphError('ARGUMENT_INVALID', message, { action: word });
    }
    const settles = action !== showCounts && action !== showDead;
    if (settles && given.words.length > 1 === flagOption(given, 'all')) {
      throw new ClaimgraphError('ARGUMENT_INVALID', `Name the documents to ${word}, or give --all, and not both.`);
    }
    return withQueue(given, surroundings, (queue) => action(queue, given, surroundings));
  },
};

async function showCounts(queue: Queue, given: Given, { output, now }: Surroundings): Promise<number> {
  const { oldest, ...counts } = await queue.counts();
  const seconds = oldest === null ? 0 : Math.max(0, Math.round((now().getTime() - oldest) / 1000));
  if (flagOption(given, 'json')) {
    await output.write(`${printableJson({ queue: queue.url, ...counts, oldestSeconds: seconds })}\n`);
    return 0;
  }
  const rows = [
    ['waiting', counts.waiting],
    ['under way', counts.underWay],
    ['of these given again', counts.givenAgain],
    ['given up (dead)', counts.dead],
    ['seconds since the oldest was put', seconds],
  ] as const;
  const columns = [{ heading: queue.url }, { heading: '', align: 'RIGHT' }] as const;
  await output.write(
    formatTable(
      columns,
      rows.map(([name, count]) => [name, count.toLocaleString('en')]),
      output.width,
    ),
  );
  return 0;
}

async function showDead(queue: Queue, given: Given, { output }: Surroundings): Promise<number> {
  const json = flagOption(given, 'json');
  for await (const { documentId, reason, count, at } of queue.dead()) {
    const time = new Date(at).toISOString();
    await output.write(
      json
        ? `${printableJson({ id: documentId, reason, tries: count, at: time })}\n`
        : `${printable(documentId ?? '(no document)')}  ${time}  ${count} tries: ${printable(reason)}\n`,
    );
  }
  return 0;
}

/** Does it with those that were named, or with all. */
async function settleDead(
  queue: Queue,
  settle: (dead: DeadDocument) => Promise<boolean>,
  { given, surroundings }: { readonly given: Given; readonly surroundings: Surroundings },
): Promise<number> {
  const [word, ...named] = given.words;
  const missing = new Set(named);
  const chosen: DeadDocument[] = [];
  for await (const dead of queue.dead()) {
    if (flagOption(given, 'all') || (dead.documentId !== null && named.includes(dead.documentId))) chosen.push(dead);
  }
  for (const dead of chosen) {
    if (surroundings.signal.aborted)
      throw new ClaimgraphError('INTERRUPTED', 'It was stopped; the others are as they were.');
    if (!(await settle(dead))) continue;
    if (dead.documentId !== null) missing.delete(dead.documentId);
    const line = flagOption(given, 'json')
      ? printableJson({ action: word, id: dead.documentId })
      : `${word === 'drop' ? 'dropped' : 'put back'} ${printable(dead.documentId ?? '(no document)')}`;
    await surroundings.output.write(`${line}\n`);
  }
  for (const id of missing) {
    const message = `claimgraph: no document "${printable(id)}" was given up [DOCUMENT_NOT_FOUND]\n`;
    await surroundings.errors.write(message);
  }
  return missing.size > 0 ? 1 : 0;
}
