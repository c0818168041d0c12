import type { Entity } from '../domain/index.js';
import {
  encodeNodeId,
  entityClaims,
  entityDocuments,
  entityMentions,
  entityRelationships,
  neighborhood,
} from '../query/index.js';
import type { TypeResolvers } from './resolver.js';

/** The parent of an Entity is an Entity of the domain. */
export const ENTITY_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  Entity: {
    id: ({ id }: Entity) => encodeNodeId('Entity', id),
    key: ({ id }: Entity) => id,
    country: ({ location }: Entity) => location?.country ?? null,
    coordinates: ({ location }: Entity) => location,
    degree: ({ id }: Entity, _given, { knowledge }) => knowledge.graph.degree(id),
    mentions: (entity: Entity, page, { knowledge, signal }) => entityMentions(knowledge, { entity, page, signal }),
    documents: (entity: Entity, page) => entityDocuments(entity, page),
    claims: ({ id }: Entity, { part, where, order, ...page }, { knowledge, signal }) =>
      entityClaims(knowledge, { entity: id, part, where, order, page, signal }),
    relationships: ({ id }: Entity, { where, order, ...page }, { knowledge, signal }) =>
      entityRelationships(knowledge, { entity: id, where, order, page, signal }),
    neighbors: ({ id }: Entity, given, { knowledge, signal }) =>
      neighborhood(knowledge, { ...given, seeds: [encodeNodeId('Entity', id)], signal }),
    judgements: ({ id }: Entity, _given, { knowledge }) => knowledge.graph.judgementsOf(id),
  },
  EntityDocumentEdge: { node: ({ node }, _given, context) => context.documents.load(node) },
};
