import { TIMELINE_BUCKETS, timeline } from '../query/index.js';
import { CLAIM_FILTER_OPTIONS, claimFilter } from './claim-filter.js';
import type { Command } from './command.js';
import { formatCount } from './format-count.js';
import { formatTable } from './format-table.js';
import { flagOption, JSON_OPTION, STORE_OPTION, textOption } from './options.js';
import { printableJson } from './printable.js';
import { withKnowledge } from './with-knowledge.js';

export const TIMELINE: Command = {
  name: 'timeline',
  words: '',
  summary: 'Count claims and incidents by the days that the claims name.',
  options: [
    {
      flags: '--bucket <length>',
      description: `how long each line is: ${Object.keys(TIMELINE_BUCKETS).join(', ').toLowerCase()}; day where it is left out`,
    },
    ...CLAIM_FILTER_OPTIONS,
    STORE_OPTION,
    JSON_OPTION,
  ],
  examples: ['claimgraph timeline --bucket week', 'claimgraph timeline --relation KILL --bucket month --json'],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const found = await timeline(knowledge, {
        where: claimFilter(given),
        bucket: textOption(given, 'bucket')?.toUpperCase(),
        signal: surroundings.signal,
      });
      const { output } = surroundings;
      if (flagOption(given, 'json')) {
        await output.write(`${printableJson(found)}\n`);
        return 0;
      }
      const rows = found.buckets.map(({ from, to, claims, denied, incidents }) => [
        from === to ? from : `${from} to ${to}`,
        ...[claims, denied, incidents].map((count) => count.toLocaleString('en')),
      ]);
      const columns = ['claims', 'denied', 'incidents'].map((heading) => ({ heading, align: 'RIGHT' as const }));
      if (rows.length > 0) await output.write(formatTable([{ heading: 'days' }, ...columns], rows, output.width));
      await output.write(`${formatCount(found.undated, 'claim')} without a day.\n`);
      if (found.truncated) await output.write('Earlier days are left out.\n');
      return 0;
    }),
};
