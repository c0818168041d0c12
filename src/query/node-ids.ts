import { ClaimgraphError } from '../base/index.js';
import type { ClaimReference } from '../domain/index.js';

/** The types that have a global id. */
export const NODE_TYPES = ['Document', 'Entity', 'Claim', 'Relationship', 'Incident'] as const;

export type NodeType = (typeof NODE_TYPES)[number];

/** A global id, read: the key is a document's id, an entity's id, `claimKey` of a claim, a relationship's id, or `claimKey` of an incident's first claim. */
export interface NodeReference {
  readonly type: NodeType;
  readonly key: string;
}

/** The global id of a thing: base64url of `Type:key`, opaque to those who ask. Any string may be a key. */
export function encodeNodeId(type: NodeType, key: string): string {
  // JSON escapes write lone surrogates, which UTF-8 cannot; ordinary keys have none and stand as they are.
  return Buffer.from(JSON.stringify(`${type}:${key}`).slice(1, -1), 'utf8').toString('base64url');
}

/** Reads a global id. @throws ClaimgraphError ID_INVALID where `encodeNodeId` could not have made it. */
export function decodeNodeId(id: string): NodeReference {
  const reference = readNodeId(id);
  if (reference !== null) return reference;
  throw new ClaimgraphError(
    'ID_INVALID',
    `Expected a global id, as an id field gives it, but got ${JSON.stringify(id.slice(0, 80))}.`,
    { id: id.slice(0, 600) },
  );
}

/** Reads a global id; null where `encodeNodeId` could not have made it. */
export function readNodeId(id: string): NodeReference | null {
  if (!/^[A-Za-z0-9_-]+$/.test(id)) return null;
  const written = Buffer.from(id, 'base64url').toString('utf8');
  const colon = written.indexOf(':');
  const type = NODE_TYPES.find((name) => name === written.slice(0, colon));
  if (type === undefined) return null;
  const key = readEscapes(written.slice(colon + 1));
  // One id for one thing: what decodes but would be written otherwise is no id.
  return key !== null && encodeNodeId(type, key) === id ? { type, key } : null;
}

/** Names a claim across documents in one string: `<document id>#<claim id>`, `%` and `#` of the former as `%25`, `%23`. */
export function claimKey(reference: ClaimReference): string {
  return `${reference.documentId.replaceAll('%', '%25').replaceAll('#', '%23')}#${reference.claimId}`;
}

/** Reads what `claimKey` wrote; null for anything else. */
export function readClaimKey(key: string): ClaimReference | null {
  const hash = key.indexOf('#');
  if (hash <= 0 || hash === key.length - 1) return null;
  const documentId = key.slice(0, hash).replaceAll('%23', '#').replaceAll('%25', '%');
  const reference = { documentId, claimId: key.slice(hash + 1) };
  return claimKey(reference) === key ? reference : null;
}

function readEscapes(written: string): string | null {
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return null;
  }
}
