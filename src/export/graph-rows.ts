import type { Conflict, Entity } from '../domain/index.js';
import type { ClaimView, RelationshipMatch } from '../query/index.js';
import type { ClaimExtentRow, ConflictRow, EntityRow, LinkRow, NodeRow } from './export-rows.js';
import { toWellFormed } from './text-forms.js';

/** An entity as a node. */
export function nodeRow(entity: Entity): NodeRow {
  return {
    id: entity.id,
    label: toWellFormed(entity.name),
    type: entity.type,
    sector: entity.sector,
    aliases: entity.aliases.map(toWellFormed),
    roles: entity.roles.map(toWellFormed),
    documents: entity.documents.length,
    mentions: entity.mentionCount,
    country: entity.location?.country ?? null,
    latitude: entity.location?.latitude ?? null,
    longitude: entity.location?.longitude ?? null,
  };
}

/** An entity with its documents. */
export function entityRow({ id, name, type, aliases, documents }: Entity): EntityRow {
  return { id, name: toWellFormed(name), type, aliases: aliases.map(toWellFormed), documents };
}

/** A relationship with rows of its claims. */
export function edgeRow<Row>({ relationship }: RelationshipMatch, claims: readonly Row[]): EdgeRowOf<Row> {
  const { id, subject, relation, object, support, dispute, firstSeen, lastSeen } = relationship;
  return { id, subject, relation, object, support, dispute, firstSeen, lastSeen, claims };
}

/** An edge whose claims are told by rows of some kind. */
export type EdgeRowOf<Row> = Omit<LinkRow, 'claims'> & { readonly claims: readonly Row[] };

/** A conflict with where its two claims stand. */
export function conflictRow(
  kind: Conflict['kind'],
  [a, b]: readonly [ClaimView, ClaimView],
  explanation: string,
): ConflictRow {
  return { kind, claims: [extentRow(a), extentRow(b)], explanation: toWellFormed(explanation) };
}

function extentRow({ documentId, claimId, claim }: ClaimView): ClaimExtentRow {
  const parts = [claim.trigger, ...claim.subjects, ...claim.objects, ...claim.others];
  const start = Math.min(...parts.map((part) => part.start));
  return { document: documentId, claim: claimId, start, end: Math.max(...parts.map((part) => part.end)) };
}
