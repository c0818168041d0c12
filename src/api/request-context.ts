import DataLoader from 'dataloader';
import type { ClaimReference } from '../domain/index.js';
import type { LiveKnowledge } from '../pipeline/index.js';
import {
  type ClaimView,
  claimKey,
  type EntityTypeCount,
  entityTypes,
  loadClaims,
  loadDocuments,
  type RelationTypeCount,
  relationTypes,
} from '../query/index.js';
import type { StoredDocument } from '../store/index.js';
import { type Caller, LOCAL_CALLER } from './access.js';

/**
 * What resolvers share during one request. The loaders gather what one level of the answer asks for, so that a page of
 * claims costs the same number of store reads however long it is.
 */
export interface RequestContext {
  readonly knowledge: LiveKnowledge;
  /** Fires where the client has gone, or the time for the request is over. */
  readonly signal: AbortSignal;
  /** Names the request in logs. */
  readonly requestId: string;
  readonly caller: Caller;
  /** What the operation costs; 0 until that was measured. */
  readonly cost: { spent: number };
  /** The media type that the client prefers for the answer. */
  readonly responseType: string;
  /** Null for a claim that is no longer there. */
  readonly claims: DataLoader<ClaimReference, ClaimView | null, string>;
  /** By the document's own id; null for one that is no longer there. */
  readonly documents: DataLoader<string, StoredDocument | null>;
  /** Counts by relation type, made once for a request that asks for them. */
  readonly relationTypes: () => Promise<ReadonlyMap<string, RelationTypeCount>>;
  /** Counts by entity type, made once for a request that asks for them. */
  readonly entityTypes: () => Promise<ReadonlyMap<string, EntityTypeCount>>;
  /** Lets go of what was read and counted so far, which a change of the store makes untrue. */
  forget(): void;
}

/** The context of a request, once the graph has caught up with the store where it follows it. @throws ClaimgraphError STORE_*. */
export async function createContext(
  knowledge: LiveKnowledge,
  request: {
    readonly signal: AbortSignal;
    readonly responseType: string;
    readonly requestId?: string;
    readonly caller?: Caller;
  },
): Promise<RequestContext> {
  if (knowledge.isFollowing) await knowledge.catchUp();
  const options = { signal: request.signal };
  const claims = new DataLoader<ClaimReference, ClaimView | null, string>(
    (references) => mutable(loadClaims(knowledge, references, options)),
    { cacheKeyFn: claimKey },
  );
  const documents = new DataLoader<string, StoredDocument | null>((ids) =>
    mutable(loadDocuments(knowledge, ids, options)),
  );
  const countedRelationTypes = keep(async () => byId(await relationTypes(knowledge, options)));
  const countedEntityTypes = keep(async () => byId(await entityTypes(knowledge, options)));
  return {
    knowledge,
    requestId: '',
    caller: LOCAL_CALLER,
    cost: { spent: 0 },
    ...request,
    claims,
    documents,
    relationTypes: countedRelationTypes.get,
    entityTypes: countedEntityTypes.get,
    forget() {
      claims.clearAll();
      documents.clearAll();
      countedRelationTypes.forget();
      countedEntityTypes.forget();
    },
  };
}

/** DataLoader's types ask for an array that may be written to. */
async function mutable<Item>(items: Promise<readonly Item[]>): Promise<Item[]> {
  return [...(await items)];
}

/** A value that is made when it is first asked for, and again after it was forgotten. */
function keep<Value>(make: () => Promise<Value>): { get(): Promise<Value>; forget(): void } {
  let made: Promise<Value> | null = null;
  return {
    get() {
      made ??= make();
      return made;
    },
    forget() {
      made = null;
    },
  };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
