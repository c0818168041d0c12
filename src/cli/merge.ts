import { type EntityChange, mergeEntities } from '../pipeline/index.js';
import { requireEntity } from '../query/index.js';
import type { Command, Given, Surroundings } from './command.js';
import { formatCount } from './format-count.js';
import { flagOption, JSON_OPTION, STORE_OPTION, textOption } from './options.js';
import { printable, printableJson } from './printable.js';
import { withWritableKnowledge } from './with-knowledge.js';

export const REASON_OPTION = { flags: '--reason <words>', description: 'why, for those who read the log later' };

export const MERGE: Command = {
  name: 'merge',
  words: '<entities...>',
  summary: 'Judge two or more entities to be one. No claim is rewritten, and it can be taken back.',
  options: [REASON_OPTION, STORE_OPTION, JSON_OPTION],
  examples: [
    'claimgraph merge "Kofi Annan" "Mr Annan" --reason "the same envoy"',
    'claimgraph unmerge --judgement j1    # takes it back',
  ],
  run: (given, surroundings) =>
    withWritableKnowledge(given, surroundings, async (knowledge) => {
      const entities: string[] = [];
      for (const word of given.words) {
        entities.push((await requireEntity(knowledge, word, { signal: surroundings.signal })).id);
      }
      const change = await mergeEntities(knowledge, {
        entities,
        reason: textOption(given, 'reason') ?? '',
        at: surroundings.now().toISOString(),
      });
      return writeChange(change, given, surroundings);
    }),
};

/** Says which judgements were written, how each is taken back, and what the entities are now. */
export async function writeChange(change: EntityChange, given: Given, surroundings: Surroundings): Promise<number> {
  const { output } = surroundings;
  if (flagOption(given, 'json')) {
    await output.write(`${printableJson(change)}\n`);
    return 0;
  }
  if (change.judgements.length === 0) await output.write('Nothing had to change.\n');
  for (const judgement of change.judgements) {
    await output.write(
      judgement.undoes === null
        ? `${judgement.id}: ${judgement.verdict} ${printable(judgement.left)} | ${printable(judgement.right)}\n`
        : `${judgement.id}: takes back ${judgement.undoes}\n`,
    );
  }
  for (const entity of change.entities) {
    await output.write(
      `${printable(entity.name)} (${formatCount(entity.referents.length, 'referent')})  ${printable(entity.id)}\n`,
    );
  }
  return 0;
}
