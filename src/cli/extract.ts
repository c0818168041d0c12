import type { Extraction } from '../domain/index.js';
import { extractInputs, traceInputs } from '../pipeline/index.js';
import { loadResources, type Resources } from '../resources/index.js';
import type { Command, Surroundings } from './command.js';
import { explainExtraction, paintWith } from './explain-extraction.js';
import { INPUT_OPTIONS, type InputRun, openInputRun } from './input-run.js';
import { printableJson } from './printable.js';

export const EXTRACT: Command = {
  name: 'extract',
  words: '<inputs...>',
  summary: 'Read documents into extraction records, one JSON object a line in input order, without a store.',
  options: [
    ...INPUT_OPTIONS,
    { flags: '--no-text', description: 'leave the text out of the records' },
    { flags: '--explain', description: 'show the text with what was found in it, and why each claim was read' },
  ],
  examples: [
    'claimgraph extract article.txt',
    'claimgraph extract --explain article.txt | less -R',
    'claimgraph extract articles/ "more/**/*.html" > records.jsonl',
    'curl -s https://example.org/page | claimgraph extract - --media-type text/html',
  ],
  run: async (given, surroundings) => {
    const resources = loadResources();
    const run = await openInputRun(given.words, given, surroundings);
    if (given.options.explain === true) return explain(resources, run, surroundings);
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

/** Colours where the output is a terminal, and NO_COLOR (https://no-color.org) does not stand. */
async function explain(resources: Resources, run: InputRun, { output, environment }: Surroundings): Promise<number> {
  const paint = paintWith(output.isTerminal && (environment.NO_COLOR ?? '') === '');
  for await (const event of traceInputs(resources, run.inputs, run.readOptions)) {
    if (event.kind === 'FAILED') await run.fail(event);
    else await run.done(explainExtraction(event.extraction, paint), event.bytes);
  }
  return run.finish(() => '');
}

function withoutText(extraction: Extraction): Omit<Extraction, 'text'> {
  const { text: _, ...rest } = extraction;
  return rest;
}
