import { claimKey, INCIDENT_ORDERS, incidentLabel, listIncidents } from '../query/index.js';
import { CLAIM_FILTER_OPTIONS, claimFilter } from './claim-filter.js';
import type { Command } from './command.js';
import { formatTable } from './format-table.js';
import { flagOption, JSON_OPTION, LIMIT_OPTION, numberOption, STORE_OPTION, textOption } from './options.js';
import { printableJson } from './printable.js';
import { describeRest, takePages } from './take-pages.js';
import { withKnowledge } from './with-knowledge.js';

export const INCIDENTS: Command = {
  name: 'incidents',
  words: '',
  summary:
    'List what the claims are about, those with the most claims first: claims of one happening, across documents.',
  options: [
    { flags: '--contested', description: 'only those of which accounts contradict each other' },
    ...CLAIM_FILTER_OPTIONS,
    {
      flags: '--order <order>',
      description: Object.keys(INCIDENT_ORDERS).join(', '),
      choices: Object.keys(INCIDENT_ORDERS),
    },
    LIMIT_OPTION,
    STORE_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'claimgraph incidents --contested',
    'claimgraph incidents --place Homs --from 2012-03-10 --order TIME',
    'claimgraph incidents --json | jq -r .id    # what compare takes',
  ],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const { signal, output } = surroundings;
      const contested = flagOption(given, 'contested');
      const request = { where: claimFilter(given), contested, order: textOption(given, 'order'), signal };
      const { items, totalCount } = await takePages(numberOption(given, 'limit') ?? 25, (page) =>
        listIncidents(knowledge, { ...request, page }),
      );
      const rows = items.map((incident) => ({
        id: claimKey(incident.first),
        label: incidentLabel(knowledge, incident),
        ...incident,
        conflicts: knowledge.graph.conflictsOf(incident).length,
      }));
      if (flagOption(given, 'json')) {
        for (const row of rows) await output.write(`${printableJson(row)}\n`);
        return 0;
      }
      if (totalCount === 0) {
        await output.write('No incident is like that.\n');
        return 0;
      }
      await output.write(
        formatTable(
          [
            { heading: 'incident' },
            { heading: 'kind' },
            { heading: 'from' },
            { heading: 'claims', align: 'RIGHT' },
            { heading: 'sources', align: 'RIGHT' },
            { heading: 'conflicts', align: 'RIGHT' },
            { heading: 'id', whole: true },
          ],
          rows.map((row) => [
            row.label,
            row.kind,
            row.from ?? '',
            String(row.claims.length),
            String(row.sources),
            String(row.conflicts),
            row.id,
          ]),
          output.width,
        ),
      );
      await output.write(describeRest(items.length, totalCount, 'incidents'));
      return 0;
    }),
};
