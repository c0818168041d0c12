import { createThreadedReader, type IngestEvent, type IngestTarget, ingest, ingestAhead } from '../pipeline/index.js';
import { loadResources } from '../resources/index.js';
import { openStore } from '../store/index.js';
import type { Command, Given, Surroundings } from './command.js';
import { INPUT_OPTIONS, type InputRun, openInputRun } from './input-run.js';
import { flagOption, JSON_OPTION, numberOption, parseWholeNumber, STORE_OPTION, storeOption } from './options.js';
import { printable, printableJson } from './printable.js';

export const INGEST: Command = {
  name: 'ingest',
  words: '<inputs...>',
  summary:
    'Read documents into a store. Each line of output is a document that is safe; the same again changes nothing.',
  options: [
    STORE_OPTION,
    {
      flags: '--workers <count>',
      description: 'threads that read at once, each on a core and with some 150 MB of its own (default: 1)',
      parse: (value) => parseWholeNumber('--workers', value, { least: 1, greatest: 256 }),
    },
    ...INPUT_OPTIONS,
    JSON_OPTION,
  ],
  examples: [
    'claimgraph ingest articles/',
    'claimgraph ingest wire.jsonl --store sqlite:homs.db',
    'claimgraph ingest archive/ --workers 8    # on a machine of eight cores',
    'claimgraph ingest table.csv --text-column body --date 2012-03-12',
    'cat article.txt | claimgraph ingest - --media-type text/plain',
  ],
  run: async (given, surroundings) => {
    const resources = loadResources();
    const store = await openStore(storeOption(given, surroundings));
    try {
      return await ingestInputs({ store, resources }, given.words, { given, surroundings });
    } finally {
      await store.close();
    }
  },
};

/** Ingests the inputs with an acknowledgement a document on standard output; gives the exit code. */
export async function ingestInputs(
  target: IngestTarget,
  paths: readonly string[],
  { given, surroundings }: { readonly given: Given; readonly surroundings: Surroundings },
): Promise<number> {
  const { output } = surroundings;
  const json = flagOption(given, 'json');
  const run = await openInputRun(paths, given, surroundings);
  const counts = { ADDED: 0, UPDATED: 0, UNCHANGED: 0 };
  for await (const event of ingestRun(target, run, numberOption(given, 'workers') ?? 1)) {
    if (event.kind === 'FAILED') {
      const { kind, ...failure } = event;
      if (json) await output.write(`${printableJson({ outcome: kind, ...failure })}\n`);
      await run.fail(failure);
      continue;
    }
    const { kind, documentId, input, claims } = event;
    counts[kind] += 1;
    const line = json
      ? printableJson({ outcome: kind, id: documentId, input, claims })
      : `${kind.toLowerCase()} ${printable(documentId)}`;
    await run.done(line, event.bytes);
  }
  return run.finish(() => `: ${counts.ADDED} added, ${counts.UPDATED} updated, ${counts.UNCHANGED} unchanged`);
}

/** With one worker, the documents are read where they are put. */
async function* ingestRun(
  target: IngestTarget,
  { inputs, readOptions }: InputRun,
  threads: number,
): AsyncGenerator<IngestEvent> {
  if (threads === 1) {
    yield* ingest(target, inputs, readOptions);
    return;
  }
  const reader = createThreadedReader(target.resources, threads);
  try {
    yield* ingestAhead(target, inputs, { ...readOptions, reader, threads });
  } finally {
    await reader.close();
  }
}
