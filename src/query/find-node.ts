import { ClaimgraphError } from '../base/index.js';
import type { ClaimReference, Entity, Incident } from '../domain/index.js';
import type { StoredDocument } from '../store/index.js';
import { carryingClaims, chooseRelationships } from './choose-items.js';
import type { Knowledge } from './knowledge.js';
import type { RelationshipMatch } from './list-relationships.js';
import { type ClaimView, loadClaims } from './load-claims.js';
import { loadDocuments } from './load-documents.js';
import { decodeNodeId, type NodeReference, readClaimKey } from './node-ids.js';
import { MAXIMUM_PAGE_SIZE } from './pages.js';
import type { Stoppable } from './turns.js';

/** A thing with a global id. */
export type KnowledgeNode =
  | { readonly type: 'Document'; readonly document: StoredDocument }
  | { readonly type: 'Entity'; readonly entity: Entity }
  | { readonly type: 'Claim'; readonly claim: ClaimView }
  | { readonly type: 'Relationship'; readonly relationship: RelationshipMatch }
  | { readonly type: 'Incident'; readonly incident: Incident };

/** The thing with that global id; null where it is no longer there. @throws ClaimgraphError ID_INVALID, INTERRUPTED. */
export async function findNode(
  knowledge: Knowledge,
  id: string,
  options: Stoppable = {},
): Promise<KnowledgeNode | null> {
  const [node] = await findNodes(knowledge, [id], options);
  return node ?? null;
}

/**
 * The things with those global ids, in their order, null where there is none; two store reads for any number of ids:
 * one for documents, one for claims. Throws as `findNode` does, and ARGUMENT_INVALID for more than a page of ids.
 */
export async function findNodes(
  knowledge: Knowledge,
  ids: readonly string[],
  options: Stoppable = {},
): Promise<readonly (KnowledgeNode | null)[]> {
  if (ids.length > MAXIMUM_PAGE_SIZE) {
    throw new ClaimgraphError(
      'ARGUMENT_INVALID',
      `Expected at most ${MAXIMUM_PAGE_SIZE} ids, but got ${ids.length}. Ask for them in parts.`,
      { argument: 'ids' },
    );
  }
  const references = ids.map(decodeNodeId);
  const documents = await documentsOf(knowledge, references, options);
  const claims = await claimsOf(knowledge, references, options);
  const nodes: (KnowledgeNode | null)[] = [];
  for (const { type, key } of references) {
    if (type === 'Document') nodes.push(documents.get(key) ?? null);
    else if (type === 'Claim') nodes.push(claims.get(key) ?? null);
    else if (type === 'Entity') nodes.push(entityNode(knowledge, key));
    else if (type === 'Incident') nodes.push(incidentNode(knowledge, key));
    else nodes.push(await relationshipNode(knowledge, key));
  }
  return nodes;
}

type Nodes = ReadonlyMap<string, KnowledgeNode>;

async function documentsOf(
  knowledge: Knowledge,
  references: readonly NodeReference[],
  options: Stoppable,
): Promise<Nodes> {
  const ids = references.filter(({ type }) => type === 'Document').map(({ key }) => key);
  const documents = await loadDocuments(knowledge, ids, options);
  return new Map(
    documents.flatMap((document): [string, KnowledgeNode][] =>
      document === null ? [] : [[document.document.id, { type: 'Document', document }]],
    ),
  );
}

async function claimsOf(
  knowledge: Knowledge,
  references: readonly NodeReference[],
  options: Stoppable,
): Promise<Nodes> {
  const keys = references.filter(({ type }) => type === 'Claim').map(({ key }) => key);
  const named = keys.flatMap((key): [string, ClaimReference][] => {
    const reference = readClaimKey(key);
    return reference === null ? [] : [[key, reference]];
  });
  const claims = await loadClaims(
    knowledge,
    named.map(([, reference]) => reference),
    options,
  );
  return new Map(
    named.flatMap(([key], index): [string, KnowledgeNode][] => {
      const claim = claims[index] ?? null;
      return claim === null ? [] : [[key, { type: 'Claim', claim }]];
    }),
  );
}

function entityNode(knowledge: Knowledge, key: string): KnowledgeNode | null {
  const entity = knowledge.graph.entity(key);
  return entity === null ? null : { type: 'Entity', entity };
}

function incidentNode(knowledge: Knowledge, key: string): KnowledgeNode | null {
  const claim = readClaimKey(key);
  const incident = claim === null ? null : knowledge.graph.incidentOf(claim);
  return incident === null ? null : { type: 'Incident', incident };
}

async function relationshipNode(knowledge: Knowledge, key: string): Promise<KnowledgeNode | null> {
  const relationship = knowledge.graph.relationship(key);
  if (relationship === null) return null;
  const everything = await chooseRelationships(knowledge, {});
  return {
    type: 'Relationship',
    relationship: { relationship, claims: carryingClaims(knowledge, relationship, everything) },
  };
}
