import { ClaimgraphError, ERROR_CODES } from '../base/index.js';
import type { ClaimReference, Document, RetractionEffect } from '../domain/index.js';
import {
  addDocuments,
  type DocumentChanges,
  deleteDocument,
  markDistinct,
  mergeEntities,
  retractClaim,
  unmergeEntities,
  updateDocument,
} from '../pipeline/index.js';
import { deletionEffect, encodeNodeId, readClaimId, requireDocument, requireEntity } from '../query/index.js';
import { createDocument, DEFAULT_MAX_DOCUMENT, type DocumentFields } from '../read/index.js';
import { apiCodeOf } from './report-errors.js';
import type { RequestContext } from './request-context.js';
import type { Resolver, TypeResolvers } from './resolver.js';

/** What the user has to mend, as a value of the answer. */
interface UserError {
  readonly code: string;
  readonly claimgraph: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** The fields of Mutation, each one change by `pipeline/`; what the user has to mend becomes a value, all else is thrown. */
export const MUTATION_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  Mutation: thenForget({
    addDocuments: async (_root, { documents }: { readonly documents: readonly DocumentFields[] }, context) => {
      const made: Document[] = [];
      const userErrors: UserError[] = [];
      for (const [index, fields] of documents.entries()) {
        const outcome = await attempt(['documents', String(index)], async () => checkedDocument(fields));
        if (outcome.value !== null) made.push(outcome.value);
        userErrors.push(...outcome.userErrors);
      }
      return { results: await addDocuments(context.knowledge, made, context.signal), userErrors };
    },
    updateDocument: async (
      _root,
      { id, changes }: { readonly id: string; readonly changes: DocumentChanges },
      { knowledge, signal },
    ) => {
      const { value, userErrors } = await attempt(['changes'], async () => {
        const { document } = await requireDocument(knowledge, id, { signal });
        if (typeof changes.text === 'string') refuseLarge(changes.text);
        return updateDocument(knowledge, document.id, { ...withoutText(changes), signal });
      });
      return { result: value, userErrors };
    },
    deleteDocument: async (
      _root,
      { id, dryRun }: { readonly id: string; readonly dryRun: boolean },
      { knowledge, signal },
    ) => {
      const { value, userErrors } = await attempt(['id'], async () => {
        const stored = await requireDocument(knowledge, id, { signal });
        const effect = deletionEffect(knowledge, stored);
        const isDeleted = !dryRun && (await deleteDocument(knowledge, stored.document.id));
        return { effect, deletedId: isDeleted ? encodeNodeId('Document', stored.document.id) : null };
      });
      return { deletedId: value?.deletedId ?? null, effect: value?.effect ?? null, userErrors };
    },
    retractClaim: (_root, given: ClaimDecision, context) => decideOnClaim('RETRACT', given, context),
    restoreClaim: (_root, given: ClaimDecision, context) => decideOnClaim('RESTORE', given, context),
    mergeEntities: (_root, { entities, reason }: { entities: readonly string[]; reason: string }, context) =>
      changeEntities(async () => {
        const keys: string[] = [];
        for (const entity of entities) keys.push(await keyOf(entity, context));
        return mergeEntities(context.knowledge, { entities: keys, reason, at: new Date().toISOString() });
      }),
    markDistinct: (_root, { entities, reason }: { entities: readonly string[]; reason: string }, context) =>
      changeEntities(async () => {
        const keys: string[] = [];
        for (const entity of entities) keys.push(await keyOf(entity, context));
        return markDistinct(context.knowledge, { entities: keys, reason, at: new Date().toISOString() });
      }),
    unmergeEntities: (_root, { target, reason }: { target: UnmergeTarget; reason: string }, context) =>
      changeEntities(async () => {
        const at = new Date().toISOString();
        if ('judgement' in target) return unmergeEntities(context.knowledge, { ...target, reason, at });
        const { entity, referents } = target.referents;
        return unmergeEntities(context.knowledge, { entity: await keyOf(entity, context), referents, reason, at });
      }),
  }),
  RetractionPayload: {
    claim: ({ claim }, _given, context) => (claim === null ? null : context.claims.load(claim)),
  },
  AddedDocument: {
    document: ({ documentId }, _given, context) => context.documents.load(documentId),
  },
};

type UnmergeTarget =
  | { readonly judgement: string }
  | { readonly referents: { readonly entity: string; readonly referents: readonly string[] } };

interface ClaimDecision {
  readonly id: string;
  readonly reason: string;
}

async function decideOnClaim(
  effect: RetractionEffect,
  { id, reason }: ClaimDecision,
  { knowledge }: RequestContext,
): Promise<object> {
  const { value, userErrors } = await attempt(['id'], async () => {
    const claim: ClaimReference = readClaimId(id);
    await retractClaim(knowledge, { claim, effect, reason, at: new Date().toISOString() });
    return claim;
  });
  return { claim: value, userErrors };
}

/** A text is never taken away: null leaves it as it is. */
function withoutText({ text, ...changes }: DocumentChanges): DocumentChanges {
  return typeof text === 'string' ? { ...changes, text } : changes;
}

/** @throws ClaimgraphError INPUT_TOO_LARGE, INPUT_EMPTY, INPUT_MALFORMED. */
function checkedDocument(fields: DocumentFields): Document {
  refuseLarge(fields.text);
  return createDocument(fields);
}

function refuseLarge(text: string): void {
  const size = Buffer.byteLength(text);
  if (size <= DEFAULT_MAX_DOCUMENT) return;
  throw new ClaimgraphError(
    'INPUT_TOO_LARGE',
    `Expected a text of at most ${DEFAULT_MAX_DOCUMENT} bytes, but got ${size}. Give its parts as documents of their own.`,
    { size },
  );
}

/** The fields of one operation run one after another: what a later one tells must not be what an earlier one had read. */
function thenForget(changes: TypeResolvers): TypeResolvers {
  const wrap = (change: Resolver): Resolver => {
    return async (root, given, context) => {
      try {
        return await change(root, given, context);
      } finally {
        context.forget();
      }
    };
  };
  return Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, wrap(change)]));
}

async function keyOf(entity: string, { knowledge, signal }: RequestContext): Promise<string> {
  return (await requireEntity(knowledge, entity, { signal })).id;
}

async function changeEntities(change: () => ReturnType<typeof mergeEntities>): Promise<object> {
  const { value, userErrors } = await attempt([], change);
  return { entities: value?.entities ?? [], judgements: value?.judgements ?? [], userErrors };
}

async function attempt<Value>(
  path: readonly string[],
  work: () => Promise<Value>,
): Promise<{ readonly value: Value | null; readonly userErrors: readonly UserError[] }> {
  try {
    return { value: await work(), userErrors: [] };
  } catch (error) {
    if (!(error instanceof ClaimgraphError) || ERROR_CODES[error.code].actor !== 'user') throw error;
    if (error.code === 'INTERRUPTED') throw error;
    const { code, message } = error;
    return { value: null, userErrors: [{ code: apiCodeOf(code), claimgraph: code, message, path }] };
  }
}
