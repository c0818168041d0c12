import { ClaimgraphError, compareIds } from '../base/index.js';
import type { Entity, Judgement, JudgementDraft, ReferentKey } from '../domain/index.js';
import { parseReferentKey } from '../resolve/index.js';
import type { LiveKnowledge } from './live-knowledge.js';

/** Who is merged, why and when. */
export interface MergeRequest {
  /** Ids of two or more entities; the key of any member will do. */
  readonly entities: readonly ReferentKey[];
  readonly reason: string;
  /** ISO 8601 date-time in UTC. */
  readonly at: string;
}

/** What is taken apart: one judgement taken back, or referents set apart from the entity that holds them. */
export type UnmergeRequest = (
  | { readonly judgement: string }
  | { readonly entity: ReferentKey; readonly referents: readonly ReferentKey[] }
) & {
  readonly reason: string;
  /** ISO 8601 date-time in UTC. */
  readonly at: string;
};

/** The judgements that a change of entities wrote, oldest first, and the entities that it left, ascending by id. */
export interface EntityChange {
  readonly judgements: readonly Judgement[];
  readonly entities: readonly Entity[];
}

/** Deletes a document with exactly its claims; the graph has followed. False where the store holds none of that id. */
export async function deleteDocument(knowledge: LiveKnowledge, documentId: string): Promise<boolean> {
  const deleted = await knowledge.store.deleteDocument(documentId);
  await knowledge.catchUp();
  return deleted;
}

/**
 * Judges entities to be one. Entities that are one already stay as they are, without a judgement.
 * @throws ClaimgraphError ARGUMENT_INVALID for fewer than two ids, ENTITY_NOT_FOUND for one that is unknown.
 */
export async function mergeEntities(knowledge: LiveKnowledge, request: MergeRequest): Promise<EntityChange> {
  if (request.entities.length < 2) {
    throw new ClaimgraphError(
      'ARGUMENT_INVALID',
      `A merge takes two or more entities, but got ${request.entities.length}.`,
    );
  }
  await knowledge.catchUp();
  const entities = new Map(request.entities.map((id) => requireHeld(knowledge, id)).map((held) => [held.id, held]));
  const members = [...entities.values()].flatMap((entity) => entity.referents);
  const judgements = await judgeUntil(knowledge, [members], request);
  return { judgements, entities: entitiesOf(knowledge, members) };
}

/**
 * Judges two entities to be two things. Where they are two already this keeps them so, and out of the list of those that
 * may be one.
 * @throws ClaimgraphError ARGUMENT_INVALID for other than two entities, ENTITY_NOT_FOUND for one that is unknown.
 */
export async function markDistinct(knowledge: LiveKnowledge, request: MergeRequest): Promise<EntityChange> {
  await knowledge.catchUp();
  const ids = [...new Set(request.entities.map((id) => requireHeld(knowledge, id).id))].sort(compareIds);
  const [left, right] = ids;
  if (left === undefined || right === undefined || ids.length > 2) {
    throw new ClaimgraphError('ARGUMENT_INVALID', `Expected two different entities, but got ${ids.length}.`);
  }
  const draft: JudgementDraft = { ...person(request), verdict: 'DIFFERENT', left, right, undoes: null };
  const judgement = await knowledge.store.appendJudgement(draft);
  await knowledge.catchUp();
  return { judgements: [judgement], entities: entitiesOf(knowledge, ids) };
}

/**
 * Takes back a judgement, or sets referents of an entity apart from the rest of it; those set apart stay together.
 * Nothing is written where the judgement was taken back already.
 * @throws ClaimgraphError JUDGEMENT_NOT_FOUND, ENTITY_NOT_FOUND, and ARGUMENT_INVALID where a referent is not
 *   the entity's, or none would be set apart or remain.
 */
export async function unmergeEntities(knowledge: LiveKnowledge, request: UnmergeRequest): Promise<EntityChange> {
  await knowledge.catchUp();
  if ('judgement' in request) return takeBack(knowledge, request);
  const entity = requireHeld(knowledge, request.entity);
  const apart = [...new Set(request.referents)].sort(compareIds);
  const rest = entity.referents.filter((key) => !apart.includes(key));
  const stranger = apart.find((key) => !entity.referents.includes(key));
  if (stranger !== undefined || apart.length === 0 || rest.length === 0) {
    throw new ClaimgraphError(
      'ARGUMENT_INVALID',
      `To unmerge "${entity.name}", name some of its referents and not all: ${entity.referents.join(', ')}. ${
        stranger === undefined ? `Got ${apart.length} of ${entity.referents.length}` : `"${stranger}" is none of them`
      }.`,
      { entity: entity.id, referents: entity.referents },
    );
  }
  const parted = [
    ...(await takeBackMerges(knowledge, { apart, rest }, request)),
    ...(await setApart(knowledge, { apart, rest }, request)),
  ];
  const judgements = await judgeUntil(knowledge, [apart, rest], request);
  return { judgements: [...parted, ...judgements], entities: entitiesOf(knowledge, entity.referents) };
}

async function takeBack(
  knowledge: LiveKnowledge,
  request: { readonly judgement: string; readonly reason: string; readonly at: string },
): Promise<EntityChange> {
  const log = await knowledge.store.judgements();
  const judgement = log.find(({ id }) => id === request.judgement);
  if (judgement === undefined) {
    throw new ClaimgraphError(
      'JUDGEMENT_NOT_FOUND',
      `The log holds no judgement "${request.judgement}". Those of the algorithm are not in it: set referents apart instead.`,
      { judgement: request.judgement },
    );
  }
  const { left, right } = judgement;
  if (takenBackIn(log).has(judgement.id)) return { judgements: [], entities: entitiesOf(knowledge, [left, right]) };
  const written = await knowledge.store.appendJudgement({
    ...person(request),
    verdict: 'UNSURE',
    left,
    right,
    undoes: judgement.id,
  });
  await knowledge.catchUp();
  return { judgements: [written], entities: entitiesOf(knowledge, [left, right]) };
}

