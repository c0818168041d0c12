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
import { referentKeys } from '../resolve/index.js';
import type { StoredDocument } from '../store/index.js';
import type { Knowledge } from './knowledge.js';
import { loadDocuments } from './load-documents.js';
import { type Stoppable, startTurns } from './turns.js';

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
  readonly documentId: string;
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
  knowledge: Knowledge,
  references: readonly ClaimReference[],
  options: Stoppable = {},
): Promise<readonly (ClaimView | null)[]> {
  const turns = startTurns(options.signal);
  const ids = references.map(({ documentId }) => documentId);
  const documents = await loadDocuments(knowledge, ids, options);
  const records = new Map<string, OpenRecord>();
  const views: (ClaimView | null)[] = [];
  for (const [index, { documentId, claimId }] of references.entries()) {
    if (turns.due()) await turns.rest();
    const stored = documents[index] ?? null;
    const record = records.get(documentId) ?? (stored === null ? null : openRecord(knowledge, stored));
    if (record !== null) records.set(documentId, record);
    const claim = record?.claims.get(claimId);
    views.push(record === null || claim === undefined ? null : viewClaim(record, claim));
  }
  return views;
}

/** The claims of a document that has been read already: of those ids, in their order, or all; what it has not is left out. */
export function viewClaims(
  knowledge: Knowledge,
  stored: StoredDocument,
  ids: readonly string[] = stored.extraction.claims.map(({ id }) => id),
): readonly ClaimView[] {
  if (ids.length === 0) return [];
  const record = openRecord(knowledge, stored);
  return ids.flatMap((id) => record.claims.get(id) ?? []).map((claim) => viewClaim(record, claim));
}

/** Every quotation of a document that has been read already, in the record's order. */
export function viewQuotations(knowledge: Knowledge, stored: StoredDocument): readonly QuotationView[] {
  const entities = entitiesOfReferents(knowledge, stored);
  return stored.extraction.quotations.map((quotation) => ({
    documentId: stored.document.id,
    quotation,
    claimant: entities.get(quotation.claimant?.referent ?? '') ?? null,
  }));
}

/**
 * The id of the entity that each referent of a document (`r3`) now belongs to, by the referent's id; those that are no
 * entity, or that the graph does not have, are left out.
 */
export function entitiesOfReferents(knowledge: Knowledge, stored: StoredDocument): ReadonlyMap<string, ReferentKey> {
  const entities = new Map<string, ReferentKey>();
  for (const [referent, key] of referentKeys(stored.extraction)) {
    const entity = knowledge.graph.entityIdOf(key);
    if (entity !== null) entities.set(referent, entity);
  }
  return entities;
}

/** A document's record, with its parts by id. */
interface OpenRecord {
  readonly document: Document;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly quotations: ReadonlyMap<string, Quotation>;
  readonly entities: ReadonlyMap<string, ReferentKey>;
}

function openRecord(knowledge: Knowledge, stored: StoredDocument): OpenRecord {
  return {
    document: stored.document,
    claims: new Map(stored.extraction.claims.map((claim) => [claim.id, claim])),
    quotations: new Map(stored.extraction.quotations.map((quotation) => [quotation.id, quotation])),
    entities: entitiesOfReferents(knowledge, stored),
  };
}

function viewClaim(record: OpenRecord, claim: Claim): ClaimView {
  const entityOf = (words: ReferringQuote | null): ReferentKey | null =>
    words === null || words.referent === null ? null : (record.entities.get(words.referent) ?? null);
  const view = <Words extends ReferringQuote>(participant: Words): ParticipantView<Words> => ({
    participant,
    entity: entityOf(participant),
  });
  const quotations = claim.quotations.flatMap((id) => record.quotations.get(id) ?? []);
  return {
    documentId: record.document.id,
    claimId: claim.id,
    document: record.document,
    claim,
    subjects: claim.subjects.map(view),
    objects: claim.objects.map(view),
    others: claim.others.map(view),
    place: claim.place === null ? null : view(claim.place),
    quotations: quotations.map((quotation) => ({
      documentId: record.document.id,
      quotation,
      claimant: entityOf(quotation.claimant),
    })),
    evidence: evidenceOf(claim, quotations),
    about: claim.about === null ? null : { documentId: record.document.id, claimId: claim.about },
  };
}

function evidenceOf(claim: Claim, quotations: readonly Quotation[]): readonly Evidence[] {
  const participants = [...claim.subjects, ...claim.objects];
  const quotes: readonly (readonly [EvidencePart, readonly (Quote | null)[]])[] = [
    ['SUBJECT', claim.subjects],
    ['TRIGGER', [claim.trigger]],
    ['OBJECT', claim.objects],
    ['OTHER', claim.others],
    ['PLACE', [claim.place]],
    ['TIME', [claim.time]],
    ['COUNTS', participants.map(({ counts }) => counts)],
    ['ROLE', [claim.role]],
    ['CLAIMANT', quotations.map(({ claimant }) => claimant)],
    ['CUE', quotations.map(({ cue }) => cue)],
    ['CONTENT', quotations.flatMap(({ content }) => content)],
    ['SENTENCE', [claim.sentence]],
  ];
  const evidence = quotes.flatMap(([part, list]) =>
    list.flatMap((quote) => (quote === null ? [] : [{ part, start: quote.start, end: quote.end, quote: quote.quote }])),
  );
  return evidence.sort((a, b) => a.start - b.start || b.end - a.end);
}
