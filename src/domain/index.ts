export { DIAGNOSTIC_CODES, type Diagnostic, type DiagnosticCode } from './diagnostic.js';
export type { Dateline, Document } from './document.js';
export type { ClaimReference, Entity, IndexedClaim, Location, Relationship, Support } from './entity.js';
export {
  type Claim,
  type ClaimTime,
  type Counts,
  EXTRACTION_FORMAT,
  type Extraction,
  type ExtractionDocument,
  MENTION_KINDS,
  type Mention,
  type MentionKind,
  MODALITIES,
  type Modality,
  NO_CLAIMANT_REASONS,
  type NoClaimantReason,
  type OtherParticipant,
  PARTICIPANT_ROLES,
  type Participant,
  type ParticipantRole,
  POLARITIES,
  type Polarity,
  QUOTATION_KINDS,
  type Quotation,
  type QuotationKind,
  type Quote,
  type Referent,
  type ReferringQuote,
  STANCES,
  type Stance,
  TENSES,
  type Tense,
  TIME_PRECISIONS,
  type TimePrecision,
} from './extraction.js';
export { CONFLICT_KINDS, type Conflict, type ConflictKind, type Incident } from './incident.js';
export {
  JUDGES,
  type Judge,
  type Judgement,
  type JudgementDraft,
  type ReferentKey,
  VERDICTS,
  type Verdict,
} from './judgement.js';
export { RETRACTION_EFFECTS, type Retraction, type RetractionDraft, type RetractionEffect } from './retraction.js';
export type { ClaimTrace, Trace, TracedExtraction, TracePath, TraceStep } from './trace.js';
