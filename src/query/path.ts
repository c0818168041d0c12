import type { Entity } from '../domain/index.js';
import type { RelationshipMatch } from './list-relationships.js';

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
