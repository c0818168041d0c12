import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ClaimgraphError } from '../base/index.js';
import { exportGraph } from '../export/index.js';
import { CLAIM_FILTER_OPTIONS, claimFilter } from './claim-filter.js';
import type { Command, Given } from './command.js';
import { STORE_OPTION, textOption } from './options.js';
import { writeForeign } from './output.js';
import { withKnowledge } from './with-knowledge.js';

export const EXPORT: Command = {
  name: 'export',
  words: '[format]',
  summary: 'Write the graph, or what a filter on claims chooses of it, for another program.',
  options: [
    { flags: '--format <format>', description: 'the format, where it is not the word after the command' },
    { flags: '--output <file>', description: 'where to; standard output where it is left out' },
    ...CLAIM_FILTER_OPTIONS,
    STORE_OPTION,
  ],
  examples: [
    'claimgraph export gexf > graph.gexf',
    'claimgraph export csv-edges --relation ACCUSE --output accusations.csv',
    'claimgraph export --format evaluation-graph --output graph.json',
    'claimgraph formats    # lists the formats, and what each of them loses',
  ],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const { signal } = surroundings;
      const chunks = exportGraph(knowledge, formatOf(given), { where: claimFilter(given), signal });
      const file = textOption(given, 'output');
      if (file === null) for await (const chunk of chunks) await writeForeign(surroundings.output, chunk);
      else await writeWhole(file, chunks);
      return 0;
    }),
};

/** @throws ClaimgraphError ARGUMENT_INVALID where neither the word nor the option is there, or both are. */
function formatOf(given: Given): string {
  const formats = [given.words[0], textOption(given, 'format')].filter((format) => typeof format === 'string');
  if (formats.length === 1) return formats[0] as string;
  throw new ClaimgraphError(
    'ARGUMENT_INVALID',
    `export takes one format, as a word or as --format, but got ${formats.length}. Choose one of those that claimgraph formats lists.`,
    { formats },
  );
}

/** Writes beside the file and renames at the end, so that a file of that name is always whole. */
async function writeWhole(file: string, chunks: AsyncIterable<string>): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(partial, { flags: 'wx' }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    if (error instanceof ClaimgraphError) throw error;
    throw new ClaimgraphError(
      'ARGUMENT_INVALID',
      `--output names a file that cannot be written: ${messageOf(error)}.`,
      {
        file,
      },
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
