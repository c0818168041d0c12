import { ClaimgraphError, hashText, packageVersion } from '../base/index.js';
import { exportParts } from '../export/index.js';
import { CLAIM_FILTER_OPTIONS, claimFilter } from './claim-filter.js';
import type { Command, Given } from './command.js';
import { flagOption, STORE_OPTION, textOption } from './options.js';
import { writeForeign } from './output.js';
import { openLine } from './progress.js';
import { withKnowledge } from './with-knowledge.js';
import { writeExportFile } from './write-export-file.js';

export const EXPORT: Command = {
  name: 'export',
  words: '[format]',
  summary: 'Write the graph, or what a filter on claims chooses of it, for another program.',
  options: [
    { flags: '--format <format>', description: 'the format, where it is not the word after the command' },
    { flags: '--output <file>', description: 'where to, whole or not at all; standard output where it is left out' },
    { flags: '--resume', description: 'go on with a table that broke off on its way to --output, else begin anew' },
    { flags: '--after <id>', description: 'only the rows of a table behind that of this id, without a header' },
    ...CLAIM_FILTER_OPTIONS,
    STORE_OPTION,
  ],
  examples: [
    'claimgraph export gexf > graph.gexf',
    'claimgraph export csv-edges --relation ACCUSE --output accusations.csv',
    'claimgraph export csv-edges --output edges.csv --resume    # again and again until it is whole',
    'claimgraph export --format evaluation-graph --output graph.json',
    'claimgraph formats    # lists the formats, and what each of them loses',
  ],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const { signal, output, errors } = surroundings;
      const [format, file, after] = [formatOf(given), textOption(given, 'output'), textOption(given, 'after')];
      const resume = flagOption(given, 'resume');
      if (resume && (file === null || after !== null)) throw resumeAlone();
      const where = claimFilter(given);
      const line = openLine(errors, {
        quiet: file === null,
        now: () => surroundings.now().getTime(),
      });
      let bytes = 0;
      const count = (written: number): void => {
        bytes += written;
        line.show((elapsed) => formatBytes(bytes, elapsed));
      };
      const open = (begin: string | null) => exportParts(knowledge, format, { where, after: begin ?? after, signal });
      try {
        if (file !== null) {
          const say = async (words: string): Promise<void> => {
            line.clear();
            await errors.write(`claimgraph: ${words}\n`);
          };
          const { graph, position, store } = knowledge;
          const { entityCount: entities, claimCount: claims } = graph;
          // An address may hold a password.
          const address = hashText(store.url);
          const of = { format, where, after, address, position, entities, claims, version: packageVersion() };
          await writeExportFile({ file, of, resume }, open, { say, count });
        } else {
          for await (const { text } of open(null)) {
            await writeForeign(output, text);
            count(Buffer.byteLength(text));
          }
        }
      } finally {
        line.clear();
      }
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

function resumeAlone(): ClaimgraphError {
  const message =
    '--resume goes on with the file of --output, and finds the row itself: it takes --output, and no --after.';
  return new ClaimgraphError('ARGUMENT_INVALID', message);
}

/** "48 MB · 12 MB a second". */
function formatBytes(bytes: number, elapsedMilliseconds: number): string {
  const written = `${(bytes / 1e6).toFixed(1)} MB`;
  const rate = bytes / 1e3 / Math.max(1, elapsedMilliseconds);
  return elapsedMilliseconds < 1000 ? written : `${written} · ${rate.toFixed(1)} MB a second`;
}
