import { type Community, communityLabel, leadingEntities, type RankedEntity } from '../query/index.js';
import { presentEntity } from './node-values.js';
import type { TypeResolvers } from './resolver.js';

/** The parents of a ranked entity and a community are those of `query/`. */
export const NETWORK_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  RankedEntity: { entity: ({ entity }: RankedEntity, _given, context) => presentEntity(entity, context) },
  Community: {
    label: (community: Community, _given, { knowledge }) => communityLabel(knowledge, community),
    size: ({ entities }: Community) => entities.length,
    entities: (community: Community, { first }, { knowledge }) => leadingEntities(knowledge, community, first),
  },
};
