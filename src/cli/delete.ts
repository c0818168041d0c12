import { ClaimgraphError } from '../base/index.js';
import { deleteDocument } from '../pipeline/index.js';
import type { Command } from './command.js';
import { flagOption, JSON_OPTION, STORE_OPTION } from './options.js';
import { printable, printableJson } from './printable.js';
import { withWritableKnowledge } from './with-knowledge.js';

export const DELETE: Command = {
  name: 'delete',
  words: '<documents...>',
  summary: 'Delete documents by id, each with exactly its claims.',
  options: [STORE_OPTION, JSON_OPTION],
  examples: ['claimgraph delete doc-7', 'claimgraph delete doc-7 doc-8 --store sqlite:homs.db'],
  run: (given, surroundings) =>
    withWritableKnowledge(given, surroundings, async (knowledge) => {
      let missing = 0;
      for (const id of given.words) {
        if (surroundings.signal.aborted) throw new ClaimgraphError('INTERRUPTED', 'The deletion was stopped.');
        const deleted = await deleteDocument(knowledge, id);
        if (flagOption(given, 'json')) await surroundings.output.write(`${printableJson({ id, deleted })}\n`);
        else if (deleted) await surroundings.output.write(`deleted ${printable(id)}\n`);
        if (deleted) continue;
        missing += 1;
        await surroundings.errors.write(
          `claimgraph: the store holds no document "${printable(id)}" [DOCUMENT_NOT_FOUND]\n`,
        );
      }
      return missing > 0 ? 1 : 0;
    }),
};
