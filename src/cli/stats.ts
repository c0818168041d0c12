import { type Counted, statistics } from '../query/index.js';
import { CLAIM_FILTER_OPTIONS, claimFilter } from './claim-filter.js';
import type { Command } from './command.js';
import { formatTable } from './format-table.js';
import { flagOption, JSON_OPTION, STORE_OPTION } from './options.js';
import { printableJson } from './printable.js';
import { withKnowledge } from './with-knowledge.js';

export const STATS: Command = {
  name: 'stats',
  words: '',
  summary: 'Count what the store holds, or what a filter on claims chooses of it.',
  options: [...CLAIM_FILTER_OPTIONS, STORE_OPTION, JSON_OPTION],
  examples: ['claimgraph stats', 'claimgraph stats --source "Reuters" --json'],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const found = await statistics(knowledge, { where: claimFilter(given), signal: surroundings.signal });
      const { output } = surroundings;
      if (flagOption(given, 'json')) {
        await output.write(`${printableJson(found)}\n`);
        return 0;
      }
      const totals = [
        ['documents', found.documents],
        ['entities', found.entities],
        ['relationships', found.relationships],
        ['claims', found.claims],
        ['claims attributed to someone', found.attributedClaims],
        ['judgements of people', found.judgements],
        ['judgements without effect', found.judgementsWithoutEffect],
      ] as const;
      await output.write(
        formatCounts(
          'in all',
          totals.map(([value, count]) => ({ value, count })),
          output.width,
        ),
      );
      for (const [heading, counted] of [
        ['entities by type', found.entitiesByType],
        ['claims by relation', found.claimsByRelation],
        ['claims by polarity', found.claimsByPolarity],
        ['claims by modality', found.claimsByModality],
        ['claims by stance', found.claimsByStance],
        ['claims by source', found.claimsBySource],
      ] as const) {
        if (counted.length > 0) await output.write(`\n${formatCounts(heading, counted, output.width)}`);
      }
      return 0;
    }),
};

const LONGEST = 15;

function formatCounts(heading: string, counted: Counted, width: number): string {
  const table = formatTable(
    [{ heading }, { heading: '', align: 'RIGHT' }],
    counted.slice(0, LONGEST).map(({ value, count }) => [value, count.toLocaleString('en')]),
    width,
  );
  return counted.length > LONGEST ? `${table}… and ${counted.length - LONGEST} more, in --json\n` : table;
}
