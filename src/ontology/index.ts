export { actsByType, ENTITY_TYPES, type EntityType, type EntityTypeRow, isEntityType } from './entity-types.js';
export {
  isRelationType,
  RELATION_TYPES,
  type RelationType,
  type RelationTypeRow,
  relationTypeRow,
} from './relation-types.js';
export { isSector, SECTORS, type Sector } from './sectors.js';
