import {
  type ClaimView,
  claimConflicts,
  claimKey,
  claimRetraction,
  encodeNodeId,
  type ParticipantView,
  type QuotationView,
  type RetractedClaim,
} from '../query/index.js';
import { entityAt } from './node-values.js';
import { presentDocument } from './resolve-documents.js';
import type { Resolver, TypeResolvers } from './resolver.js';

/** Where the words of a participant stand: the type of place, participants and claimants. */
const WORDS: TypeResolvers = {
  start: ({ participant }: ParticipantView) => participant.start,
  end: ({ participant }: ParticipantView) => participant.end,
  quote: ({ participant }: ParticipantView) => participant.quote,
  entity: ({ entity }: ParticipantView, _given, context) => entityAt(entity, context),
};

function ofParticipant(field: string): Resolver {
  return ({ participant }: { readonly participant: Readonly<Record<string, unknown>> }) => participant[field];
}

function ofClaim(field: keyof ClaimView['claim']): Resolver<ClaimView> {
  return ({ claim }) => claim[field];
}

function ofQuotation(field: keyof QuotationView['quotation']): Resolver<QuotationView> {
  return ({ quotation }) => quotation[field];
}

/** The parent of a Claim is a ClaimView, of a Quotation a QuotationView, of words a ParticipantView. */
export const CLAIM_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  Claim: {
    id: (view: ClaimView) => encodeNodeId('Claim', claimKey(view)),
    key: ofClaim('id'),
    relation: ofClaim('relation'),
    predicate: ofClaim('predicate'),
    trigger: ofClaim('trigger'),
    about: ({ about }: ClaimView, _given, context) => (about === null ? null : context.claims.load(about)),
    role: ofClaim('role'),
    tense: ofClaim('tense'),
    time: ofClaim('time'),
    polarity: ofClaim('polarity'),
    modality: ofClaim('modality'),
    sentence: ofClaim('sentence'),
    confidence: ofClaim('confidence'),
    document: ({ documentId }: ClaimView, _given, context) => presentDocument(documentId, context),
    retraction: (view: ClaimView, _given, { knowledge }) => claimRetraction(knowledge, view),
    incident: (view: ClaimView, _given, { knowledge }) => knowledge.graph.incidentOf(view),
    conflicts: (view: ClaimView, _given, { knowledge }) => claimConflicts(knowledge, view),
  },
  Participant: { ...WORDS, counts: ofParticipant('counts') },
  OtherParticipant: { ...WORDS, role: ofParticipant('role'), preposition: ofParticipant('preposition') },
  ReferringQuote: WORDS,
  Quotation: {
    key: ofQuotation('id'),
    kind: ofQuotation('kind'),
    stance: ofQuotation('stance'),
    claimant: ({ quotation, claimant }: QuotationView) =>
      quotation.claimant === null ? null : { participant: quotation.claimant, entity: claimant },
    reason: ofQuotation('reason'),
    cue: ofQuotation('cue'),
    content: ofQuotation('content'),
    document: ({ documentId }: QuotationView, _given, context) => presentDocument(documentId, context),
  },
  RetractedClaim: {
    claim: ({ claim }: RetractedClaim, _given, context) => (claim === null ? null : context.claims.load(claim)),
  },
  ClaimEdge: { node: ({ node }, _given, context) => context.claims.load(node) },
};
