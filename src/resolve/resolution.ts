import type { Entity, Extraction, Judgement, ReferentKey } from '../domain/index.js';
import type { Cluster, ResolvedReferent } from './atoms.js';
import type { NameKnowledge } from './merging-name.js';

/** What resolution knows besides the referents. */
export type ResolutionOptions = NameKnowledge;

/** What one change did, so that an index over clusters can follow. */
export interface ResolutionChange {
  /** Clusters that gained or lost referents; those of size 0 are gone. */
  readonly clusters: ReadonlySet<Cluster>;
  /** Those of them whose entity id may be another now. */
  readonly renamed: ReadonlySet<Cluster>;
  /** Referents that were there before and are there now, and may have passed from one cluster to another. */
  readonly moved: ReadonlySet<ReferentKey>;
}

/** A judgement of a person that changes nothing now, and why. */
export interface IdleJudgement {
  readonly judgement: Judgement;
  readonly reason: string;
}

/**
 * The entities, and the map from referent to entity, that follow from extractions and judgements.
 * The order in which documents come makes no difference. A document without judged referents costs the number of
 * its own referents; one with judged referents, and a judgement, the size of what judgements connect.
 */
export interface Resolution {
  /** How many clusters have referents. */
  readonly size: number;
  /** Adds a document's referents, replacing those that it had. `keys` are its referent keys, where they are known. */
  putDocument(extraction: Extraction, keys?: ReadonlyMap<string, ReferentKey>): ResolutionChange;
  /** Removes a document's referents; an unknown one changes nothing. */
  deleteDocument(documentId: string): ResolutionChange;
  /** Takes a judgement from the log, in the log's order. The algorithm's, and one that came before, change nothing. */
  applyJudgement(judgement: Judgement): ResolutionChange;

  /**
   * The id of what the algorithm alone takes the referent for one with, people's judgements left aside: `PERSON/john smith`,
   * or its own key. Null where no referent has that key.
   */
  groupIdOf(key: ReferentKey): string | null;
  /** Null where no referent has that key. */
  clusterOf(key: ReferentKey): Cluster | null;
  /** Clusters with a referent of that name, alias or acronym after normalisation; distinct, in no order. */
  clustersByName(name: string): readonly Cluster[];
  /** Every form of a name that some have, with the clusters that `clustersByName` finds by it; in no order. */
  nameForms(): Iterable<{ readonly form: string; readonly clusters: readonly Cluster[] }>;
  /** Every cluster that has referents, in no order. */
  clusters(): Iterable<Cluster>;
  /** The least key of its referents (`compareIds`): the entity's id. Null where it is gone. */
  entityIdOf(cluster: Cluster): ReferentKey | null;
  /** Null where it is gone. */
  entityOf(cluster: Cluster): Entity | null;
  /** In no order; empty where it is gone. */
  referentsOf(cluster: Cluster): Iterable<ResolvedReferent>;
  /**
   * Why its referents are one: people's SAME in the log's order, then the algorithm's, ascending by `left`.
   * Those are derived and in no log: their id is `name:<left>`, and their time the beginning of 1970.
   */
  judgementsOf(cluster: Cluster): readonly Judgement[];
  /** People's judgements that have no effect now; oldest first. */
  idleJudgements(): readonly IdleJudgement[];
}
