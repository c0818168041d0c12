import { ClaimgraphError, compareIds } from '../base/index.js';
import type { Entity, ReferentKey } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import { louvain } from './louvain.js';
import { type Network, type NetworkRequest, readNetwork } from './network.js';
import { DEFAULT_PAGE_SIZE, MAXIMUM_PAGE_SIZE, type Page, type PageRequest, startPage } from './pages.js';
import { readWhole } from './read-arguments.js';
import { startTurns } from './turns.js';

/** Which communities, of which part of the graph. */
export interface CommunitiesRequest extends NetworkRequest {
  /** Above 0, at most 10; 1 where it is left out. Higher ones give smaller communities. */
  readonly resolution?: number | null | undefined;
  /** Entities that a community has at least, 1 to 1,000,000; 2 where it is left out. */
  readonly minSize?: number | null | undefined;
  readonly page?: PageRequest | null | undefined;
}

/** Entities that are connected with one another more than with others. */
export interface Community {
  /** Best connected within it first, ties by id; at least one. */
  readonly entities: readonly ReferentKey[];
  /** Pairs of its entities that are connected, and of one of them with one of another community. */
  readonly connectionsInside: number;
  readonly connectionsOutside: number;
}

/** A page of communities, with how well all of them divide the network. */
export interface CommunityPage extends Page<Community> {
  /** How much more of the claims lies inside of communities than chance would put there; -0.5 to 1. */
  readonly modularity: number;
}

/**
 * Communities by the Louvain method, the largest first; ties by their first entities. Entities without a connection are
 * in none. The same graph always gives the same communities.
 * @throws ClaimgraphError FILTER_INVALID, ENTITY_NOT_FOUND, DOCUMENT_NOT_FOUND, ARGUMENT_INVALID, CURSOR_INVALID, INTERRUPTED.
 */
export async function communities(knowledge: Knowledge, request: CommunitiesRequest): Promise<CommunityPage> {
  const turns = startTurns(request.signal);
  const resolution = readResolution(request.resolution);
  const minSize = readWhole('minSize', request.minSize, { least: 1, most: 1_000_000, otherwise: 2 });
  const draft = startPage<Community>(
    { kind: 'communities', order: 'SIZE', keyOf: ({ entities }) => [-entities.length, entities[0] ?? ''] },
    request.page,
  );
  const network = await readNetwork(knowledge, request, turns);
  const { communityOf, modularity } = await louvain(network, resolution, turns);
  for (const members of membersOf(communityOf)) {
    if (turns.due()) await turns.rest();
    if (members.length >= minSize) draft.add(describe(network, communityOf, members));
  }
  return { ...draft.finish(), modularity };
}

function readResolution(given: number | null | undefined): number {
  const resolution = given ?? 1;
  if (resolution > 0 && resolution <= 10) return resolution;
  throw new ClaimgraphError(
    'ARGUMENT_INVALID',
    `Expected resolution to be above 0 and at most 10, but got ${resolution}.`,
    { argument: 'resolution' },
  );
}

function membersOf(communityOf: Uint32Array): readonly (readonly number[])[] {
  const members: number[][] = [];
  for (const [node, community] of communityOf.entries()) {
    members[community] ??= [];
    members[community].push(node);
  }
  return members;
}

function describe(
  { entities, offsets, targets }: Network,
  communityOf: Uint32Array,
  members: readonly number[],
): Community {
  let ends = 0;
  let connectionsOutside = 0;
  const inside = new Map<number, number>();
  for (const node of members) {
    let within = 0;
    for (let link = offsets[node]!; link < offsets[node + 1]!; link++) {
      if (communityOf[targets[link]!] === communityOf[node]) within++;
      else connectionsOutside++;
    }
    ends += within;
    inside.set(node, within);
  }
  const sorted = [...members].sort(
    (a, b) => inside.get(b)! - inside.get(a)! || compareIds(entities[a] ?? '', entities[b] ?? ''),
  );
  return { entities: sorted.map((node) => entities[node] ?? ''), connectionsInside: ends / 2, connectionsOutside };
}

/** The names of its three best connected entities, as a list in words. */
export function communityLabel(knowledge: Knowledge, { entities }: Community): string {
  const names = entities.slice(0, 3).flatMap((id) => knowledge.graph.entity(id)?.name ?? []);
  return entities.length > 3 ? `${names.join(', ')} and ${entities.length - 3} more` : names.join(', ');
}

/** Its first entities, those that are gone left out; 25 where no number is given. @throws ClaimgraphError ARGUMENT_INVALID. */
export function leadingEntities(
  knowledge: Knowledge,
  { entities }: Community,
  first?: number | null,
): readonly Entity[] {
  const count = readWhole('first', first, { least: 0, most: MAXIMUM_PAGE_SIZE, otherwise: DEFAULT_PAGE_SIZE });
  return entities.slice(0, count).flatMap((id) => knowledge.graph.entity(id) ?? []);
}
