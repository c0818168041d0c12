export type { ClusterOf } from './compare-parties.js';
export { type FoundConflict, findConflicts, inOrder } from './find-conflicts.js';
export { createEpisodeGroups, type EpisodeGroup, type EpisodeGroups } from './group-episodes.js';
export { groupSources } from './group-sources.js';
export { dayOf, type Episode, type Happening, type Report } from './happening.js';
export { readReport } from './read-report.js';
