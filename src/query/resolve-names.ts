import { ClaimgraphError } from '../base/index.js';
import type { ReferentKey } from '../domain/index.js';
import type { Filter, FilterValue } from './filter-grammar.js';
import { findEntity, nearNames } from './find-entity.js';
import type { Knowledge } from './knowledge.js';
import { readNodeId } from './node-ids.js';
import { show } from './read-arguments.js';
import { type Stoppable, startTurns, type Turns } from './turns.js';

/**
 * The filter with the entities and documents that its words mean: every entity of a name, so that `eq` may then hold
 * several values.
 * @throws ClaimgraphError ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND for words that mean nothing, FILTER_INVALID for the
 *   global id of another type, INTERRUPTED.
 */
export async function resolveNames(knowledge: Knowledge, filter: Filter, options: Stoppable = {}): Promise<Filter> {
  return resolvePart(knowledge, filter, startTurns(options.signal));
}

async function resolvePart(knowledge: Knowledge, filter: Filter, turns: Turns): Promise<Filter> {
  if (filter.kind === 'NOT') return { kind: 'NOT', part: await resolvePart(knowledge, filter.part, turns) };
  if (filter.kind !== 'CONDITION') {
    const parts: Filter[] = [];
    for (const part of filter.parts) parts.push(await resolvePart(knowledge, part, turns));
    return { kind: filter.kind, parts };
  }
  const kind = filter.field.kind;
  if ((kind !== 'ENTITY' && kind !== 'DOCUMENT') || filter.operator === 'exists') return filter;
  const values = new Set<FilterValue>();
  for (const value of filter.values) {
    if (turns.due()) await turns.rest();
    const text = String(value);
    if (kind === 'DOCUMENT') values.add(await documentNamed(knowledge, text, filter.path));
    else for (const id of await entitiesNamed(knowledge, { text, path: filter.path, turns })) values.add(id);
  }
  return { ...filter, values: [...values] };
}

interface NamePlace {
  readonly text: string;
  readonly path: string;
  readonly turns: Turns;
}

async function entitiesNamed(knowledge: Knowledge, { text, path, turns }: NamePlace): Promise<readonly ReferentKey[]> {
  const found = findEntity(knowledge, text);
  if (found.length > 0) return found.map(({ id }) => id);
  refuseOtherType(text, { path, type: 'Entity' });
  const near = await nearNames(knowledge, text, turns);
  throw new ClaimgraphError(
    'ENTITY_NOT_FOUND',
    `${path}: Expected an entity's id or exact name, but nothing goes by ${show(text)}.${near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`}`,
    { path, near },
  );
}

async function documentNamed(knowledge: Knowledge, text: string, path: string): Promise<string> {
  if ((await knowledge.store.identity(text)) !== null) return text;
  refuseOtherType(text, { path, type: 'Document' });
  const node = readNodeId(text);
  if (node !== null && (await knowledge.store.identity(node.key)) !== null) return node.key;
  throw new ClaimgraphError('DOCUMENT_NOT_FOUND', `${path}: The store holds no document ${show(text)}.`, { path });
}

function refuseOtherType(
  text: string,
  expected: { readonly path: string; readonly type: 'Entity' | 'Document' },
): void {
  const type = readNodeId(text)?.type ?? expected.type;
  if (type === expected.type) return;
  throw new ClaimgraphError(
    'FILTER_INVALID',
    `${expected.path}: Expected an id of type ${expected.type}, but got one of type ${type}.`,
    { path: expected.path },
  );
}
