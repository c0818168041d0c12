import type { Entity } from '../domain/index.js';
import type { Knowledge } from './knowledge.js';
import type { RelationshipMatch } from './list-relationships.js';
import type { Stoppable } from './turns.js';

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
}

/** One relationship of a hop, read in the direction of the path. */
export interface PathStep extends RelationshipMatch {
  /** FORWARD where the hop leads from subject to object. */
  readonly direction: 'FORWARD' | 'BACKWARD';
}

/** From one entity to the next. */
export interface PathHop extends PathStep {
  readonly from: Entity;
  readonly to: Entity;
  /** Every other relationship between the two that carries the hop, ascending by id. */
  readonly parallel: readonly PathStep[];
}

/** A way from one entity to another that meets none twice. */
export interface Path {
  readonly hops: readonly PathHop[];
  /** How many hops. */
  readonly length: number;
  /** 1 for each hop, and half the binary logarithm of the degree of each entity between the ends. */
  readonly cost: number;
  /** The path in words, with who says each part of it. */
  readonly explanation: string;
}

/** The answer; no path is an answer too. */
export interface PathsAnswer {
  readonly from: Entity;
  readonly to: Entity;
  /** Cheapest first, ties by the entities' ids; each another sequence of entities. */
  readonly paths: readonly Path[];
  readonly maxHops: number;
  /** How many entities the search has looked at, the ends included. */
  readonly searchedEntities: number;
  /** True where the search was cut off: there may be more paths, or cheaper ones. */
  readonly truncated: boolean;
  /** The whole answer in one sentence, also where there is no path. */
  readonly explanation: string;
}

/**
 * The k cheapest ways between two entities, over relationships in either direction.
 * @throws ClaimgraphError ENTITY_NOT_FOUND, ENTITY_AMBIGUOUS, FILTER_INVALID, ARGUMENT_INVALID, INTERRUPTED.
 */
export async function paths(_knowledge: Knowledge, _request: PathsRequest): Promise<PathsAnswer> {
  throw new Error('Not written yet.');
}
