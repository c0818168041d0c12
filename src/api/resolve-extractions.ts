import type { Extraction } from '../domain/index.js';
import { extractInput, type TextInput, type TextReading } from '../pipeline/index.js';
import { apiCodeOf } from './report-errors.js';
import type { Resolver, TypeResolvers } from './resolver.js';

/** The parts of a record are its own objects; what is called `id` there goes by `key`, for it is no global id. */
const KEYED: TypeResolvers = { key: ({ id }: { readonly id: string }) => id };

function ofDocument(field: keyof Extraction['document']): Resolver<Extraction> {
  return ({ document }) => document[field];
}

/** The parent of an Extraction is one of the domain. */
export const EXTRACTION_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  ExtractPayload: {
    userErrors: ({ failures }: TextReading) =>
      failures.map(({ code, reason, line }) => ({
        code: apiCodeOf(code),
        claimgraph: code,
        message: reason,
        path: ['text', ...(line === null ? [] : [String(line)])],
      })),
  },
  Extraction: {
    ...KEYED,
    title: ofDocument('title'),
    publishedAt: ofDocument('publishedAt'),
    furniture: ofDocument('furniture'),
    dateline: ofDocument('dateline'),
    timeAnchor: ofDocument('timeAnchor'),
    record: (extraction: Extraction) => JSON.stringify(extraction),
  },
  ExtractedMention: KEYED,
  Referent: KEYED,
  ExtractedClaim: KEYED,
  ExtractedQuotation: KEYED,
};

/** The field Query.extract. */
export const resolveExtract: Resolver<unknown, TextInput> = (_root, given, { knowledge, signal }) =>
  extractInput(given, knowledge, signal);
