import { ClaimgraphError } from '../base/index.js';
import type { Entity, ReferentKey } from '../domain/index.js';
import type { KnowledgeNode, SearchHit } from '../query/index.js';
import type { RequestContext } from './request-context.js';

/** A value of an interface or union, with the name of its type. */
export function nodeValue(node: KnowledgeNode | null): object | null {
  switch (node?.type) {
    case undefined:
      return null;
    case 'Document':
      return { __typename: node.type, ...node.document };
    case 'Entity':
      return { __typename: node.type, ...node.entity };
    case 'Claim':
      return { __typename: node.type, ...node.claim };
    case 'Relationship':
      return { __typename: node.type, ...node.relationship };
    case 'Incident':
      return { __typename: node.type, ...node.incident };
  }
}

/** What a search has found; null for a claim whose document is gone by now. */
export async function foundValue(hit: SearchHit, context: RequestContext): Promise<object | null> {
  if (hit.kind === 'ENTITY') return nodeValue({ type: 'Entity', entity: hit.entity });
  if (hit.kind === 'QUOTATION') return { __typename: 'Quotation', ...hit.quotation };
  const claim = await context.claims.load(hit.claim);
  return claim === null ? null : nodeValue({ type: 'Claim', claim });
}

/** The entity of a key; null for none. */
export function entityAt(key: ReferentKey | null, context: RequestContext): Entity | null {
  return key === null ? null : context.knowledge.graph.entity(key);
}

/** The entity of a key that was there a moment ago. @throws ClaimgraphError ENTITY_NOT_FOUND where another request took it away. */
export function presentEntity(key: ReferentKey, context: RequestContext): Entity {
  const entity = entityAt(key, context);
  if (entity !== null) return entity;
  throw new ClaimgraphError(
    'ENTITY_NOT_FOUND',
    `The entity ${JSON.stringify(key)} was taken away while the answer was being made. Ask again.`,
    { entity: key },
  );
}
