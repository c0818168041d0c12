import { EXPORTERS } from '../export/index.js';
import { ENTITY_TYPES, RELATION_TYPES } from '../ontology/index.js';
import {
  communities,
  compareAccounts,
  findEntity,
  findNode,
  findNodes,
  listClaims,
  listConflicts,
  listDocuments,
  listEntities,
  listIncidents,
  listRelationships,
  listRetractions,
  mergeCandidates,
  neighborhood,
  paths,
  ranking,
  requireDocument,
  requireEntity,
  requireIncident,
  type SearchHit,
  search,
  statistics,
  timeline,
} from '../query/index.js';
import { foundValue, nodeValue } from './node-values.js';
import { resolveExtract } from './resolve-extractions.js';
import type { TypeResolvers } from './resolver.js';

/** The fields of Query, each one question to `query/`. */
export const QUERY_RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  Query: {
    node: async (_root, { id }, { knowledge, signal }) => nodeValue(await findNode(knowledge, id, { signal })),
    nodes: async (_root, { ids }, { knowledge, signal }) =>
      (await findNodes(knowledge, ids, { signal })).map(nodeValue),
    document: (_root, { id }, { knowledge, signal }) => requireDocument(knowledge, id, { signal }),
    documents: (_root, { where, order, ...page }, { knowledge, signal }) =>
      listDocuments(knowledge, { where, order, page, signal }),
    entity: (_root, { id }, { knowledge, signal }) => requireEntity(knowledge, id, { signal }),
    entities: (_root, { where, relationshipWhere, order, ...page }, { knowledge, signal }) =>
      listEntities(knowledge, { where, relationshipWhere, order, page, signal }),
    entityByName: (_root, { name }, { knowledge }) => findEntity(knowledge, name),
    claims: (_root, { where, order, ...page }, { knowledge, signal }) =>
      listClaims(knowledge, { where, order, page, signal }),
    relationships: (_root, { where, order, ...page }, { knowledge, signal }) =>
      listRelationships(knowledge, { where, order, page, signal }),
    search: (_root, { text, kinds, ...page }, { knowledge, signal }) =>
      search(knowledge, { text, kinds, page, signal }),
    paths: (_root, given, { knowledge, signal }) => paths(knowledge, { ...given, signal }),
    neighborhood: (_root, given, { knowledge, signal }) => neighborhood(knowledge, { ...given, signal }),
    statistics: (_root, { where }, { knowledge, signal }) => statistics(knowledge, { where, signal }),
    timeline: (_root, { where, bucket }, { knowledge, signal }) => timeline(knowledge, { where, bucket, signal }),
    ranking: (_root, { by, where, ...page }, { knowledge, signal }) => ranking(knowledge, { by, where, page, signal }),
    communities: (_root, { where, resolution, minSize, ...page }, { knowledge, signal }) =>
      communities(knowledge, { where, resolution, minSize, page, signal }),
    extract: resolveExtract,
    incidents: (_root, { where, contested, order, ...page }, { knowledge, signal }) =>
      listIncidents(knowledge, { where, contested, order, page, signal }),
    incident: (_root, { id }, { knowledge }) => requireIncident(knowledge, id),
    conflicts: (_root, { where, kind, ...page }, { knowledge, signal }) =>
      listConflicts(knowledge, { where, kind, page, signal }),
    mergeCandidates: (_root, page, { knowledge, signal }) => mergeCandidates(knowledge, { page, signal }),
    retractedClaims: (_root, page, { knowledge }) => listRetractions(knowledge, page),
    compareAccounts: (_root, given, { knowledge, signal }) => compareAccounts(knowledge, { ...given, signal }),
    relationTypes: () => RELATION_TYPES.map(({ id }) => id),
    entityTypes: () => ENTITY_TYPES.map(({ id }) => id),
    exportFormats: () => EXPORTERS,
  },
  SearchHit: { found: (hit: SearchHit, _given, context) => foundValue(hit, context) },
};
