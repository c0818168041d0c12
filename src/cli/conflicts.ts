import { CONFLICT_KINDS, type Conflict } from '../domain/index.js';
import {
  type ClaimView,
  claimKey,
  explainConflict,
  type Knowledge,
  listConflicts,
  loadClaims,
} from '../query/index.js';
import { CLAIM_FILTER_OPTIONS, claimFilter } from './claim-filter.js';
import { claimJson, LONGEST_LINE } from './claims.js';
import type { Command, Surroundings } from './command.js';
import { flagOption, JSON_OPTION, LIMIT_OPTION, numberOption, STORE_OPTION, textOption } from './options.js';
import { cutToColumns, printable, printableJson } from './printable.js';
import { describeRest, takePages } from './take-pages.js';
import { withKnowledge } from './with-knowledge.js';

export const CONFLICTS: Command = {
  name: 'conflicts',
  words: '',
  summary:
    'List the claims about one incident that contradict each other, with the sentence of each. It takes no side.',
  options: [
    { flags: '--kind <kind>', description: CONFLICT_KINDS.join(', '), choices: CONFLICT_KINDS },
    ...CLAIM_FILTER_OPTIONS,
    LIMIT_OPTION,
    STORE_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'claimgraph conflicts',
    'claimgraph conflicts --kind COUNT --place Homs',
    'claimgraph conflicts --claimant "Kofi Annan" --json --limit 200 > conflicts.jsonl',
  ],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const request = { where: claimFilter(given), kind: textOption(given, 'kind'), signal: surroundings.signal };
      const { items, totalCount } = await takePages(numberOption(given, 'limit') ?? 25, (page) =>
        listConflicts(knowledge, { ...request, page }),
      );
      const shown = await loadConflicts(knowledge, items, surroundings);
      const { output } = surroundings;
      if (flagOption(given, 'json')) {
        for (const conflict of shown) await output.write(`${printableJson(conflictJson(conflict))}\n`);
        return 0;
      }
      await writeConflicts(surroundings, shown);
      await output.write(
        totalCount === 0 ? 'No claims contradict each other.\n' : describeRest(shown.length, totalCount, 'conflicts'),
      );
      return 0;
    }),
};

/** A conflict with its two claims and what it is in words. */
export interface ShownConflict {
  readonly conflict: Conflict;
  readonly claims: readonly [ClaimView, ClaimView];
  readonly explanation: string;
}

/** Opens the records of conflicts; one whose claims are gone is left out. */
export async function loadConflicts(
  knowledge: Knowledge,
  conflicts: readonly Conflict[],
  { signal }: Pick<Surroundings, 'signal'>,
): Promise<readonly ShownConflict[]> {
  const sides = conflicts.flatMap(({ a, b }) => [a, b]);
  const views = await loadClaims(knowledge, sides, { signal });
  return conflicts.flatMap((conflict, index) => {
    const [a, b] = [views[2 * index], views[2 * index + 1]];
    if (!a || !b) return [];
    return [{ conflict, claims: [a, b], explanation: explainConflict(knowledge, conflict.kind, [a, b]) }];
  });
}

/** Writes conflicts for people, with an empty line between them: what they are, and both sentences. */
export async function writeConflicts({ output }: Surroundings, shown: readonly ShownConflict[]): Promise<void> {
  for (const [index, { conflict, claims, explanation }] of shown.entries()) {
    const sentences = claims.map((view) => `    ${claimKey(view)}: “${view.claim.sentence.quote}”`);
    const lines = [`${conflict.kind}: ${explanation}`, ...sentences];
    const text = lines.map((line) => cutToColumns(printable(line), LONGEST_LINE)).join('\n');
    await output.write(`${index > 0 ? '\n' : ''}${text}\n`);
  }
}

/** A conflict for programs. */
export function conflictJson({ conflict, claims, explanation }: ShownConflict): unknown {
  const [a, b] = claims;
  return { kind: conflict.kind, explanation, incident: claimKey(conflict.incident), a: claimJson(a), b: claimJson(b) };
}
