import { type ClaimView, listClaims, loadClaims } from '../query/index.js';
import { CLAIM_FILTER_OPTIONS, claimFilter } from './claim-filter.js';
import type { Command, Surroundings } from './command.js';
import { describeClaim, type EntityNames } from './describe-claim.js';
import { flagOption, JSON_OPTION, LIMIT_OPTION, numberOption, STORE_OPTION, textOption } from './options.js';
import { printableJson } from './printable.js';
import { describeRest, takePages } from './take-pages.js';
import { withKnowledge } from './with-knowledge.js';

export const CLAIMS: Command = {
  name: 'claims',
  words: '',
  summary: 'List what the documents say: who did what to whom, on whose word, and where it is written.',
  options: [
    ...CLAIM_FILTER_OPTIONS,
    { flags: '--order <order>', description: 'DOCUMENT, TIME or LATEST', choices: ['DOCUMENT', 'TIME', 'LATEST'] },
    LIMIT_OPTION,
    STORE_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'claimgraph claims --relation KILL --place Homs',
    'claimgraph claims --claimant "Kofi Annan" --stance DENIES',
    'claimgraph claims --where \'{"modality":{"eq":"REQUESTED"}}\' --json --limit 200 > called-for.jsonl',
  ],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const { signal } = surroundings;
      const request = { where: claimFilter(given), order: textOption(given, 'order'), signal };
      const { items, totalCount } = await takePages(numberOption(given, 'limit') ?? 25, (page) =>
        listClaims(knowledge, { ...request, page }),
      );
      const views = (await loadClaims(knowledge, items, { signal })).filter((view) => view !== null);
      if (flagOption(given, 'json')) {
        for (const view of views) await surroundings.output.write(`${printableJson(claimJson(view))}\n`);
        return 0;
      }
      await writeClaims(surroundings, views, (id) => knowledge.graph.entity(id)?.name ?? null);
      await surroundings.output.write(
        totalCount === 0 ? 'No claim is like that.\n' : describeRest(views.length, totalCount, 'claims'),
      );
      return 0;
    }),
};

/** A sentence is what people come to read: it is not cut at the edge of the terminal, but where it is no sentence. */
export const LONGEST_LINE = 1000;

/** Writes claims for people, with an empty line between them. */
export async function writeClaims(
  surroundings: Surroundings,
  views: readonly ClaimView[],
  names: EntityNames,
): Promise<void> {
  for (const [index, view] of views.entries()) {
    const lines = describeClaim(view, names, LONGEST_LINE);
    await surroundings.output.write(`${index > 0 ? '\n' : ''}${lines.join('\n')}\n`);
  }
}

/** A claim for programs: as the record holds it, with its document, its quotations, and the entities of its parts. */
export function claimJson(view: ClaimView): unknown {
  const { document, claim } = view;
  return {
    document: { id: document.id, title: document.title, source: document.source, publishedAt: document.publishedAt },
    ...claim,
    subjects: view.subjects.map(({ participant, entity }) => ({ ...participant, entity })),
    objects: view.objects.map(({ participant, entity }) => ({ ...participant, entity })),
    others: view.others.map(({ participant, entity }) => ({ ...participant, entity })),
    place: view.place === null ? null : { ...view.place.participant, entity: view.place.entity },
    quotations: view.quotations.map(({ quotation, claimant }) => ({
      ...quotation,
      claimant: quotation.claimant === null ? null : { ...quotation.claimant, entity: claimant },
    })),
  };
}
