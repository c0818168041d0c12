import { ClaimgraphError, compareIds } from '../base/index.js';
import type { ReferentKey } from '../domain/index.js';
import { cheapestPaths, type FoundPaths } from './cheapest-paths.js';
import { carryingClaims, chooseRelationships } from './choose-items.js';
import { compileFilter, mentionsField } from './compile-filter.js';
import { relationshipReaders } from './field-readers.js';
import { RELATIONSHIP_FIELDS } from './filter-fields.js';
import { requireEntity } from './find-entity.js';
import { type Knowledge, pinGraph } from './knowledge.js';
import { parseFilter } from './parse-filter.js';
import type { Path, PathHop, PathStep, PathsAnswer } from './path.js';
import { readWhole } from './read-arguments.js';
import { relationshipsTo, takeSteps, type Walk } from './take-steps.js';
import { tellAnswer, tellPath, titlesFor } from './tell-path.js';
import type { Terrain } from './terrain.js';
import { type Stoppable, startTurns, type Turns } from './turns.js';

/** Between which entities paths are sought. */
export interface PathsRequest extends Stoppable {
  /** Global id, referent key, or exact name. */
  readonly from: string;
  readonly to: string;
  /** 1 to 6; 4 where it is left out. */
  readonly maxHops?: number | null | undefined;
  /** How many paths, 1 to 10; 3 where it is left out. */
  readonly k?: number | null | undefined;
  /**
   * A filter over RELATIONSHIP_FIELDS on the claims that carry a hop. Where it does not speak of polarity, modality or
   * stance, claims must be AFFIRMED, ACTUAL, and not under a stance of DENIES.
   */
  readonly where?: unknown;
  /** Entities that the search may expand from each end, for tests; 20,000 where it is left out. */
  readonly maxExpanded?: number | null | undefined;
}

/**
 * The k cheapest ways between two entities, over relationships in either direction.
 * @throws ClaimgraphError ENTITY_NOT_FOUND, ENTITY_AMBIGUOUS, DOCUMENT_NOT_FOUND, FILTER_INVALID, ARGUMENT_INVALID (also
 *   where both ends are one entity), INTERRUPTED.
 */
export async function paths(current: Knowledge, request: PathsRequest): Promise<PathsAnswer> {
  const knowledge = pinGraph(current);
  const turns = startTurns(request.signal);
  const maxHops = readWhole('maxHops', request.maxHops, { least: 1, most: 6, otherwise: 4 });
  const k = readWhole('k', request.k, { least: 1, most: 10, otherwise: 3 });
  const maxExpanded = readWhole('maxExpanded', request.maxExpanded, { least: 1, most: 1_000_000, otherwise: 20_000 });
  const from = await requireEntity(knowledge, request.from, request);
  const to = await requireEntity(knowledge, request.to, request);
  if (from.id === to.id) {
    throw new ClaimgraphError(
      'ARGUMENT_INVALID',
      `Expected two entities, but both ends are ${from.name} (${from.id}).`,
      {
        argument: 'to',
      },
    );
  }
  const walk = await chooseCarrying(knowledge, request, turns);
  const found = await search(walk, [from.id, to.id], { maxHops, k, maxExpanded });

  const ways: { readonly hops: readonly PathHop[]; readonly cost: number }[] = [];
  for (const { nodes, cost } of found.paths) {
    const hops: PathHop[] = [];
    for (const [index, node] of nodes.slice(1).entries()) {
      if (turns.due()) await turns.rest();
      const hop = openHop(walk, [nodes[index]!, node]);
      if (hop !== null) hops.push(hop);
    }
    // A hop whose claims went while the search ran takes its path with it.
    if (hops.length < nodes.length - 1) continue;
    ways.push({ hops, cost: cost / HOP_COST });
  }
  const titles = await titlesFor(
    knowledge,
    ways.flatMap(({ hops }) => hops),
    request,
  );
  const answers = ways.map(({ hops, cost }): Path => {
    return { hops, length: hops.length, cost, explanation: tellPath(knowledge, hops, titles) };
  });
  const answer = { from, to, paths: answers, maxHops, searchedEntities: found.searched, truncated: found.truncated };
  return { ...answer, explanation: tellAnswer(answer) };
}

