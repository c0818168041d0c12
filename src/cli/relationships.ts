import type { Relationship } from '../domain/index.js';
import { type Knowledge, listRelationships } from '../query/index.js';
import { CLAIM_FILTER_OPTIONS, claimFilter } from './claim-filter.js';
import type { Command } from './command.js';
import { formatTable } from './format-table.js';
import { flagOption, JSON_OPTION, LIMIT_OPTION, numberOption, STORE_OPTION } from './options.js';
import { printableJson } from './printable.js';
import { describeRest, takePages } from './take-pages.js';
import { withKnowledge } from './with-knowledge.js';

export const RELATIONSHIPS: Command = {
  name: 'relationships',
  words: '',
  summary: 'List the edges of the graph, those with the most claims first, with their support and dispute.',
  options: [...CLAIM_FILTER_OPTIONS, LIMIT_OPTION, STORE_OPTION, JSON_OPTION],
  examples: [
    'claimgraph relationships --participant Syria',
    'claimgraph relationships --relation ACCUSE --limit 100 --json > accusations.jsonl',
  ],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const request = { where: claimFilter(given), order: 'CLAIMS', signal: surroundings.signal };
      const { items, totalCount } = await takePages(numberOption(given, 'limit') ?? 25, (page) =>
        listRelationships(knowledge, { ...request, page }),
      );
      const relationships = items.map((item) => item.relationship);
      const { output } = surroundings;
      if (flagOption(given, 'json')) {
        for (const relationship of relationships) await output.write(`${printableJson(relationship)}\n`);
      } else if (totalCount === 0) {
        await output.write('No relationship is like that.\n');
      } else {
        await output.write(formatRelationships(knowledge, relationships, output.width));
        await output.write(describeRest(items.length, totalCount, 'relationships'));
      }
      return 0;
    }),
};

/** A table of relationships for people. */
export function formatRelationships(
  knowledge: Knowledge,
  relationships: readonly Relationship[],
  width: number,
): string {
  const name = (id: string): string => knowledge.graph.entity(id)?.name ?? id;
  return formatTable(
    [
      { heading: 'subject' },
      { heading: 'relation' },
      { heading: 'object' },
      { heading: 'support', align: 'RIGHT' },
      { heading: 'dispute', align: 'RIGHT' },
      { heading: 'first seen' },
      { heading: 'last seen' },
    ],
    relationships.map((relationship) => [
      name(relationship.subject),
      relationship.relation,
      name(relationship.object),
      String(relationship.support.claims),
      String(relationship.dispute.claims),
      relationship.firstSeen ?? '',
      relationship.lastSeen ?? '',
    ]),
    width,
  );
}
