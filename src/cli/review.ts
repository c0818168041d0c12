import { createInterface } from 'node:readline/promises';
import type { Entity } from '../domain/index.js';
import { type LiveKnowledge, markDistinct, mergeEntities } from '../pipeline/index.js';
import { loadClaims, type MergeCandidate, mergeCandidates } from '../query/index.js';
import { LONGEST_LINE } from './claims.js';
import type { Command, Given, Surroundings } from './command.js';
import { formatCount } from './format-count.js';
import { REASON_OPTION } from './merge.js';
import { flagOption, JSON_OPTION, LIMIT_OPTION, numberOption, STORE_OPTION, textOption } from './options.js';
import { cutToColumns, printable, printableJson } from './printable.js';
import { describeRest, takePages } from './take-pages.js';
import { withKnowledge, withWritableKnowledge } from './with-knowledge.js';

export const REVIEW: Command = {
  name: 'review',
  words: '',
  summary:
    'Walk through the entities that may be one, with the evidence of both: y for one, n for two, anything else to skip.',
  options: [
    { flags: '--list', description: 'only list them' },
    REASON_OPTION,
    LIMIT_OPTION,
    STORE_OPTION,
    { ...JSON_OPTION, description: 'only list them, as JSON' },
  ],
  examples: [
    'claimgraph review',
    'claimgraph review --reason "read both articles"',
    'claimgraph review --json --limit 200 > may-be-one.jsonl',
  ],
  run: (given, surroundings) =>
    flagOption(given, 'list') || flagOption(given, 'json')
      ? withKnowledge(given, surroundings, (knowledge) => listCandidates(knowledge, given, surroundings))
      : withWritableKnowledge(given, surroundings, (knowledge) => walkCandidates(knowledge, given, surroundings)),
};

/** How many sentences of each entity are shown. */
const SENTENCES = 2;

async function listCandidates(knowledge: LiveKnowledge, given: Given, surroundings: Surroundings): Promise<number> {
  const { output } = surroundings;
  const { items, totalCount } = await readCandidates(knowledge, given, surroundings);
  for (const candidate of items) {
    if (flagOption(given, 'json')) await output.write(`${printableJson(candidate)}\n`);
    else await output.write(`${await describeCandidate(knowledge, candidate, surroundings)}\n`);
  }
  if (flagOption(given, 'json')) return 0;
  await output.write(
    totalCount === 0 ? 'Nothing is left to review.\n' : describeRest(items.length, totalCount, 'pairs'),
  );
  return 0;
}

async function walkCandidates(knowledge: LiveKnowledge, given: Given, surroundings: Surroundings): Promise<number> {
  const { output, signal } = surroundings;
  const { items, totalCount } = await readCandidates(knowledge, given, surroundings);
  const reason = textOption(given, 'reason') ?? 'reviewed';
  const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  let judged = 0;
  for (const candidate of items) {
    const pair = [candidate.left.id, candidate.right.id];
    // An answer before this one may have made one of the two.
    if (signal.aborted || knowledge.graph.entityIdOf(pair[0]!) === knowledge.graph.entityIdOf(pair[1]!)) continue;
    await output.write(`${await describeCandidate(knowledge, candidate, surroundings)}Are they one? [y/n/skip] `);
    const { value, done } = await answers.next();
    await output.write('\n');
    if (done === true) break;
    const answer = String(value).trim().toLowerCase();
    const request = { entities: pair, reason, at: surroundings.now().toISOString() };
    if (answer === 'y' || answer === 'yes') await mergeEntities(knowledge, request);
    else if (answer === 'n' || answer === 'no') await markDistinct(knowledge, request);
    else continue;
    judged++;
  }
  await output.write(totalCount === 0 ? 'Nothing is left to review.\n' : `${formatCount(judged, 'pair')} judged.\n`);
  return 0;
}

function readCandidates(
  knowledge: LiveKnowledge,
  given: Given,
  { signal }: Surroundings,
): Promise<{ readonly items: readonly MergeCandidate[]; readonly totalCount: number }> {
  return takePages(numberOption(given, 'limit') ?? 25, (page) => mergeCandidates(knowledge, { page, signal }));
}

async function describeCandidate(
  knowledge: LiveKnowledge,
  { left, right, score, features }: MergeCandidate,
  surroundings: Surroundings,
): Promise<string> {
  const heading = `${left.name} | ${right.name}  (${score.toFixed(2)}: ${features.join(', ').toLowerCase().replaceAll('_', ' ')})`;
  const sides = [await describeSide(knowledge, left, surroundings), await describeSide(knowledge, right, surroundings)];
  return `${[heading, ...sides.flat()].map((line) => cutToColumns(printable(line), LONGEST_LINE)).join('\n')}\n`;
}

async function describeSide(
  knowledge: LiveKnowledge,
  entity: Entity,
  { signal }: Surroundings,
): Promise<readonly string[]> {
  const roles = entity.roles.length === 0 ? '' : `, ${entity.roles.join(', ')}`;
  const claims = await loadClaims(knowledge, firstOf(knowledge.graph.claimsOf(entity.id), SENTENCES), { signal });
  const sentences = new Set(claims.flatMap((view) => (view === null ? [] : [`“${view.claim.sentence.quote}”`])));
  return [
    `  ${entity.name}${roles}: ${formatCount(entity.documents.length, 'document')}  ${entity.id}`,
    ...[...sentences].map((sentence) => `      ${sentence}`),
  ];
}

/** The first items, at most so many. */
function firstOf<Item>(items: Iterable<Item>, most: number): readonly Item[] {
  const first: Item[] = [];
  for (const item of items) if (first.push(item) >= most) break;
  return first;
}
