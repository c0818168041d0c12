import { ClaimgraphError } from '../base/index.js';
import { unmergeEntities } from '../pipeline/index.js';
import { requireEntity } from '../query/index.js';
import type { Command } from './command.js';
import { REASON_OPTION, writeChange } from './merge.js';
import { JSON_OPTION, STORE_OPTION, textOption } from './options.js';
import { withWritableKnowledge } from './with-knowledge.js';

export const UNMERGE: Command = {
  name: 'unmerge',
  words: '[entity] [referents...]',
  summary: 'Take back a judgement, or set referents apart from the entity that holds them.',
  options: [
    { flags: '--judgement <id>', description: 'the judgement to take back, such as j3' },
    REASON_OPTION,
    STORE_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'claimgraph unmerge --judgement j3',
    'claimgraph entity "Ali Hassan"    # lists the referents that the entity is one out of',
    'claimgraph unmerge "Ali Hassan" "doc-7#PERSON/ali hassan/1" --reason "a namesake"',
  ],
  run: async (given, surroundings) => {
    const judgement = textOption(given, 'judgement');
    const [entity, ...referents] = given.words;
    if ((judgement === null) === (entity === undefined)) {
      throw new ClaimgraphError(
        'ARGUMENT_INVALID',
        'Say what is to be taken apart: either --judgement with its id, or an entity and the referents to set apart.',
      );
    }
    return withWritableKnowledge(given, surroundings, async (knowledge) => {
      const reason = textOption(given, 'reason') ?? '';
      const at = surroundings.now().toISOString();
      const target =
        entity === undefined
          ? { judgement: judgement! }
          : { entity: (await requireEntity(knowledge, entity, { signal: surroundings.signal })).id, referents };
      return writeChange(await unmergeEntities(knowledge, { ...target, reason, at }), given, surroundings);
    });
  },
};
