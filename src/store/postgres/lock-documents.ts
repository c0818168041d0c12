import { hashText } from '../../base/index.js';
import type { DocumentIdentity } from '../store.js';
import type { Transaction } from './connections.js';
import { encodeId, toIdentity } from './document-rows.js';

/**
 * Statements that open a transaction which writes documents: others are kept from writing these until it ends, and what
 * they are is read then, which `lockedIdentities` gives.
 */
export function lockDocuments(schema: string, ids: readonly string[]): string {
  // Ascending, so that two who lock the same documents never wait for each other in a circle.
  const locks = [...new Set(ids.map((id) => lockOf(schema, id)))].sort((a, b) => (a < b ? -1 : 1));
  const keys = ids.map((id) => `decode('${encodeId(id).toString('hex')}', 'hex')`);
  return `SELECT pg_advisory_xact_lock(lock) FROM unnest('{${locks}}'::bigint[]) AS given (lock);
    SELECT id, text_hash, metadata_hash, reading FROM documents WHERE id IN (${keys})`;
}

/** The identities of those of the documents that exist, by id, in a transaction that `lockDocuments` has opened. */
export function lockedIdentities({ opened }: Transaction): ReadonlyMap<string, DocumentIdentity> {
  return new Map((opened as readonly IdentityRow[]).map((row) => [row.id.toString('utf8'), toIdentity(row)]));
}

type IdentityRow = Parameters<typeof toIdentity>[0] & { readonly id: Buffer };

/** The number of the lock on a document. Those of two documents may be one: then the one only waits for the other. */
function lockOf(schema: string, id: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${hashText(`${schema}\n${id}`).slice(0, 16)}`));
}
