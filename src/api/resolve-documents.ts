import { ClaimgraphError } from '../base/index.js';
import type { Document } from '../domain/index.js';
import {
  documentClaims,
  documentMentions,
  documentQuotations,
  duplicateOf,
  encodeNodeId,
  type MentionView,
} from '../query/index.js';
import type { StoredDocument } from '../store/index.js';
import { entityAt } from './node-values.js';
import type { RequestContext } from './request-context.js';
import type { Resolver, TypeResolvers } from './resolver.js';

/** The document of an id that was there a moment ago. @throws ClaimgraphError DOCUMENT_NOT_FOUND where another request deleted it. */
export async function presentDocument(id: string, context: RequestContext): Promise<StoredDocument> {
  const stored = await context.documents.load(id);
  if (stored !== null) return stored;
  throw new ClaimgraphError(
    'DOCUMENT_NOT_FOUND',
    `The document ${JSON.stringify(id)} was deleted while the answer was being made. Ask again.`,
    { document: id },
  );
}

function ofDocument(field: keyof Document): Resolver<StoredDocument> {
  return ({ document }) => document[field];
}

function ofMention(field: keyof MentionView['mention']): Resolver<MentionView> {
  return ({ mention }) => mention[field];
}

/** The parent of a Document is a StoredDocument, of a Mention a MentionView. */
export const DOCUMENT_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  Document: {
    id: ({ document }: StoredDocument) => encodeNodeId('Document', document.id),
    key: ofDocument('id'),
    title: ofDocument('title'),
    source: ofDocument('source'),
    url: ofDocument('url'),
    publishedAt: ofDocument('publishedAt'),
    text: ofDocument('text'),
    textHash: ofDocument('textHash'),
    furniture: ofDocument('furniture'),
    dateline: ofDocument('dateline'),
    timeAnchor: ofDocument('timeAnchor'),
    duplicateOf: async ({ document }: StoredDocument, _given, context) => {
      const id = await duplicateOf(context.knowledge, document);
      return id === null ? null : context.documents.load(id);
    },
    mentions: (stored: StoredDocument, page, { knowledge }) => documentMentions(knowledge, stored, page),
    claims: (stored: StoredDocument, page, { knowledge }) => documentClaims(knowledge, stored, page),
    quotations: (stored: StoredDocument, page, { knowledge }) => documentQuotations(knowledge, stored, page),
    diagnostics: ({ extraction }: StoredDocument) => extraction.diagnostics,
  },
  Mention: {
    key: ofMention('id'),
    type: ofMention('type'),
    kind: ofMention('kind'),
    start: ofMention('start'),
    end: ofMention('end'),
    quote: ofMention('quote'),
    confidence: ofMention('confidence'),
    entity: ({ entity }: MentionView, _given, context) => entityAt(entity, context),
    document: ({ documentId }: MentionView, _given, context) => presentDocument(documentId, context),
  },
};