/** A hop costs 1; costs are counted in thousandths, as whole numbers. */
const HOP_COST = 1000;

/** What carries a hop where the filter does not say otherwise: what is said to have happened, and is not denied. */
const CARRYING_DEFAULTS = {
  polarity: { polarity: { eq: 'AFFIRMED' } },
  modality: { modality: { eq: 'ACTUAL' } },
  stance: { stance: { ne: 'DENIES' } },
} as const;

async function chooseCarrying(knowledge: Knowledge, request: PathsRequest, turns: Turns): Promise<Walk> {
  const asked = await chooseRelationships(knowledge, request);
  const defaults = Object.entries(CARRYING_DEFAULTS)
    .filter(([field]) => !mentionsField(asked.filter, field))
    .map(([, where]) => parseFilter(where, RELATIONSHIP_FIELDS));
  const filter = { kind: 'ALL', parts: [asked.filter, ...defaults] } as const;
  const choice = { filter, all: false, test: compileFilter(filter, relationshipReaders(knowledge.graph)) };
  // The defaults alone choose exactly what counts as support.
  return { knowledge, choice, bySupport: asked.all, turns };
}

/** An entity without relationships is at no end of a path. */
async function search(
  walk: Walk,
  [from, to]: readonly [ReferentKey, ReferentKey],
  bounds: { readonly maxHops: number; readonly k: number; readonly maxExpanded: number },
): Promise<FoundPaths> {
  const { links } = walk.knowledge.graph;
  const [start, target] = [links.numberOf(from), links.numberOf(to)];
  if (start === null || target === null) return { paths: [], searched: 2, truncated: false };
  return cheapestPaths(createTerrain(walk), { from: start, to: target, ...bounds }, walk.turns);
}

function createTerrain(walk: Walk): Terrain {
  const { links } = walk.knowledge.graph;
  const known = new Map<number, readonly number[]>();
  /** By number, the last node whose neighbor it was, and one: a node has parallel relationships with some. */
  const metAt = new Uint32Array(links.size);
  return {
    size: links.size,
    hopCost: HOP_COST,
    toll: (node) => Math.round((HOP_COST / 2) * Math.log2(Math.max(1, links.degree(node)))),
    degree: links.degree,
    compare: links.compare,
    hash: links.hash,
    neighbors(node) {
      const before = known.get(node);
      if (before !== undefined) return before;
      const neighbors: number[] = [];
      const taken = takeSteps(walk, node, (other) => {
        // What has come meanwhile is left for the next question.
        if (other === node || other >= metAt.length || metAt[other] === node + 1) return;
        metAt[other] = node + 1;
        neighbors.push(other);
      });
      const keep = (): readonly number[] => {
        known.set(node, neighbors);
        return neighbors;
      };
      return taken instanceof Promise ? taken.then(keep) : keep();
    },
  };
}

/** The hop with its best carried relationship first: most matching claims, then along the path, then by id. */
function openHop({ knowledge, choice }: Walk, [from, to]: readonly [number, number]): PathHop | null {
  const { links, entity } = knowledge.graph;
  const [start, end] = [entity(links.idOf(from) ?? ''), entity(links.idOf(to) ?? '')];
  if (start === null || end === null) return null;
  const steps: PathStep[] = [];
  // The relationships between the two are found at the end that has fewer.
  const [near, far] = links.degree(from) <= links.degree(to) ? [from, to] : [to, from];
  for (const relationship of relationshipsTo(knowledge, near, (other) => other === far)) {
    const claims = carryingClaims(knowledge, relationship, choice);
    const direction = relationship.subject === start.id ? 'FORWARD' : 'BACKWARD';
    if (claims.length > 0) steps.push({ relationship, claims, direction });
  }
  steps.sort((a, b) => compareIds(a.relationship.id, b.relationship.id));
  const [best] = [...steps].sort(compareSteps);
  if (best === undefined) return null;
  return { ...best, from: start, to: end, parallel: steps.filter((step) => step !== best) };
}

function compareSteps(a: PathStep, b: PathStep): number {
  if (a.claims.length !== b.claims.length) return b.claims.length - a.claims.length;
  if (a.direction !== b.direction) return a.direction === 'FORWARD' ? -1 : 1;
  return compareIds(a.relationship.id, b.relationship.id);
}
