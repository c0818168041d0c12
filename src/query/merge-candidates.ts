import { compareIds } from '../base/index.js';
import type { Entity, Judgement, ReferentKey } from '../domain/index.js';
import type { EntityType } from '../ontology/index.js';
import { type Company, compareEntities, type LikenessFeature, likenessBlocks, UNSURE_FROM } from '../resolve/index.js';
import type { Knowledge } from './knowledge.js';
import { type Page, type PageRequest, type SortKey, startPage } from './pages.js';
import { type Stoppable, startTurns } from './turns.js';

/** Two entities that may be one, which only a person can tell. */
export interface MergeCandidate {
  /** The one of the lesser id. */
  readonly left: Entity;
  readonly right: Entity;
  /** How alike they are, at least UNSURE_FROM, at most 1. */
  readonly score: number;
  readonly features: readonly LikenessFeature[];
}

/** A page of candidates, the most alike first. */
export interface MergeCandidatesRequest extends Stoppable {
  readonly page?: PageRequest | null | undefined;
}

/** Of one block, the entities with the most mentions are compared: pairs of a common surname grow with its square. */
const LARGEST_BLOCK = 60;
/** How many documents of an entity tell what company it keeps. */
const MOST_DOCUMENTS = 20;

/**
 * A page of the pairs that may be one: by surname, initials, spelling or acronym, with roles and company in common. Pairs
 * that people judged different, or said that they cannot tell, are left out.
 * @throws ClaimgraphError ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED, STORE_*.
 */
export async function mergeCandidates(
  knowledge: Knowledge,
  request: MergeCandidatesRequest = {},
): Promise<Page<MergeCandidate>> {
  const turns = startTurns(request.signal);
  const draft = startPage({ kind: 'mergeCandidates', order: 'SCORE', keyOf: sortKey }, request.page);
  const judged = judgedPairs(knowledge, await knowledge.store.judgements());
  const { blocks, cast } = await readEntities(knowledge, turns);
  const companyOf = createCompany(cast, (id) => knowledge.graph.entity(id)?.type);
  const seen = new Set<string>();
  for (const block of blocks.values()) {
    if (turns.due()) await turns.rest();
    const members = block
      .sort((a, b) => b.mentionCount - a.mentionCount || compareIds(a.id, b.id))
      .slice(0, LARGEST_BLOCK);
    for (const [index, first] of members.entries()) {
      for (const second of members.slice(index + 1)) {
        const [left, right] = compareIds(first.id, second.id) < 0 ? [first, second] : [second, first];
        const pair = pairOf(left.id, right.id);
        if (seen.has(pair) || judged.has(pair)) continue;
        seen.add(pair);
        const likeness = compareEntities(left, right, companyOf(left, right));
        if (likeness !== null && likeness.score >= UNSURE_FROM) draft.add({ left, right, ...likeness });
      }
    }
  }
  return draft.finish();
}

function sortKey({ score, left, right }: MergeCandidate): SortKey {
  return [-score, left.id, right.id];
}

/** The entities by what they must share to be compared, and the named ones of each document. */
async function readEntities(
  knowledge: Knowledge,
  turns: ReturnType<typeof startTurns>,
): Promise<{ readonly blocks: Map<string, Entity[]>; readonly cast: ReadonlyMap<string, readonly ReferentKey[]> }> {
  const blocks = new Map<string, Entity[]>();
  const cast = new Map<string, ReferentKey[]>();
  for (const entity of knowledge.graph.entities()) {
    if (turns.due()) await turns.rest();
    if (!entity.named) continue;
    for (const key of likenessBlocks(entity)) append(blocks, key, entity);
    for (const id of entity.documents) append(cast, id, entity.id);
  }
  return { blocks, cast };
}

/** Counts the other named entities that documents of both speak of, by type. */
function createCompany(
  cast: ReadonlyMap<string, readonly ReferentKey[]>,
  typeOf: (id: ReferentKey) => EntityType | undefined,
): (a: Entity, b: Entity) => Company {
  const known = new Map<ReferentKey, ReadonlySet<ReferentKey>>();
  const around = (entity: Entity): ReadonlySet<ReferentKey> => {
    const there = known.get(entity.id);
    if (there !== undefined) return there;
    const company = new Set(entity.documents.slice(0, MOST_DOCUMENTS).flatMap((id) => cast.get(id) ?? []));
    known.set(entity.id, company);
    return company;
  };
  return (a, b) => {
    const [ofA, ofB] = [around(a), around(b)];
    const shared = { PERSON: 0, ORGANIZATION: 0, PLACE: 0 };
    for (const id of ofA) {
      const type = id !== a.id && id !== b.id && ofB.has(id) ? typeOf(id) : undefined;
      if (type === 'PERSON' || type === 'ORGANIZATION' || type === 'PLACE') shared[type]++;
    }
    return shared;
  };
}

/** Pairs on which a judgement of a person stands, and says that they are two or that it cannot be told. */
function judgedPairs(knowledge: Knowledge, log: readonly Judgement[]): ReadonlySet<string> {
  const takenBack = new Set(log.flatMap(({ undoes }) => undoes ?? []));
  const pairs = new Set<string>();
  for (const { id, verdict, left, right, undoes } of log) {
    if (verdict === 'SAME' || undoes !== null || takenBack.has(id)) continue;
    const [a, b] = [knowledge.graph.entityIdOf(left), knowledge.graph.entityIdOf(right)];
    if (a !== null && b !== null) pairs.add(compareIds(a, b) < 0 ? pairOf(a, b) : pairOf(b, a));
  }
  return pairs;
}

function pairOf(left: ReferentKey, right: ReferentKey): string {
  return JSON.stringify([left, right]);
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const there = lists.get(key);
  if (there === undefined) lists.set(key, [value]);
  else there.push(value);
}
