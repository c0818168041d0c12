import type { ClaimReference, Relationship, Support } from '../../domain/index.js';
import type { GraphReading, Neighbor } from '../knowledge-graph.js';
import { parseRelationshipId, relationshipId } from '../relationship-id.js';
import { CHOICES } from './codes.js';
import type { Columns } from './columns.js';
import { readList } from './lists.js';
import type { Words } from './words.js';

/** Relationships by id, by entity, and by number. */
export type RelationshipReading = Pick<GraphReading, 'relationship' | 'relationships' | 'neighbors' | 'degree'> & {
  relationshipAt(number: number): Relationship;
};

/** Reads them off their columns. */
export function readRelationships(
  columns: Columns,
  { documentIds, texts, entityAt, idAt }: Words,
): RelationshipReading {
  const { relationshipClaim, claimDocument, claimId } = columns;
  const referenceAt = (place: number): ClaimReference => {
    const claim = relationshipClaim[place]!;
    return { documentId: documentIds.commonAt(claimDocument[claim]!), claimId: texts.commonAt(claimId[claim]!) };
  };
  const supportAt = (number: number): Support => ({
    claims: columns.supportClaims[number]!,
    sources: columns.supportSources[number]!,
    claimants: columns.supportClaimants[number]!,
  });
  const disputeAt = (number: number): Support => ({
    claims: columns.disputeClaims[number]!,
    sources: columns.disputeSources[number]!,
    claimants: columns.disputeClaimants[number]!,
  });
  const relationshipAt = (number: number): Relationship => {
    const [subject, object] = [idAt(columns.subject[number]!), idAt(columns.object[number]!)];
    const relation = CHOICES.relations.wordOf(columns.relation[number]!);
    return {
      id: relationshipId({ subject, relation, object }),
      subject,
      relation,
      object,
      claims: readList(columns.relationshipClaims, number, referenceAt),
      support: supportAt(number),
      dispute: disputeAt(number),
      firstSeen: texts.optionalAt(columns.firstSeen[number]!),
      lastSeen: texts.optionalAt(columns.lastSeen[number]!),
    };
  };
  /** Relationships of a subject are in order of the relation, then of the object; -1 where there is none. */
  const find = (subject: number, relation: number, object: number): number => {
    let [low, high] = [columns.subjectRelationships[subject]!, columns.subjectRelationships[subject + 1]!];
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = columns.relation[middle]! - relation || columns.object[middle]! - object;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low < end && columns.relation[low] === relation && columns.object[low] === object ? low : -1;
  };

  return {
    relationshipAt,
    relationship: (id) => {
      const parts = parseRelationshipId(id);
      if (parts === null) return null;
      const [subject, object] = [entityAt(parts.subject), entityAt(parts.object)];
      if (subject < 0 || object < 0) return null;
      const number = find(subject, CHOICES.relations.codeOf(parts.relation), object);
      return number < 0 ? null : relationshipAt(number);
    },
    relationships: function* () {
      for (let number = 0; number < columns.relation.length; number++) yield relationshipAt(number);
    },
    neighbors: function* (id): Iterable<Neighbor> {
      const entity = entityAt(id);
      if (entity < 0) return;
      const end = columns.entitySteps[entity + 1]!;
      for (let place = columns.entitySteps[entity]!; place < end; place++) {
        const number = columns.stepRelationship[place]!;
        const relationship = relationshipAt(number);
        yield columns.subject[number] === entity
          ? { relationship, entity: relationship.object, direction: 'FORWARD' }
          : { relationship, entity: relationship.subject, direction: 'BACKWARD' };
      }
    },
    degree: (id) => {
      const entity = entityAt(id);
      return entity < 0 ? 0 : columns.entitySteps[entity + 1]! - columns.entitySteps[entity]!;
    },
  };
}
