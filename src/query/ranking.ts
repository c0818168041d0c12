import type { ReferentKey } from '../domain/index.js';
import { betweenness, degrees, pageRank } from './centrality.js';
import type { Knowledge } from './knowledge.js';
import { type Network, type NetworkRequest, readNetwork } from './network.js';
import { type Page, type PageRequest, startPage } from './pages.js';
import { readChoice } from './read-arguments.js';
import { startTurns, type Turns } from './turns.js';

/** What entities are ranked by. */
export const RANKINGS = {
  DEGREE: 'With how many others it is connected.',
  PAGERANK: 'How often a walk along claims, in either direction, comes by.',
  BETWEENNESS: 'How many of the shortest ways between others lead through it.',
} as const;

/** A page of a ranking; `by` is a key of RANKINGS. */
export interface RankingRequest extends NetworkRequest {
  readonly by: string;
  readonly page?: PageRequest | null | undefined;
}

/** An entity and its place. */
export interface RankedEntity {
  readonly entity: ReferentKey;
  readonly score: number;
  /** From 1; equal scores have equal ranks. */
  readonly rank: number;
}

const MEASURES: Readonly<
  Record<keyof typeof RANKINGS, (network: Network, turns: Turns) => Float64Array | Promise<Float64Array>>
> = { DEGREE: degrees, PAGERANK: pageRank, BETWEENNESS: betweenness };

/**
 * Entities by how they are connected, the highest first; ties by id. Those without a connection are left out.
 * @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED.
 */
export async function ranking(knowledge: Knowledge, request: RankingRequest): Promise<Page<RankedEntity>> {
  const turns = startTurns(request.signal);
  const words = Object.keys(RANKINGS) as (keyof typeof RANKINGS)[];
  const by = readChoice('by', request.by, { words, otherwise: 'DEGREE' });
  const draft = startPage<RankedEntity>(
    { kind: 'ranking', order: by, keyOf: ({ entity, score }) => [-score, entity] },
    request.page,
  );
  const network = await readNetwork(knowledge, request, turns);
  const scores = (await MEASURES[by](network, turns)).map(rounded);
  const ranks = ranksOf(scores);
  for (const [number, entity] of network.entities.entries()) {
    if (turns.due()) await turns.rest();
    const score = scores[number] ?? 0;
    draft.add({ entity, score, rank: ranks.get(score) ?? 0 });
  }
  return draft.finish();
}

/** What differs only by the order in which it was added up counts as equal. */
function rounded(score: number): number {
  return Number(score.toPrecision(9));
}

function ranksOf(scores: Float64Array): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  for (const [place, score] of scores.slice().sort().reverse().entries()) {
    if (!ranks.has(score)) ranks.set(score, place + 1);
  }
  return ranks;
}
