import type {
  ClaimReference,
  Conflict,
  Entity,
  Extraction,
  Incident,
  IndexedClaim,
  Judgement,
  ReferentKey,
  Relationship,
  Retraction,
} from '../domain/index.js';
import type { RelationType } from '../ontology/index.js';
import type { ResolutionOptions } from '../resolve/index.js';
import type { IncidentWords } from '../resources/index.js';

/** What a graph knows besides the record. */
export interface GraphOptions extends ResolutionOptions {
  /** By which claims about one happening are compared; where they are left out, by relations and names alone. */
  readonly incidentWords?: IncidentWords;
}

/** One step of a walk: a relationship, and the entity at its other end. */
export interface Neighbor {
  readonly relationship: Relationship;
  /** Id of the entity at the other end; the same as the start's for a relationship to itself. */
  readonly entity: ReferentKey;
  /** FORWARD where the start is the subject. */
  readonly direction: 'FORWARD' | 'BACKWARD';
}

/** A step of a walk without what the relationship says: what a search for paths needs, and cheap. */
export interface Adjacency {
  /** Id of the entity at the other end; the same as the start's for a relationship to itself. */
  readonly entity: ReferentKey;
  readonly relation: RelationType;
  /** FORWARD where the start is the subject. With the two ends and the relation it gives the relationship's id. */
  readonly direction: 'FORWARD' | 'BACKWARD';
  /** How many claims the relationship has. */
  readonly claims: number;
}

/**
 * The graph of entities and relationships: an index over extractions and judgements, kept up to date by increments
 * and equal to a rebuild after any sequence of them. Reading is synchronous; what is returned is a value, not a view.
 * An id is the key of any member of the entity, so that an id from before a merge still resolves.
 */
export interface KnowledgeGraph {
  readonly entityCount: number;
  readonly relationshipCount: number;
  readonly claimCount: number;
  /** Rises by one with every change; equal versions mean equal content. */
  readonly version: number;

  /** Null where no referent has that key. */
  entity(id: ReferentKey): Entity | null;
  /** The id of the entity that now holds the referent; null where none does. Cheaper than `entity`. */
  entityIdOf(key: ReferentKey): ReferentKey | null;
  /**
   * Every entity, ascending by id (`compareIds`). Each is made as it is asked for, here as in the other lists of all:
   * a walk that lasts over a change leaves out what has gone meanwhile, and does not come to what is new.
   */
  entities(): Iterable<Entity>;
  /** Ids of the entities that `entitiesByName` gives, in no order; cheap also where there are very many. */
  idsByName(name: string): readonly ReferentKey[];
  /** Entities with that name, alias or acronym after normalisation, ascending by id; never a guess. */
  entitiesByName(name: string): readonly Entity[];

  /** By `<subject> <RELATION> <object>`; members' keys count for either end. Null where there is none. */
  relationship(id: string): Relationship | null;
  /** Every relationship, ascending by id. */
  relationships(): Iterable<Relationship>;
  /** The relationships at an entity, ascending by relationship id; empty for an unknown one. */
  neighbors(id: ReferentKey): readonly Neighbor[];
  /** The same steps, ascending by entity, relation, then FORWARD first; empty for an unknown one. */
  adjacent(id: ReferentKey): readonly Adjacency[];
  /** How many relationships the entity has at either end; 0 for an unknown one. Cheap. */
  degree(id: ReferentKey): number;

  claim(reference: ClaimReference): IndexedClaim | null;
  /** Every claim, ascending by document id, then in the order of its record. */
  claims(): Iterable<IndexedClaim>;
  /** Claims in which the entity is subject, object, other participant, place or claimant; in that same order. */
  claimsOf(id: ReferentKey): readonly IndexedClaim[];

  /** Every incident, by the document ids of their first claims, then by their order in the record. */
  incidents(): Iterable<Incident>;
  /** The incident that the claim is part of; null for a claim of a state, or of what is only planned, called for or supposed. */
  incidentOf(claim: ClaimReference): Incident | null;
  /** The conflicts between the claims of an incident, by their claims' order; found when they are asked for. */
  conflictsOf(incident: Incident): readonly Conflict[];

  /** Adds a document's extraction, replacing the one it had. */
  putDocument(extraction: Extraction): void;
  /** Removes a document with exactly its referents and claims; an unknown one changes nothing. */
  deleteDocument(documentId: string): void;
  /** Takes a judgement from the log; they come in the log's order. One whose id came before changes nothing. */
  applyJudgement(judgement: Judgement): void;
  /**
   * Takes a retraction from the log, in the log's order. A claim that is retracted is left out of everything here from the
   * next time that its document is put, until one that restores it.
   */
  applyRetraction(retraction: Retraction): void;
  /** The retraction that keeps a claim out, by its fingerprint; null where it stands. */
  retractionOf(fingerprint: string): Retraction | null;
  /** Judgements of people that have no effect now, with the reason; oldest first. */
  judgementsWithoutEffect(): readonly { readonly judgement: Judgement; readonly reason: string }[];
  /** Why the entity's referents are one: people's judgements in the log's order, then the algorithm's, derived anew with `name:<left>` as id. */
  judgementsOf(id: ReferentKey): readonly Judgement[];
}
