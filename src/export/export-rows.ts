import type { Counts, Quote } from '../domain/index.js';

/** An entity as exports write it: a node. Every text is well-formed. */
export interface NodeRow {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly sector: string | null;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  /** How many documents speak of it. */
  readonly documents: number;
  readonly mentions: number;
  /** The name of the country that a place is, or lies in; null for all that the gazetteer does not know. */
  readonly country: string | null;
  /** In degrees, north and east; null where the country is. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** The counts behind one side of a relationship. */
export interface SupportRow {
  readonly claims: number;
  readonly sources: number;
  readonly claimants: number;
}

/** An entity as rows refer to it. */
export interface EntityReference {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Someone whom a claim is attributed to. */
export interface ClaimantRow {
  /** The entity's name; the words of the text where it is no entity. */
  readonly name: string;
  readonly entity: EntityReference | null;
}

/** What a link carries of each of its claims. */
export interface LinkClaimRow {
  readonly document: string;
  /** The claim's id within the record of that document. */
  readonly claim: string;
  readonly polarity: string;
  readonly modality: string;
  /** Of the innermost quotation; null where the document's own voice asserts the claim. */
  readonly stance: string | null;
  /** Names, outermost first; a claimant that the text does not name is left out. */
  readonly claimants: readonly string[];
}

/** What an edge carries of each of its claims, under the names that formats with nested data write. */
export interface EdgeClaimRow extends LinkClaimRow {
  readonly predicate: string;
  /** The sentence that makes the claim, and where it stands: UTF-16 offsets of the document's text. */
  readonly quotation: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** A relationship without the evidence of its claims. */
export interface LinkRow {
  readonly id: string;
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  /** Of the whole relationship, also where a filter left some of its claims out. */
  readonly support: SupportRow;
  readonly dispute: SupportRow;
  /** `YYYY-MM-DD`; both null where no day is known. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Those that the filter chooses, by document id, then in the order of the record. */
  readonly claims: readonly LinkClaimRow[];
}

/** A relationship as exports write it: an edge. */
export interface EdgeRow extends LinkRow {
  readonly claims: readonly EdgeClaimRow[];
}

/** A part of a claim that names or describes something. */
export interface ParticipantRow extends Quote {
  readonly entity: EntityReference | null;
}

/** One attribution of a claim. */
export interface AttributionRow {
  readonly kind: string;
  readonly stance: string;
  readonly claimant: ParticipantRow | null;
  /** Why there is no claimant; null exactly where there is one. */
  readonly reason: string | null;
  readonly cue: Quote | null;
  readonly content: readonly Quote[];
}

/** What exports write of a document. */
export interface DocumentRow {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
}

/** A claim with its evidence, under the names of the JSON Lines format. */
export interface ClaimRow {
  /** The claim's id within the record of its document. */
  readonly id: string;
  readonly document: DocumentRow;
  readonly relation: string;
  readonly predicate: string;
  readonly trigger: Quote;
  readonly subjects: readonly (ParticipantRow & { readonly counts: Counts | null })[];
  readonly objects: readonly (ParticipantRow & { readonly counts: Counts | null })[];
  readonly others: readonly (ParticipantRow & { readonly role: string; readonly preposition: string | null })[];
  /** Id of another claim of the same document that this one is about. */
  readonly about: string | null;
  readonly role: Quote | null;
  readonly tense: string | null;
  readonly place: ParticipantRow | null;
  readonly time:
    | (Quote & { readonly from: string | null; readonly to: string | null; readonly precision: string })
    | null;
  readonly polarity: string;
  readonly modality: string;
  /** Of the innermost quotation; null where the document's own voice asserts the claim. */
  readonly stance: string | null;
  /** Outermost first; a claimant that the text does not name is left out. */
  readonly claimants: readonly ClaimantRow[];
  /** Outermost first. */
  readonly quotations: readonly AttributionRow[];
  readonly sentence: Quote;
  readonly confidence: number;
}

/** An entity with the documents that speak of it. */
export interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Every other surface form. */
  readonly aliases: readonly string[];
  /** Ids of its documents, ascending. */
  readonly documents: readonly string[];
}

/** Where a claim stands: from the first to the last of its trigger and participants, in UTF-16 offsets. */
export interface ClaimExtentRow {
  readonly document: string;
  readonly claim: string;
  readonly start: number;
  readonly end: number;
}

/** Two claims that cannot both hold. */
export interface ConflictRow {
  readonly kind: string;
  readonly claims: readonly [ClaimExtentRow, ClaimExtentRow];
  readonly explanation: string;
}

/** A node with the relationships that it is the subject of, and these with whole claims. */
export interface SubjectRow {
  readonly node: NodeRow;
  /** Ascending by id; each has a claim that the filter chooses. */
  readonly relationships: readonly {
    readonly id: string;
    readonly relation: string;
    readonly object: EntityReference;
    /** By document id, then in the order of the record. */
    readonly claims: readonly ClaimRow[];
  }[];
}

/** Rows in lists of some dozens, none of them empty: a wait for each row would cost more than to write it. */
export type Batches<Row> = AsyncIterable<readonly Row[]>;

/** What an exporter writes from, read as it writes. A list that nobody reads costs nothing. */
export interface ExportRows {
  /** Ascending by id. */
  nodes(): Batches<NodeRow>;
  /** Ascending by id. Where the nodes were read before, both ends are among them, also if the graph changed since. */
  edges(): Batches<EdgeRow>;
  /** The edges without evidence: cheap, as no document need be read. */
  links(): Batches<LinkRow>;
  /** By document id, then in the order of the record. */
  claims(): Batches<ClaimRow>;
  /** The nodes again, with the documents of each; ascending by id. */
  entities(): Batches<EntityRow>;
  /** The nodes again, with their relationships of the given relations; ascending by id. */
  subjects(relations: ReadonlySet<string>): Batches<SubjectRow>;
  /** By incident. With a filter: those with a claim that it chooses. */
  conflicts(): Batches<ConflictRow>;
  /** The sector of the entity of an id; null where it has none, and for an entity that is gone. */
  sectorOf(id: string): string | null;
}
