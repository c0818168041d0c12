import type { Knowledge } from '../query/index.js';
import { loadClaims, type PathsAnswer, paths } from '../query/index.js';
import { CLAIM_FILTER_OPTIONS, claimFilter } from './claim-filter.js';
import { LONGEST_LINE } from './claims.js';
import type { Command, Surroundings } from './command.js';
import { describeClaim } from './describe-claim.js';
import { flagOption, JSON_OPTION, numberOption, parseWholeNumber, STORE_OPTION } from './options.js';
import { printable, printableJson } from './printable.js';
import { withKnowledge } from './with-knowledge.js';

const RANGES = { maxHops: { least: 1, greatest: 6 }, count: { least: 1, greatest: 10 } } as const;

export const PATH: Command = {
  name: 'path',
  words: '<from> <to>',
  summary: 'Find how two entities are connected, hop by hop, with the claims behind each hop.',
  options: [
    {
      flags: '--max-hops <count>',
      description: 'how long a path may be, 1 to 6 (default: 4)',
      parse: (value) => parseWholeNumber('--max-hops', value, RANGES.maxHops),
    },
    {
      flags: '--count <count>',
      description: 'how many paths, 1 to 10 (default: 3)',
      parse: (value) => parseWholeNumber('--count', value, RANGES.count),
    },
    ...CLAIM_FILTER_OPTIONS,
    STORE_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'claimgraph path "Kofi Annan" Homs',
    'claimgraph path Russia "Free Syrian Army" --max-hops 3 --count 5',
    'claimgraph path Russia Syria --relation MEET',
  ],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const answer = await paths(knowledge, {
        from: given.words[0]!,
        to: given.words[1]!,
        maxHops: numberOption(given, 'maxHops'),
        k: numberOption(given, 'count'),
        where: claimFilter(given),
        signal: surroundings.signal,
      });
      if (flagOption(given, 'json')) await surroundings.output.write(`${printableJson(answer)}\n`);
      else await writeAnswer(knowledge, answer, surroundings);
      return 0;
    }),
};

async function writeAnswer(knowledge: Knowledge, answer: PathsAnswer, surroundings: Surroundings): Promise<void> {
  const { output, signal } = surroundings;
  await output.write(`${printable(answer.explanation)}\n`);
  const names = (id: string): string | null => knowledge.graph.entity(id)?.name ?? null;
  for (const [index, path] of answer.paths.entries()) {
    await output.write(`\n${index + 1}. ${printable(path.explanation)}\n`);
    const first = path.hops.flatMap((hop) => hop.claims.slice(0, 1));
    for (const view of await loadClaims(knowledge, first, { signal })) {
      if (view === null) continue;
      const lines = describeClaim(view, names, LONGEST_LINE);
      await output.write(`${lines.map((line) => `   ${line}`).join('\n')}\n`);
    }
  }
}
