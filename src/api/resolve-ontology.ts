import { ENTITY_TYPES, type EntityType, type RelationType, relationTypeRow, SECTORS } from '../ontology/index.js';
import type { Resolver, TypeResolvers } from './resolver.js';

const ENTITY_TYPE_ROWS = new Map(ENTITY_TYPES.map((row) => [row.id, row]));
const SECTOR_ROWS = new Map(SECTORS.map((row) => [row.id, row]));

function ofEntityType(field: 'description' | 'acts'): Resolver<EntityType> {
  return (id) => ENTITY_TYPE_ROWS.get(id)?.[field];
}

function ofRelationType(field: keyof ReturnType<typeof relationTypeRow>): Resolver<RelationType> {
  return (id) => relationTypeRow(id)[field];
}

/** The parent of a row of the ontology is its id, so that every type that names one can give the id alone. */
export const ONTOLOGY_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  EntityType: {
    id: (id: EntityType) => id,
    description: ofEntityType('description'),
    acts: ofEntityType('acts'),
    entities: async (id: EntityType, _given, context) => (await context.entityTypes()).get(id)?.entities ?? 0,
  },
  Sector: {
    id: (id: string) => id,
    description: (id: (typeof SECTORS)[number]['id']) => SECTOR_ROWS.get(id)?.description,
  },
  RelationType: {
    id: (id: RelationType) => id,
    family: ofRelationType('family'),
    label: ofRelationType('label'),
    description: ofRelationType('description'),
    cameo: ofRelationType('cameo'),
    plover: ofRelationType('plover'),
    wikidata: ofRelationType('wikidata'),
    subjects: ofRelationType('subjects'),
    objects: ofRelationType('objects'),
    symmetric: ofRelationType('symmetric'),
    aboutClaims: ofRelationType('aboutClaims'),
    claims: async (id: RelationType, _given, context) => (await context.relationTypes()).get(id)?.claims ?? 0,
    relationships: async (id: RelationType, _given, context) =>
      (await context.relationTypes()).get(id)?.relationships ?? 0,
  },
};
