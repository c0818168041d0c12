import {
  type Account,
  type AccountComparison,
  type ClaimView,
  claimKey,
  compareAccounts,
  incidentLabel,
  type Knowledge,
  loadClaims,
} from '../query/index.js';
import { claimJson } from './claims.js';
import type { Command, Given, Surroundings } from './command.js';
import { conflictJson, loadConflicts, type ShownConflict, writeConflicts } from './conflicts.js';
import { formatColumns } from './format-columns.js';
import { flagOption, JSON_OPTION, parseDay, STORE_OPTION, textOption } from './options.js';
import { printable, printableJson } from './printable.js';
import { withKnowledge } from './with-knowledge.js';

export const COMPARE: Command = {
  name: 'compare',
  words: '[incident]',
  summary: 'Show side by side what each claimant says about one incident, or about the incidents at a place.',
  options: [
    { flags: '--place <entity>', description: 'the incidents at that place, instead of one incident' },
    {
      flags: '--from <day>',
      description: 'with --place: that reach that day or later',
      parse: (day) => parseDay('--from', day),
    },
    {
      flags: '--to <day>',
      description: 'with --place: that begin on that day or earlier',
      parse: (day) => parseDay('--to', day),
    },
    {
      flags: '--claimant <entity>',
      description: 'only the account of that entity; may stand more than once',
      parse: (value, previous) => [...(Array.isArray(previous) ? previous : []), value],
    },
    STORE_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'claimgraph incidents --contested    # shows the ids of incidents',
    'claimgraph compare article-7#c3',
    'claimgraph compare --place Homs --from 2012-03-10 --to 2012-03-12 --claimant "Syrian National Council"',
  ],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const comparison = await compareAccounts(knowledge, {
        incident: given.words[0],
        place: textOption(given, 'place'),
        from: textOption(given, 'from'),
        to: textOption(given, 'to'),
        claimants: given.options.claimant as readonly string[] | undefined,
        signal: surroundings.signal,
      });
      await writeComparison(knowledge, comparison, { given, surroundings });
      return 0;
    }),
};

interface OpenAccount {
  readonly account: Account;
  readonly views: readonly ClaimView[];
}

async function writeComparison(
  knowledge: Knowledge,
  { incidents, accounts, conflicts }: AccountComparison,
  { given, surroundings }: { readonly given: Given; readonly surroundings: Surroundings },
): Promise<void> {
  const { output, signal } = surroundings;
  const claims = await loadClaims(
    knowledge,
    accounts.flatMap((account) => account.claims),
    { signal },
  );
  let next = 0;
  const open = accounts.map((account): OpenAccount => {
    const views = claims.slice(next, next + account.claims.length).filter((view) => view !== null);
    next += account.claims.length;
    return { account, views };
  });
  const shown = await loadConflicts(knowledge, conflicts, { signal });
  if (flagOption(given, 'json')) {
    await output.write(`${printableJson(comparisonJson(knowledge, { incidents, open, shown }))}\n`);
    return;
  }
  if (open.length === 0) {
    await output.write('No account is like that.\n');
    return;
  }
  for (const incident of incidents) {
    await output.write(`${printable(incidentLabel(knowledge, incident))}  ${printable(claimKey(incident.first))}\n`);
  }
  const columns = open.map(({ account, views }) => ({
    heading: headingOf(knowledge, account),
    paragraphs: sentencesOf(views),
  }));
  await output.write(`\n${formatColumns(columns, output.width)}`);
  if (shown.length > 0) await output.write('\n');
  await writeConflicts(surroundings, shown);
}

function headingOf(knowledge: Knowledge, { claimant, source, document, anonymous }: Account): string {
  const own = source ?? document ?? 'a document without a source';
  if (claimant !== null) return knowledge.graph.entity(claimant)?.name ?? claimant;
  return anonymous ? `someone whom ${own} does not name` : `${own}, in its own words`;
}

/** Each sentence once, with the claim that names it. */
function sentencesOf(views: readonly ClaimView[]): readonly string[] {
  const sentences = new Map<string, string>();
  for (const view of views) {
    const { start, quote } = view.claim.sentence;
    const key = `${view.documentId} ${start}`;
    if (!sentences.has(key)) sentences.set(key, `“${quote}” (${claimKey(view)})`);
  }
  return [...sentences.values()];
}

function comparisonJson(
  knowledge: Knowledge,
  {
    incidents,
    open,
    shown,
  }: {
    readonly incidents: AccountComparison['incidents'];
    readonly open: readonly OpenAccount[];
    readonly shown: readonly ShownConflict[];
  },
): unknown {
  return {
    incidents: incidents.map((incident) => ({
      id: claimKey(incident.first),
      label: incidentLabel(knowledge, incident),
      ...incident,
    })),
    accounts: open.map(({ account: { claims: _, ...account }, views }) => ({
      ...account,
      name: headingOf(knowledge, { ...account, claims: [] }),
      claims: views.map(claimJson),
    })),
    conflicts: shown.map(conflictJson),
  };
}
