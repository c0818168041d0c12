import { ClaimgraphError, compareIds } from '../base/index.js';
import type { ReferentKey } from '../domain/index.js';
import { cheapestPaths, type Terrain } from './cheapest-paths.js';
import { type Choice, carryingClaims, chooseRelationships, isCarried, relationshipOf } from './choose-items.js';
import { compileFilter, mentionsField } from './compile-filter.js';
import { type CarryingClaim, relationshipReaders } from './field-readers.js';
import { RELATIONSHIP_FIELDS } from './filter-fields.js';
import { requireEntity } from './find-entity.js';
import type { Knowledge } from './knowledge.js';
import { parseFilter } from './parse-filter.js';
import type { Path, PathHop, PathStep, PathsAnswer } from './path.js';
import { readWhole } from './read-arguments.js';
import { tellAnswer, tellPath } from './tell-path.js';
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
export async function paths(knowledge: Knowledge, request: PathsRequest): Promise<PathsAnswer> {
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
  const choice = await chooseCarrying(knowledge, request);
  const terrain = createTerrain(knowledge, choice, turns);
  const found = await cheapestPaths(terrain, { from: from.id, to: to.id, maxHops, k, maxExpanded }, turns);

  const answers: Path[] = [];
  for (const { nodes, cost } of found.paths) {
    const hops: PathHop[] = [];
    for (const [index, node] of nodes.slice(1).entries()) {
      if (turns.due()) await turns.rest();
      const hop = openHop(knowledge, choice, [nodes[index] as ReferentKey, node]);
      if (hop !== null) hops.push(hop);
    }
    // A hop whose claims went while the search ran takes its path with it.
    if (hops.length < nodes.length - 1) continue;
    answers.push({ hops, length: hops.length, cost: cost / HOP_COST, explanation: tellPath(knowledge, hops) });
  }
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

async function chooseCarrying(knowledge: Knowledge, request: PathsRequest): Promise<Choice<CarryingClaim>> {
  const asked = await chooseRelationships(knowledge, request);
  const defaults = Object.entries(CARRYING_DEFAULTS)
    .filter(([field]) => !mentionsField(asked.filter, field))
    .map(([, where]) => parseFilter(where, RELATIONSHIP_FIELDS));
  const filter = { kind: 'ALL', parts: [asked.filter, ...defaults] } as const;
  return { filter, all: false, test: compileFilter(filter, relationshipReaders(knowledge.graph)) };
}

function createTerrain(knowledge: Knowledge, choice: Choice<CarryingClaim>, turns: Turns): Terrain {
  const { graph } = knowledge;
  const known = new Map<ReferentKey, readonly ReferentKey[]>();
  return {
    hopCost: HOP_COST,
    toll: (node) => Math.round((HOP_COST / 2) * Math.log2(Math.max(1, graph.degree(node)))),
    async neighbors(node) {
      const before = known.get(node);
      if (before !== undefined) return before;
      const found = new Set<ReferentKey>();
      for (const step of graph.adjacent(node)) {
        if (turns.due()) await turns.rest();
        if (step.entity === node || found.has(step.entity)) continue;
        const relationship = relationshipOf(graph, node, step);
        if (relationship !== null && isCarried(knowledge, relationship, choice)) found.add(step.entity);
      }
      const neighbors = [...found];
      known.set(node, neighbors);
      return neighbors;
    },
  };
}

/** The hop with its best carried relationship first: most matching claims, then along the path, then by id. */
function openHop(
  knowledge: Knowledge,
  choice: Choice<CarryingClaim>,
  [from, to]: readonly [ReferentKey, ReferentKey],
): PathHop | null {
  const { graph } = knowledge;
  const [fromEntity, toEntity] = [graph.entity(from), graph.entity(to)];
  if (fromEntity === null || toEntity === null) return null;
  const steps: PathStep[] = [];
  // The relationships between the two are found at the end that has fewer.
  const [near, far] = graph.degree(from) <= graph.degree(to) ? [from, to] : [to, from];
  for (const step of graph.adjacent(near)) {
    const relationship = step.entity === far ? relationshipOf(graph, near, step) : null;
    if (relationship === null) continue;
    const claims = carryingClaims(knowledge, relationship, choice);
    const direction = relationship.subject === from ? 'FORWARD' : 'BACKWARD';
    if (claims.length > 0) steps.push({ relationship, claims, direction });
  }
  steps.sort((a, b) => compareIds(a.relationship.id, b.relationship.id));
  const [best] = [...steps].sort(compareSteps);
  if (best === undefined) return null;
  return { ...best, from: fromEntity, to: toEntity, parallel: steps.filter((step) => step !== best) };
}

function compareSteps(a: PathStep, b: PathStep): number {
  if (a.claims.length !== b.claims.length) return b.claims.length - a.claims.length;
  if (a.direction !== b.direction) return a.direction === 'FORWARD' ? -1 : 1;
  return compareIds(a.relationship.id, b.relationship.id);
}
