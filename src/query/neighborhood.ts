import { ClaimgraphError, compareIds, keepBest } from '../base/index.js';
import type { Entity, ReferentKey } from '../domain/index.js';
import { carryingClaims, chooseRelationships } from './choose-items.js';
import { requireEntity } from './find-entity.js';
import { type Knowledge, pinGraph } from './knowledge.js';
import type { RelationshipMatch } from './list-relationships.js';
import { readWhole } from './read-arguments.js';
import { relationshipsTo, takeSteps, type Walk } from './take-steps.js';
import { type Stoppable, startTurns } from './turns.js';

/** Around which entities. */
export interface NeighborhoodRequest extends Stoppable {
  /** Global ids, referent keys, or exact names; 1 to 50. */
  readonly seeds: readonly string[];
  /** 1 to 3; 1 where it is left out. */
  readonly depth?: number | null | undefined;
  /** A filter over RELATIONSHIP_FIELDS. */
  readonly where?: unknown;
  /** Entities at most, seeds included, 1 to 500; 100 where it is left out. */
  readonly limit?: number | null | undefined;
}

/** A part of the graph. */
export interface Neighborhood {
  /** Nearest first; among equally near ones, those with most matching claims towards the nearer ones; then by id. */
  readonly entities: readonly { readonly entity: Entity; readonly distance: number }[];
  /** Every matching relationship with both ends among the entities, ascending by id. */
  readonly relationships: readonly RelationshipMatch[];
  /** True where entities were left out for the limit. */
  readonly truncated: boolean;
}

/**
 * The entities within `depth` relationships of the seeds, and the relationships among them.
 * @throws ClaimgraphError ENTITY_NOT_FOUND, ENTITY_AMBIGUOUS, DOCUMENT_NOT_FOUND, FILTER_INVALID, ARGUMENT_INVALID, INTERRUPTED.
 */
export async function neighborhood(current: Knowledge, request: NeighborhoodRequest): Promise<Neighborhood> {
  const knowledge = pinGraph(current);
  const turns = startTurns(request.signal);
  const depth = readWhole('depth', request.depth, { least: 1, most: 3, otherwise: 1 });
  const limit = readWhole('limit', request.limit, { least: 1, most: 500, otherwise: 100 });
  const seeds = await readSeeds(knowledge, request);
  const choice = await chooseRelationships(knowledge, request);

  const walk: Walk = { knowledge, choice, turns };
  const { links } = knowledge.graph;
  const distances = new Map<ReferentKey, number>(seeds.slice(0, limit).map((id) => [id, 0]));
  const known = new Set<number>([...distances.keys()].flatMap((id) => links.numberOf(id) ?? []));
  const counts = new Uint32Array(links.size);
  let truncated = seeds.length > limit;
  let frontier: readonly number[] = [...known];
  for (let distance = 1; distance <= depth && !truncated; distance++) {
    const room = limit - distances.size;
    const numbers = await countTowards(walk, { frontier, known, counts });
    const nearest = keepBest<number>(room, (a, b) => counts[b]! - counts[a]! || links.compare(a, b));
    for (let start = 0; start < numbers.length; start += BATCH) {
      if (turns.due()) await turns.rest();
      for (const number of numbers.slice(start, start + BATCH)) nearest.offer(number);
    }
    frontier = nearest.best();
    counts.fill(0);
    truncated = numbers.length > room;
    for (const number of frontier) {
      known.add(number);
      const id = links.idOf(number);
      if (id !== null) distances.set(id, distance);
    }
  }
  return {
    entities: [...distances].flatMap(([id, distance]) => {
      const entity = knowledge.graph.entity(id);
      return entity === null ? [] : [{ entity, distance }];
    }),
    relationships: await relationshipsAmong(walk, known, counts),
    truncated,
  };
}

/** Entities that are looked at between two looks at the clock: a hub has a hundred thousand neighbors. */
const BATCH = 512;

async function readSeeds(knowledge: Knowledge, request: NeighborhoodRequest): Promise<readonly ReferentKey[]> {
  const count = request.seeds.length;
  if (count === 0 || count > 50) {
    throw new ClaimgraphError('ARGUMENT_INVALID', `Expected 1 to 50 seeds, but got ${count}.`, { argument: 'seeds' });
  }
  const ids = new Set<ReferentKey>();
  for (const seed of request.seeds) ids.add((await requireEntity(knowledge, seed, request)).id);
  return [...ids].sort(compareIds);
}

/** The entities one step further. What is counted by number, from nothing, are the matching claims towards where steps begin. */
async function countTowards(walk: Walk, { frontier, known, counts }: Count): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (const number of frontier) {
    if (walk.turns.due()) await walk.turns.rest();
    await takeSteps(walk, number, (other, claims) => {
      // What has come meanwhile is left for the next question.
      if (other >= counts.length) return;
      if (counts[other] === 0 && !known.has(other)) numbers.push(other);
      counts[other]! += claims;
    });
  }
  return numbers;
}

interface Count {
  readonly frontier: readonly number[];
  readonly known: ReadonlySet<number>;
  readonly counts: Uint32Array;
}

/** `places` has a row for each number, of nothing; those of the entities among which it is are counted there from 1, by degree. */
async function relationshipsAmong(
  { knowledge, choice, turns }: Walk,
  among: ReadonlySet<number>,
  places: Uint32Array,
): Promise<readonly RelationshipMatch[]> {
  const { links } = knowledge.graph;
  const matches: RelationshipMatch[] = [];
  const degrees = new Map([...among].map((number) => [number, links.degree(number)]));
  const byDegree = [...among].sort((a, b) => degrees.get(a)! - degrees.get(b)! || a - b);
  for (const [index, number] of byDegree.entries()) places[number] = index + 1;
  for (const number of among) {
    if (turns.due()) await turns.rest();
    // Each relationship is met once, at the end that has fewer.
    const own = places[number]!;
    for (const relationship of relationshipsTo(knowledge, number, (other) => (places[other] ?? 0) >= own)) {
      if (turns.due()) await turns.rest();
      const claims = carryingClaims(knowledge, relationship, choice);
      if (claims.length > 0) matches.push({ relationship, claims });
    }
  }
  return matches.sort((a, b) => compareIds(a.relationship.id, b.relationship.id));
}