/** Ids of the judgements that one that stands takes back. */
function takenBackIn(log: readonly Judgement[]): ReadonlySet<string> {
  // Only later ones take back earlier ones, so that one walk from the end decides each before it is asked for.
  const takenBack = new Set<string>();
  for (const later of [...log].reverse()) {
    if (later.undoes !== null && !takenBack.has(later.id)) takenBack.add(later.undoes);
  }
  return takenBack;
}

/** The two sides of a split; both hold at least one key, ascending. */
interface Sides {
  readonly apart: readonly ReferentKey[];
  readonly rest: readonly ReferentKey[];
}

/** Takes back the merges that join the two sides: one of them might join a part of each again after a later split. */
async function takeBackMerges(
  knowledge: LiveKnowledge,
  { apart, rest }: Sides,
  request: { readonly reason: string; readonly at: string },
): Promise<readonly Judgement[]> {
  const log = await knowledge.store.judgements();
  const takenBack = takenBackIn(log);
  const [ofApart, ofRest] = [new Set(apart), new Set(rest)];
  const written: Judgement[] = [];
  for (const { id, verdict, left, right } of log) {
    const joins = (ofApart.has(left) && ofRest.has(right)) || (ofRest.has(left) && ofApart.has(right));
    if (verdict !== 'SAME' || !joins || takenBack.has(id)) continue;
    written.push(
      await knowledge.store.appendJudgement({ ...person(request), verdict: 'UNSURE', left, right, undoes: id }),
    );
  }
  await knowledge.catchUp();
  return written;
}

/**
 * Judges each referent that is set apart different from one of its name that remains; where they share no name, the
 * least of either side. Otherwise the name could join them again after a later split of the rest.
 */
async function setApart(
  knowledge: LiveKnowledge,
  { apart, rest }: Sides,
  request: { readonly reason: string; readonly at: string },
): Promise<readonly Judgement[]> {
  const remaining = new Map<string, ReferentKey>();
  for (const key of [...rest].sort(compareIds).reverse()) remaining.set(nameIn(key), key);
  const namesakes = apart.filter((key) => remaining.has(nameIn(key)));
  const written: Judgement[] = [];
  for (const left of namesakes.length > 0 ? namesakes : apart.slice(0, 1)) {
    const right = remaining.get(nameIn(left)) ?? rest[0]!;
    const draft: JudgementDraft = { ...person(request), verdict: 'DIFFERENT', left, right, undoes: null };
    written.push(await knowledge.store.appendJudgement(draft));
  }
  await knowledge.catchUp();
  return written;
}

/** Type and normalised name of a key; the key itself where it is malformed. */
function nameIn(key: ReferentKey): string {
  const parts = parseReferentKey(key);
  return parts === null ? key : `${parts.type}/${parts.name}`;
}

/**
 * Judges until each set of keys is one entity, and no two sets are the same. Mostly the first judgement is enough, for
 * names hold the rest together; where older judgements or other names pull members away, they are judged one by one.
 */
async function judgeUntil(
  knowledge: LiveKnowledge,
  sets: readonly (readonly ReferentKey[])[],
  request: { readonly reason: string; readonly at: string },
): Promise<readonly Judgement[]> {
  const written: Judgement[] = [];
  const judge = async (verdict: 'SAME' | 'DIFFERENT', left: ReferentKey, right: ReferentKey): Promise<void> => {
    const draft: JudgementDraft = { ...person(request), verdict, left, right, undoes: null };
    written.push(await knowledge.store.appendJudgement(draft));
    await knowledge.catchUp();
  };
  const idOf = (key: ReferentKey): ReferentKey | null => knowledge.graph.entityIdOf(key);
  const sorted = sets.map((keys) => [...keys].sort(compareIds));
  const [first, ...others] = sorted.map((keys) => keys[0]!);
  // Newer judgements override older ones, so that every round leaves fewer members astray.
  for (let round = 0; round < 4; round++) {
    const before = written.length;
    for (const other of others) if (idOf(first!) === idOf(other)) await judge('DIFFERENT', first!, other);
    for (const keys of sorted) {
      for (const key of keys) if (idOf(keys[0]!) !== idOf(key)) await judge('SAME', keys[0]!, key);
    }
    if (written.length === before) break;
  }
  return written;
}

function person(request: { readonly reason: string; readonly at: string }): {
  readonly by: 'PERSON';
  readonly reason: string;
  readonly at: string;
  readonly score: null;
} {
  return { by: 'PERSON', reason: request.reason, at: request.at, score: null };
}

function requireHeld(knowledge: LiveKnowledge, id: ReferentKey): Entity {
  const entity = knowledge.graph.entity(id);
  if (entity !== null) return entity;
  throw new ClaimgraphError('ENTITY_NOT_FOUND', `The graph holds no entity "${id}".`, { entity: id });
}

/** The entities that hold the keys now, ascending by id; keys that no longer resolve are left out. */
function entitiesOf(knowledge: LiveKnowledge, keys: readonly ReferentKey[]): readonly Entity[] {
  const ids = new Set(keys.map((key) => knowledge.graph.entityIdOf(key)).filter((id) => id !== null));
  return [...ids].sort(compareIds).map((id) => knowledge.graph.entity(id)!);
}
