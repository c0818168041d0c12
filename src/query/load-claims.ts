import type {
  Claim,
  ClaimReference,
  Document,
  OtherParticipant,
  Participant,
  Quotation,
  Quote,
  ReferentKey,
  ReferringQuote,
} from '../domain/index.js';
import type { StoredDocument } from '../store/index.js';
import type { Knowledge } from './knowledge.js';
import type { Stoppable } from './turns.js';

/** The parts of a claim that evidence is for. COUNTS lie within a SUBJECT or OBJECT; CUE and CONTENT are of quotations. */
export const EVIDENCE_PARTS = [
  'SUBJECT',
  'TRIGGER',
  'OBJECT',
  'OTHER',
  'PLACE',
  'TIME',
  'COUNTS',
  'ROLE',
  'CLAIMANT',
  'CUE',
  'CONTENT',
  'SENTENCE',
] as const;

export type EvidencePart = (typeof EVIDENCE_PARTS)[number];

/** The words behind one part of a claim: `quote === document.text.slice(start, end)`. */
export interface Evidence extends Quote {
  readonly part: EvidencePart;
}

/** A participant with the entity that it now is; null where the words are no entity. */
export interface ParticipantView<Words extends ReferringQuote = ReferringQuote> {
  readonly participant: Words;
  readonly entity: ReferentKey | null;
}

/** A quotation with the entity of its claimant; null where the text names none. */
export interface QuotationView {
  readonly quotation: Quotation;
  readonly claimant: ReferentKey | null;
}

/** A claim with its document and everything of its record that it refers to. */
export interface ClaimView extends ClaimReference {
  readonly document: Document;
  readonly claim: Claim;
  readonly subjects: readonly ParticipantView<Participant>[];
  readonly objects: readonly ParticipantView<Participant>[];
  readonly others: readonly ParticipantView<OtherParticipant>[];
  readonly place: ParticipantView | null;
  /** Outermost first; empty where the document's own voice asserts it. */
  readonly quotations: readonly QuotationView[];
  /** In order of text; where parts begin together, the longer one first. */
  readonly evidence: readonly Evidence[];
  /** The claim that this one is about, of the same document. */
  readonly about: ClaimReference | null;
}

/** The claims of those references, in their order; null where the record has none. One store read for all. */
export async function loadClaims(
  _knowledge: Knowledge,
  _references: readonly ClaimReference[],
  _options: Stoppable = {},
): Promise<readonly (ClaimView | null)[]> {
  throw new Error('Not written yet.');
}

/** Every claim of a document that has been read already, in the record's order. */
export function viewClaims(_knowledge: Knowledge, _stored: StoredDocument): readonly ClaimView[] {
  throw new Error('Not written yet.');
}

/** The id of the entity that a referent (`r3`) of a document now belongs to; null where the graph has none. */
export function entityOfReferent(
  _knowledge: Knowledge,
  _stored: StoredDocument,
  _referentId: string,
): ReferentKey | null {
  throw new Error('Not written yet.');
}
