export type { Cluster, ResolvedReferent } from './atoms.js';
export { claimFingerprint } from './claim-fingerprint.js';
export { type Company, compareEntities, likenessBlocks } from './compare-entities.js';
export { createResolution } from './create-resolution.js';
export {
  type ClusterOf,
  createEpisodeGroups,
  dayOf,
  type Episode,
  type EpisodeGroup,
  type EpisodeGroups,
  type FoundConflict,
  findConflicts,
  groupSources,
  type Happening,
  inOrder,
  type Report,
  readReport,
} from './incidents/index.js';
export {
  LIKENESS_FEATURES,
  type Likeness,
  type LikenessFeature,
  MERGE_FROM,
  UNSURE_FROM,
} from './likeness/index.js';
export { groupingName, type NameKnowledge, type WellKnownAcronyms } from './merging-name.js';
export { nameFormsOf } from './name-index.js';
export { normalizeName } from './normalize-name.js';
export {
  escapeDocumentId,
  parseReferentKey,
  type ReferentKeyParts,
  referentKeys,
  unescapeDocumentId,
} from './referent-keys.js';
export type { IdleJudgement, Resolution, ResolutionChange, ResolutionOptions } from './resolution.js';
export { resolve } from './resolve.js';
export type { NameSpellings } from './spelling-key.js';
