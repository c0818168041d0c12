export {
  deleteDocument,
  type EntityChange,
  type MergeRequest,
  mergeEntities,
  type UnmergeRequest,
  unmergeEntities,
} from './change-knowledge.js';
export { extractDocument } from './extract-document.js';
export { addDocuments, type IngestEvent, type IngestTarget } from './ingest.js';
export { type LiveKnowledge, type OpenKnowledgeOptions, openKnowledge } from './live-knowledge.js';
