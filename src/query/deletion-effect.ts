import type { ReferentKey } from '../domain/index.js';
import { relationshipId } from '../graph/index.js';
import { referentKeys } from '../resolve/index.js';
import type { StoredDocument } from '../store/index.js';
import type { Knowledge } from './knowledge.js';

/** How much goes with a document. */
export interface DeletionEffect {
  /** Its claims, those that are retracted left out. */
  readonly claims: number;
  /** Entities that no other document speaks of. */
  readonly entities: number;
  /** Relationships that no claim of another document carries. */
  readonly relationships: number;
}

/** Counts what deleting a document would take away; nothing is changed. */
export function deletionEffect({ graph }: Knowledge, { document, extraction }: StoredDocument): DeletionEffect {
  const entities = new Set<ReferentKey>();
  for (const key of referentKeys(extraction).values()) {
    const entity = graph.entity(key);
    if (entity?.documents.every((id) => id === document.id)) entities.add(entity.id);
  }
  const relationships = new Set<string>();
  let claims = 0;
  for (const { id } of extraction.claims) {
    const claim = graph.claim({ documentId: document.id, claimId: id });
    if (claim === null) continue;
    claims++;
    for (const subject of claim.subjects) {
      for (const object of claim.objects) {
        const found = graph.relationship(relationshipId({ subject, relation: claim.relation, object }));
        if (found?.claims.every(({ documentId }) => documentId === document.id)) relationships.add(found.id);
      }
    }
  }
  return { claims, entities: entities.size, relationships: relationships.size };
}
