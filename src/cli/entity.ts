import type { Entity } from '../domain/index.js';
import {
  entityClaims,
  entityRelationships,
  findEntity,
  type Knowledge,
  listEntities,
  loadClaims,
  requireEntity,
  search,
} from '../query/index.js';
import { claimJson, writeClaims } from './claims.js';
import type { Command, Given, Surroundings } from './command.js';
import { formatCount } from './format-count.js';
import { formatTable } from './format-table.js';
import { flagOption, JSON_OPTION, LIMIT_OPTION, numberOption, STORE_OPTION } from './options.js';
import { printable, printableJson } from './printable.js';
import { formatRelationships } from './relationships.js';
import { describeRest, takePages } from './take-pages.js';
import { withKnowledge } from './with-knowledge.js';

export const ENTITY: Command = {
  name: 'entity',
  words: '[name]',
  summary: 'Show one entity, by its name or id: what it is, its relationships, its claims. Without a name: list them.',
  options: [
    { flags: '--search', description: 'list every entity whose name is like the words' },
    LIMIT_OPTION,
    STORE_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'claimgraph entity "Kofi Annan"',
    'claimgraph entity --search annan',
    'claimgraph entity --limit 100',
    'claimgraph entity Homs --json | jq .aliases',
  ],
  run: (given, surroundings) =>
    withKnowledge(given, surroundings, async (knowledge) => {
      const name = given.words[0];
      if (name === undefined) return listAll(knowledge, given, surroundings);
      if (flagOption(given, 'search')) return listLike(knowledge, given, surroundings);
      // Namesakes are a question back, not an error of the program: they are listed to choose from.
      const candidates = findEntity(knowledge, name);
      if (candidates.length > 1 && !flagOption(given, 'json')) {
        await surroundings.errors.write('More than one entity goes by that name; choose one by its id:\n\n');
        await surroundings.errors.write(formatEntities(knowledge, candidates, surroundings.output.width));
        return 1;
      }
      const entity = await requireEntity(knowledge, name, { signal: surroundings.signal });
      return showOne(knowledge, entity, { given, surroundings });
    }),
};

/** A table of entities for people. */
export function formatEntities(knowledge: Knowledge, entities: readonly Entity[], width: number): string {
  return formatTable(
    [
      { heading: 'name' },
      { heading: 'type' },
      { heading: 'mentions', align: 'RIGHT' },
      { heading: 'relationships', align: 'RIGHT' },
      { heading: 'documents', align: 'RIGHT' },
      { heading: 'id', whole: true },
    ],
    entities.map((entity) => [
      entity.name,
      entity.type,
      String(entity.mentionCount),
      String(knowledge.graph.degree(entity.id)),
      String(entity.documents.length),
      entity.id,
    ]),
    width,
  );
}

async function listAll(knowledge: Knowledge, given: Given, surroundings: Surroundings): Promise<number> {
  const { items, totalCount } = await takePages(numberOption(given, 'limit') ?? 25, (page) =>
    listEntities(knowledge, { order: 'DEGREE', page, signal: surroundings.signal }),
  );
  return writeList(knowledge, { items, totalCount }, { given, surroundings });
}

async function listLike(knowledge: Knowledge, given: Given, surroundings: Surroundings): Promise<number> {
  const { items, totalCount } = await takePages(numberOption(given, 'limit') ?? 25, (page) =>
    search(knowledge, { text: given.words[0]!, kinds: ['ENTITY'], page, signal: surroundings.signal }),
  );
  const entities = items.flatMap((hit) => (hit.kind === 'ENTITY' ? [hit.entity] : []));
  return writeList(knowledge, { items: entities, totalCount }, { given, surroundings });
}

interface Call {
  readonly given: Given;
  readonly surroundings: Surroundings;
}

async function writeList(
  knowledge: Knowledge,
  list: { readonly items: readonly Entity[]; readonly totalCount: number },
  { given, surroundings: { output } }: Call,
): Promise<number> {
  if (flagOption(given, 'json')) {
    for (const entity of list.items) await output.write(`${printableJson(entity)}\n`);
  } else if (list.totalCount === 0) {
    await output.write('No entity is like that.\n');
  } else {
    await output.write(formatEntities(knowledge, list.items, output.width));
    await output.write(describeRest(list.items.length, list.totalCount, 'entities'));
  }
  return 0;
}

async function showOne(knowledge: Knowledge, entity: Entity, { given, surroundings }: Call): Promise<number> {
  const { output, signal } = surroundings;
  const limit = numberOption(given, 'limit') ?? 25;
  const relationships = await takePages(limit, (page) =>
    entityRelationships(knowledge, { entity: entity.id, order: 'CLAIMS', page, signal }),
  );
  const claims = await takePages(limit, (page) => entityClaims(knowledge, { entity: entity.id, page, signal }));
  const views = (await loadClaims(knowledge, claims.items, { signal })).filter((view) => view !== null);
  const edges = relationships.items.map((item) => item.relationship);
  if (flagOption(given, 'json')) {
    const judgements = knowledge.graph.judgementsOf(entity.id);
    const found = { ...entity, judgements, relationships: edges, claims: views.map(claimJson) };
    await output.write(`${printableJson(found)}\n`);
    return 0;
  }
  await output.write(describeEntity(knowledge, entity));
  await output.write(`\n${formatRelationships(knowledge, edges, output.width)}`);
  await output.write(describeRest(edges.length, relationships.totalCount, 'relationships'));
  await output.write('\n');
  await writeClaims(surroundings, views, (id) => knowledge.graph.entity(id)?.name ?? null);
  await output.write(describeRest(views.length, claims.totalCount, 'claims'));
  return 0;
}

function describeEntity(knowledge: Knowledge, entity: Entity): string {
  const rows: readonly (readonly [string, string])[] = [
    ['type', entity.sector === null ? entity.type : `${entity.type}, ${entity.sector}`],
    ['also called', entity.aliases.join(' · ')],
    ['roles', entity.roles.join(' · ')],
    ['mentions', `${entity.mentionCount} in ${formatCount(entity.documents.length, 'document')}`],
    ['id', entity.id],
  ];
  const lines = rows.filter(([, value]) => value !== '').map(([label, value]) => `  ${label}: ${printable(value)}`);
  if (entity.referents.length > 1) {
    lines.push('  one out of:', ...entity.referents.map((referent) => `    ${printable(referent)}`));
    for (const judgement of knowledge.graph.judgementsOf(entity.id)) {
      if (judgement.by !== 'PERSON') continue;
      lines.push(`  ${judgement.id}: ${judgement.verdict} by a person: ${printable(judgement.reason)}`);
    }
  }
  return `${printable(entity.name)}\n${lines.join('\n')}\n`;
}
