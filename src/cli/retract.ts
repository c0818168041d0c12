import type { Retraction, RetractionEffect } from '../domain/index.js';
import { type LiveKnowledge, retractClaim } from '../pipeline/index.js';
import { claimKey, listRetractions, loadClaims, type RetractedClaim, readClaimId } from '../query/index.js';
import { LONGEST_LINE } from './claims.js';
import type { Command, Given, Surroundings } from './command.js';
import { REASON_OPTION } from './merge.js';
import { flagOption, JSON_OPTION, LIMIT_OPTION, numberOption, STORE_OPTION, textOption } from './options.js';
import { cutToColumns, printable, printableJson } from './printable.js';
import { describeRest, takePages } from './take-pages.js';
import { withKnowledge, withWritableKnowledge } from './with-knowledge.js';

export const RETRACT: Command = {
  name: 'retract',
  words: '[claims...]',
  summary:
    'Keep claims that were read wrongly out of the graph, or list those that are kept out. They stay in the record.',
  options: [REASON_OPTION, LIMIT_OPTION, STORE_OPTION, JSON_OPTION],
  examples: [
    'claimgraph claims --json    # "doc-7#c3" is the claim c3 of the document doc-7',
    'claimgraph retract "doc-7#c3" --reason "the sentence is a question"',
    'claimgraph retract    # lists them, with who is told why and when',
  ],
  run: (given, surroundings) =>
    given.words.length === 0
      ? withKnowledge(given, surroundings, (knowledge) => listRetracted(knowledge, given, surroundings))
      : decide('RETRACT', given, surroundings),
};

export const RESTORE: Command = {
  name: 'restore',
  words: '<claims...>',
  summary: 'Let claims that were retracted into the graph again.',
  options: [REASON_OPTION, STORE_OPTION, JSON_OPTION],
  examples: ['claimgraph restore "doc-7#c3" --reason "it was read rightly after all"'],
  run: (given, surroundings) => decide('RESTORE', given, surroundings),
};

/** What is said of a decision once it is taken, and where it was taken before. */
const WORDS = {
  RETRACT: { done: 'retracted', before: 'was retracted already' },
  RESTORE: { done: 'restored', before: 'was not retracted' },
} as const satisfies Readonly<Record<RetractionEffect, object>>;

function decide(effect: RetractionEffect, given: Given, surroundings: Surroundings): Promise<number> {
  // What is no id is refused before anything is written.
  const claims = given.words.map(readClaimId);
  return withWritableKnowledge(given, surroundings, async (knowledge) => {
    const reason = textOption(given, 'reason') ?? '';
    for (const claim of claims) {
      const request = { claim, effect, reason, at: surroundings.now().toISOString() };
      const retraction = await retractClaim(knowledge, request);
      const key = claimKey(claim);
      await surroundings.output.write(
        flagOption(given, 'json')
          ? `${printableJson({ claim: key, effect, changed: retraction !== null, retraction })}\n`
          : `${printable(key)} ${retraction === null ? WORDS[effect].before : WORDS[effect].done}\n`,
      );
    }
    return 0;
  });
}

async function listRetracted(knowledge: LiveKnowledge, given: Given, surroundings: Surroundings): Promise<number> {
  const { output, signal } = surroundings;
  const { items, totalCount } = await takePages(numberOption(given, 'limit') ?? 25, (page) =>
    listRetractions(knowledge, page),
  );
  if (flagOption(given, 'json')) {
    for (const { claim, retraction } of items) {
      await output.write(`${printableJson({ claim: claim === null ? null : claimKey(claim), retraction })}\n`);
    }
    return 0;
  }
  for (const item of items) await output.write(`${await describe(knowledge, item, signal)}\n`);
  await output.write(
    totalCount === 0 ? 'No claim is retracted.\n' : describeRest(items.length, totalCount, 'retracted claims'),
  );
  return 0;
}

async function describe(
  knowledge: LiveKnowledge,
  { claim, retraction }: RetractedClaim,
  signal: AbortSignal,
): Promise<string> {
  if (claim === null)
    return `a claim of ${printable(retraction.documentId)} that is not read so now: ${why(retraction)}`;
  const [view] = await loadClaims(knowledge, [claim], { signal });
  const sentence = view ? `\n    “${view.claim.sentence.quote}”` : '';
  const lines = `${claimKey(claim)}: ${why(retraction)}${sentence}`.split('\n');
  return lines.map((line) => cutToColumns(printable(line), LONGEST_LINE)).join('\n');
}

function why({ reason, at }: Retraction): string {
  return `${reason === '' ? 'no reason given' : reason}, ${at.slice(0, 'YYYY-MM-DD'.length)}`;
}
