import { EXPORTERS } from '../export/index.js';
import { READERS } from '../read/index.js';
import type { Command } from './command.js';
import { formatTable } from './format-table.js';
import { flagOption, JSON_OPTION } from './options.js';
import { printableJson } from './printable.js';

export const FORMATS: Command = {
  name: 'formats',
  words: '',
  summary: 'List the formats that are read and written, and what each export loses.',
  options: [JSON_OPTION],
  examples: ['claimgraph formats', 'claimgraph formats --json | jq .exporters[].losses'],
  run: async (given, { output }) => {
    if (flagOption(given, 'json')) {
      const readers = READERS.map(({ read: _, ...row }) => row);
      const exporters = EXPORTERS.map((row) => {
        const { id, title, mediaType, extension, description, losses } = row;
        return { id, title, mediaType, extension, description, isTable: 'writeRows' in row, losses };
      });
      await output.write(`${printableJson({ readers, exporters })}\n`);
      return 0;
    }
    await output.write(
      formatTable(
        [{ heading: 'read' }, { heading: 'files' }, { heading: 'media types' }],
        READERS.map((row) => [row.id, row.extensions.map((each) => `.${each}`).join(' '), row.mediaTypes.join(' ')]),
        output.width,
      ),
    );
    await output.write(
      `\n${formatTable(
        [{ heading: 'export' }, { heading: 'file' }, { heading: 'what for' }],
        EXPORTERS.map((row) => [row.id, `.${row.extension}`, row.description]),
        output.width,
      )}`,
    );
    for (const row of EXPORTERS) {
      if (row.losses.length > 0) await output.write(`\n${row.id} loses:\n  ${row.losses.join('\n  ')}\n`);
    }
    return 0;
  },
};
