import type { Relationship } from '../domain/index.js';
import { encodeNodeId, type PathStep, type RelationshipMatch, relationshipClaims } from '../query/index.js';
import { presentEntity } from './node-values.js';
import type { Resolver, TypeResolvers } from './resolver.js';

function ofRelationship(field: keyof Relationship): Resolver<RelationshipMatch> {
  return ({ relationship }) => relationship[field];
}

/** A step of a path is a relationship and more: as the parent of a Relationship it serves as it is. */
const STEP: TypeResolvers = { relationship: (step: PathStep) => step };

/** The parent of a Relationship is a RelationshipMatch. */
export const RELATIONSHIP_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  Relationship: {
    id: ({ relationship }: RelationshipMatch) => encodeNodeId('Relationship', relationship.id),
    subject: ({ relationship }: RelationshipMatch, _given, context) => presentEntity(relationship.subject, context),
    relation: ofRelationship('relation'),
    object: ({ relationship }: RelationshipMatch, _given, context) => presentEntity(relationship.object, context),
    claims: (match: RelationshipMatch, page) => relationshipClaims(match, page),
    support: ofRelationship('support'),
    dispute: ofRelationship('dispute'),
    firstSeen: ofRelationship('firstSeen'),
    lastSeen: ofRelationship('lastSeen'),
  },
  Hop: STEP,
  Step: STEP,
};
