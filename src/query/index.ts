export {
  type CommunitiesRequest,
  type Community,
  type CommunityPage,
  communities,
  communityLabel,
  leadingEntities,
} from './communities.js';
export {
  type Account,
  type AccountComparison,
  type AccountsRequest,
  compareAccounts,
  voiceOf,
} from './compare-accounts.js';
export { type DeletionEffect, deletionEffect } from './deletion-effect.js';
export { explainConflict } from './explain-conflict.js';
export { CLAIM_FIELDS, DOCUMENT_FIELDS, ENTITY_FIELDS, RELATIONSHIP_FIELDS } from './filter-fields.js';
export {
  type DayRange,
  FILTER_KINDS,
  FILTER_LIMITS,
  FILTER_OPERATORS,
  type Filter,
  type FilterField,
  type FilterKind,
  type FilterOperator,
  type FilterValue,
} from './filter-grammar.js';
export { findEntity, requireEntity } from './find-entity.js';
export { findNode, findNodes, type KnowledgeNode } from './find-node.js';
export { incidentLabel } from './incident-label.js';
export { type Knowledge, pinGraph } from './knowledge.js';
export {
  CLAIM_ORDERS,
  CLAIM_PARTS,
  type ClaimListRequest,
  type ClaimSelection,
  claimBatches,
  claimTest,
  type EntityClaimsRequest,
  entityClaims,
  listClaims,
  selectClaims,
} from './list-claims.js';
export {
  type ConflictListRequest,
  type ConflictSelection,
  claimConflicts,
  incidentConflicts,
  listConflicts,
  selectConflicts,
} from './list-conflicts.js';
export {
  DOCUMENT_ORDERS,
  type DocumentListRequest,
  type DocumentSelection,
  listDocuments,
  selectDocuments,
} from './list-documents.js';
export {
  ENTITY_ORDERS,
  type EntityListRequest,
  type EntitySelection,
  entityBatches,
  listEntities,
  selectEntities,
} from './list-entities.js';
export {
  INCIDENT_ORDERS,
  type IncidentListRequest,
  type IncidentSelection,
  listIncidents,
  requireIncident,
} from './list-incidents.js';
export {
  claimsPage,
  documentClaims,
  documentMentions,
  documentQuotations,
  documentsPage,
  type EntityMentionsRequest,
  entityDocuments,
  entityMentions,
  type MentionView,
  relationshipClaims,
} from './list-parts.js';
export {
  type EntityRelationshipsRequest,
  entityRelationships,
  listRelationships,
  RELATIONSHIP_ORDERS,
  type RelationshipListRequest,
  type RelationshipMatch,
  type RelationshipSelection,
  relationshipBatches,
  selectRelationships,
} from './list-relationships.js';
export { claimRetraction, listRetractions, type RetractedClaim, readClaimId } from './list-retractions.js';
export {
  type ClaimView,
  EVIDENCE_PARTS,
  type Evidence,
  type EvidencePart,
  entitiesOfReferents,
  loadClaims,
  type ParticipantView,
  type QuotationView,
  viewClaims,
} from './load-claims.js';
export { duplicateOf, loadDocuments, requireDocument } from './load-documents.js';
export { type MergeCandidate, type MergeCandidatesRequest, mergeCandidates } from './merge-candidates.js';
export { type Neighborhood, type NeighborhoodRequest, neighborhood } from './neighborhood.js';
export {
  claimKey,
  decodeNodeId,
  encodeNodeId,
  NODE_TYPES,
  type NodeReference,
  type NodeType,
  readClaimKey,
} from './node-ids.js';
export { DEFAULT_PAGE_SIZE, type Edge, MAXIMUM_PAGE_SIZE, type Page, type PageRequest } from './pages.js';
export { parseFilter } from './parse-filter.js';
export type { Path, PathHop, PathStep, PathsAnswer } from './path.js';
export { type PathsRequest, paths } from './paths.js';
export { RANKINGS, type RankedEntity, type RankingRequest, ranking } from './ranking.js';
export { type SearchRequest, search } from './search.js';
export { SEARCH_KINDS, SEARCH_MATCHES, type SearchHit, type SearchMatch } from './search-hit.js';
export {
  type Counted,
  type EntityTypeCount,
  entityTypes,
  type RelationTypeCount,
  relationTypes,
  type Statistics,
  type StatisticsRequest,
  statistics,
} from './statistics.js';
export {
  TIMELINE_BUCKETS,
  type Timeline,
  type TimelineBucket,
  type TimelineRequest,
  timeline,
} from './timeline.js';
export type { Stoppable } from './turns.js';
