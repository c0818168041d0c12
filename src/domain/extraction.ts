import type { Span } from '../base/index.js';
import type { EntityType, RelationType, Sector } from '../ontology/index.js';
import type { Diagnostic } from './diagnostic.js';
import type { Dateline } from './document.js';

export const MENTION_KINDS = ['NAME', 'NOMINAL', 'PRONOUN'] as const;
export const POLARITIES = ['AFFIRMED', 'NEGATED'] as const;
export const MODALITIES = ['ACTUAL', 'POSSIBLE', 'PLANNED', 'REQUESTED', 'HYPOTHETICAL'] as const;
export const STANCES = ['ASSERTS', 'DENIES', 'DOUBTS', 'ASKS', 'CONFIRMS'] as const;
export const QUOTATION_KINDS = ['DIRECT', 'INDIRECT', 'MIXED', 'ACCORDING_TO', 'HEADLINE'] as const;
/** Why a quotation has no claimant. */
export const NO_CLAIMANT_REASONS = ['PASSIVE', 'UNKNOWN'] as const;
export const PARTICIPANT_ROLES = [
  'RECIPIENT',
  'SOURCE',
  'INSTRUMENT',
  'TOPIC',
  'BENEFICIARY',
  'PURPOSE',
  'OTHER',
] as const;
export const TENSES = ['CURRENT', 'FORMER', 'FUTURE'] as const;
export const TIME_PRECISIONS = ['MINUTE', 'HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR', 'RANGE', 'UNKNOWN'] as const;

export type MentionKind = (typeof MENTION_KINDS)[number];
export type Polarity = (typeof POLARITIES)[number];
export type Modality = (typeof MODALITIES)[number];
export type Stance = (typeof STANCES)[number];
export type QuotationKind = (typeof QUOTATION_KINDS)[number];
export type NoClaimantReason = (typeof NO_CLAIMANT_REASONS)[number];
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];
export type Tense = (typeof TENSES)[number];
export type TimePrecision = (typeof TIME_PRECISIONS)[number];

/** A span with its words: `quote === text.slice(start, end)`, always. */
export interface Quote extends Span {
  readonly quote: string;
}

/** A quote that names, describes or stands for a referent; null where it is no entity ("took bribes"). */
export interface ReferringQuote extends Quote {
  /** Id of a referent of the same record. */
  readonly referent: string | null;
}

/** A span that names, describes or stands for one thing. */
export interface Mention extends Quote {
  /** Ordinal within the record: m1, m2 … in order of text. */
  readonly id: string;
  readonly type: EntityType;
  readonly kind: MentionKind;
  /** Id of the referent that it is a mention of. */
  readonly referent: string;
  /** How sure the reading is, 0 to 1. */
  readonly confidence: number;
}

/** Within one document, the mentions of one thing. */
export interface Referent {
  /** Ordinal within the record: r1, r2 … in order of first mention. */
  readonly id: string;
  readonly type: EntityType;
  /** The fullest name, else the fullest description, else the pronoun. */
  readonly name: string;
  /** True where a mention of kind NAME is among its mentions. */
  readonly named: boolean;
  /** Every other surface form, pronouns left out; distinct, in order of first mention. */
  readonly aliases: readonly string[];
  /** Acronyms that the text defines for it: "Syrian National Council (SNC)". Each is among the aliases too. */
  readonly acronyms: readonly string[];
  /** Lower-case roles and titles: "foreign minister"; distinct, in order of first mention. */
  readonly roles: readonly string[];
  readonly sector: Sector | null;
  /** Id of the referent that this one acts for ("Damascus" for a government); null for most. */
  readonly standsFor: string | null;
}

/** How many, as the text says it: "between 47 and 53 people" is 47 to 53; an open end is null ("at least 50"). */
export interface Counts extends Quote {
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
  /** The noun that is counted ("people", "families"); null where the text leaves it out. */
  readonly unit: string | null;
}

/** A subject or object of a claim. */
export interface Participant extends ReferringQuote {
  readonly counts: Counts | null;
}

/** A participant that is neither subject nor object. */
export interface OtherParticipant extends ReferringQuote {
  readonly role: ParticipantRole;
  /** The preposition that introduces it, in lower case; null where there is none. */
  readonly preposition: string | null;
}

/** When, as the text says it, and the days that it names. */
export interface ClaimTime extends Quote {
  /** First day, `YYYY-MM-DD`; null where the words name no day or the document has no time anchor. */
  readonly from: string | null;
  /** Last day, inclusive. */
  readonly to: string | null;
  readonly precision: TimePrecision;
}

/** What one document says at one place. Never changed after extraction. */
export interface Claim {
  /** Ordinal within the record: c1, c2 … in order of trigger. */
  readonly id: string;
  readonly relation: RelationType;
  /** The lemma of the words that express the relation: "round up". */
  readonly predicate: string;
  readonly trigger: Quote;
  readonly subjects: readonly Participant[];
  readonly objects: readonly Participant[];
  readonly others: readonly OtherParticipant[];
  /** Id of another claim of the record that this one is about. */
  readonly about: string | null;
  /** The role's words of LEADS, WORKS_FOR, RELATED_TO. */
  readonly role: Quote | null;
  /** Of states; null for events. */
  readonly tense: Tense | null;
  readonly place: ReferringQuote | null;
  readonly time: ClaimTime | null;
  /** Of the content itself; a denial lives in the quotation's stance. */
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Ids of the quotations that it stands in, outermost first; empty where the document's own voice asserts it. */
  readonly quotations: readonly string[];
  readonly sentence: Quote;
  /** How sure the reading is, 0 to 1; never whether the claim is true. */
  readonly confidence: number;
}

/** One attribution in the text. */
export interface Quotation {
  /** Ordinal within the record: q1, q2 … in order of the first part of content. */
  readonly id: string;
  readonly kind: QuotationKind;
  readonly stance: Stance;
  readonly claimant: ReferringQuote | null;
  /** Null exactly where there is a claimant. */
  readonly reason: NoClaimantReason | null;
  readonly cue: Quote | null;
  /** Ascending, disjoint, at least one. */
  readonly content: readonly Quote[];
}

/** What the record says of the document besides its text. */
export interface ExtractionDocument {
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly textHash: string;
  readonly furniture: readonly Span[];
  readonly dateline: Dateline | null;
  readonly timeAnchor: string | null;
}

/** The format's name and version, first field of every record. */
export const EXTRACTION_FORMAT = 'claimgraph/1';

/** All mentions, referents, claims, quotations and diagnostics of one document: the extraction record. */
export interface Extraction {
  readonly format: typeof EXTRACTION_FORMAT;
  /** The document's id. */
  readonly id: string;
  readonly document: ExtractionDocument;
  readonly text: string;
  /** In order of text. */
  readonly mentions: readonly Mention[];
  readonly referents: readonly Referent[];
  readonly claims: readonly Claim[];
  readonly quotations: readonly Quotation[];
  readonly diagnostics: readonly Diagnostic[];
}
