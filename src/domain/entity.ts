import type { Span } from '../base/index.js';
import type { EntityType, RelationType, Sector } from '../ontology/index.js';
import type { Modality, Polarity, Stance } from './extraction.js';
import type { ReferentKey } from './judgement.js';

/** Across documents, the thing that a set of referents was judged to be. */
export interface Entity {
  /** The least key of its referents; any member's key resolves to the entity that holds it now. */
  readonly id: ReferentKey;
  readonly type: EntityType;
  /** The commonest name of its referents, or description where none is named; among equals the longest, then the least. */
  readonly name: string;
  readonly named: boolean;
  /** Every other surface form; distinct, ascending. */
  readonly aliases: readonly string[];
  /** Distinct, ascending. */
  readonly roles: readonly string[];
  readonly sector: Sector | null;
  /** Ascending. */
  readonly referents: readonly ReferentKey[];
  /** Ids of its documents, distinct, ascending. */
  readonly documents: readonly string[];
  readonly mentionCount: number;
  /** Of a place; null for all others, and where the gazetteer has none or it cannot be told which. */
  readonly location: Location | null;
}

/** Where a place lies, after the gazetteer. */
export interface Location {
  /** The name that is shown of the country that it is, or lies in. */
  readonly country: string;
  /** In degrees, north and east; the middle of a country. */
  readonly latitude: number;
  readonly longitude: number;
}

/** Names a claim outside its record. */
export interface ClaimReference {
  readonly documentId: string;
  /** The claim's id within the record of that document. */
  readonly claimId: string;
}

/** What the index keeps of a claim, so that filters and counts need not open its record. */
export interface IndexedClaim extends ClaimReference {
  readonly relation: RelationType;
  readonly predicate: string;
  /** Keys of the referents; participants that are no entities are left out. Distinct, in the record's order. */
  readonly subjects: readonly ReferentKey[];
  readonly objects: readonly ReferentKey[];
  readonly others: readonly ReferentKey[];
  /** Key of the place's referent. */
  readonly place: ReferentKey | null;
  /** Keys of its claimants, outermost first; a claimant that the text does not name is left out. */
  readonly claimants: readonly ReferentKey[];
  /** True where `claimants` leaves out one whom the text names in words that are no entity. */
  readonly claimantsLeftOut: boolean;
  /** True where it stands in at least one quotation. */
  readonly attributed: boolean;
  /** Of the innermost quotation; null where the document's own voice asserts it. */
  readonly stance: Stance | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** First and last day, `YYYY-MM-DD`, of the claim's own time; null where unknown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly confidence: number;
  /** Where its sentence stands in the document's text. */
  readonly sentence: Span;
  /** Of the document. */
  readonly source: string | null;
  readonly publishedAt: string | null;
}

/** How many independent voices stand behind one side of a relationship. Counts, not truth. */
export interface Support {
  readonly claims: number;
  /** Independent sources: documents of one source, and copies of one text, count once; other documents without a source one each. */
  readonly sources: number;
  /**
   * Distinct claimants, as entities, the innermost that each claim names; none for "it was reported".
   * The documents' own voices count as one for each source.
   */
  readonly claimants: number;
}

/** Across documents: a subject, a relation, an object, and the claims for it. An edge of the graph. */
export interface Relationship {
  /** `<subject id> <RELATION> <object id>`, as the parts are now. */
  readonly id: string;
  readonly subject: ReferentKey;
  readonly relation: RelationType;
  readonly object: ReferentKey;
  /** Ascending by document id, then by the claims' order in the record. */
  readonly claims: readonly ClaimReference[];
  /** Claims that are AFFIRMED, ACTUAL, and not under a stance of DENIES. */
  readonly support: Support;
  /** Claims that are NEGATED, or under a stance of DENIES. */
  readonly dispute: Support;
  /** Least and greatest day of its claims' times, else of their documents' publication; null where none is known. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}
