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

/** A form of a name after normalisation, and the entities that are found by it. */
export interface NameForm {
  readonly form: string;
  /** In no order, without repeats; at least one. */
  readonly ids: readonly ReferentKey[];
}

/** An edge that a walk came over, for `Links.relationship`; what it is inside is the graph's own. */
export type Link = { readonly link: unique symbol };

/**
 * The relationships as a walk needs them, cheap: entities go by numbers. A number is an entity's for as long as it has
 * relationships, and never becomes that of another one, so that a walk may last over a change.
 */
export interface Links {
  /** Every number is below it; it never falls. */
  readonly size: number;
  /** Null for an unknown entity, and for one without relationships. */
  numberOf(id: ReferentKey): number | null;
  /** Null where the entity has no relationships any more. */
  idOf(number: number): ReferentKey | null;
  /** The order of their ids. */
  compare(a: number, b: number): number;
  /** A whole number of 32 bits that follows from its id alone; that of an entity which is gone is of no use. */
  hash(number: number): number;
  /** How many relationships it has at either end; 0 where it has none any more. */
  degree(number: number): number;
  /** Every relationship at an entity once, in no order. Nothing may be changed meanwhile. */
  each(number: number, visit: (step: Step) => void): void;
  /** The relationship that a walk came over; null where it is gone. */
  relationship(link: Link): Relationship | null;
}

/** A step of a walk. It is only good until the next one. */
export interface Step {
  /** Number of the entity at the other end; the same as the start's for a relationship to itself. */
  readonly other: number;
  /** How many claims the relationship has, and how many of them support it. */
  readonly claims: number;
  readonly supporting: number;
  readonly link: Link;
}

/**
 * What can be asked of a graph of entities and relationships. Reading is synchronous; what is returned is a value, not
 * a view. An id is the key of any member of the entity, so that an id from before a merge still resolves.
 */
export interface GraphReading {
  readonly entityCount: number;
  readonly relationshipCount: number;
  readonly claimCount: number;
  /** Rises by one with every change; equal versions of one graph mean equal content. */
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
  /** Every form of a name by which entities are found, as `nameFormsOf` makes them, with their ids; in no order, each once. */
  nameForms(): Iterable<NameForm>;

  /** By `<subject> <RELATION> <object>`; members' keys count for either end. Null where there is none. */
  relationship(id: string): Relationship | null;
  /** Every relationship, ascending by id. */
  relationships(): Iterable<Relationship>;
  /** The relationships at an entity, ascending by relationship id; none for an unknown one. There may be very many. */
  neighbors(id: ReferentKey): Iterable<Neighbor>;
  /** How many relationships the entity has at either end; 0 for an unknown one. Cheap. */
  degree(id: ReferentKey): number;
  /** The same relationships for long walks. */
  readonly links: Links;

  claim(reference: ClaimReference): IndexedClaim | null;
  /** Every claim, ascending by document id, then in the order of its record. */
  claims(): Iterable<IndexedClaim>;
  /** Claims in which the entity is subject, object, other participant, place or claimant; in that same order. */
  claimsOf(id: ReferentKey): Iterable<IndexedClaim>;

  /** Every incident, by the document ids of their first claims, then by their order in the record. */
  incidents(): Iterable<Incident>;
  /** The incident that the claim is part of; null for a claim of a state, or of what is only planned, called for or supposed. */
  incidentOf(claim: ClaimReference): Incident | null;
  /** The conflicts between the claims of an incident, by their claims' order; found when they are asked for. */
  conflictsOf(incident: Incident): readonly Conflict[];

  /** The retraction that keeps a claim out, by its fingerprint; null where it stands. */
  retractionOf(fingerprint: string): Retraction | null;
  /** Every retraction that keeps a claim out, in no order. */
  retractions(): Iterable<Retraction>;
  /** Judgements of people that have no effect now, with the reason; oldest first. */
  judgementsWithoutEffect(): readonly { readonly judgement: Judgement; readonly reason: string }[];
  /** Why the entity's referents are one: people's judgements in the log's order, then the algorithm's, derived anew with `name:<left>` as id. */
  judgementsOf(id: ReferentKey): readonly Judgement[];
}

/**
 * The graph as an index over extractions and judgements, kept up to date by increments and equal to a rebuild after any
 * sequence of them.
 */
export interface KnowledgeGraph extends GraphReading {
  neighbors(id: ReferentKey): readonly Neighbor[];
  claimsOf(id: ReferentKey): readonly IndexedClaim[];
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
}
