import type { Extraction } from '../domain/index.js';
import { extractInputs } from '../pipeline/index.js';
import { loadResources } from '../resources/index.js';
import type { Command } from './command.js';
import { INPUT_OPTIONS, openInputRun } from './input-run.js';
import { printableJson } from './printable.js';

export const EXTRACT: Command = {
  name: 'extract',
  words: '<inputs...>',
  summary: 'Read documents into extraction records, one JSON object a line in input order, without a store.',
  options: [...INPUT_OPTIONS, { flags: '--no-text', description: 'leave the text out of the records' }],
  examples: [
    'claimgraph extract article.txt',
    'claimgraph extract articles/ "more/**/*.html" > records.jsonl',
    'curl -s https://example.org/page | claimgraph extract - --media-type text/html',
  ],
  run: async (given, surroundings) => {
    const resources = loadResources();
    const run = await openInputRun(given.words, given, surroundings);
    const withText = given.options.text !== false;
    for await (const event of extractInputs(resources, run.inputs, run.readOptions)) {
      if (event.kind === 'FAILED') {
        await run.fail(event);
        continue;
      }
      const record = withText ? event.extraction : withoutText(event.extraction);
      await run.done(printableJson(record), event.bytes);
    }
    return run.finish(() => '');
  },
};

function withoutText(extraction: Extraction): Omit<Extraction, 'text'> {
  const { text: _, ...rest } = extraction;
  return rest;
}
