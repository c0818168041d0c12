export {
  deleteDocument,
  type EntityChange,
  type MergeRequest,
  markDistinct,
  mergeEntities,
  type UnmergeRequest,
  unmergeEntities,
} from './change-knowledge.js';
export { extractDocument, traceDocument } from './extract-document.js';
export { extractInput, LARGEST_TEXT, type TextInput, type TextReading } from './extract-input.js';
export { type ExtractEvent, extractInputs, type TraceEvent, traceInputs } from './extract-inputs.js';
export { type ExtractTextOptions, extractText } from './extract-text.js';
export {
  type AddOutcome,
  addDocuments,
  type IngestEvent,
  type IngestTarget,
  ingest,
  ingestAhead,
  type ThreadedIngestOptions,
} from './ingest.js';
export { keepCaughtUp } from './keep-caught-up.js';
export type { Patience } from './keep-when-rested.js';
export { type KnowledgeEvent, type KnowledgeEvents, watchKnowledge } from './knowledge-events.js';
export {
  type FollowOptions,
  followKnowledge,
  type LiveKnowledge,
  type OpenKnowledgeOptions,
  openKnowledge,
} from './live-knowledge.js';
export { createDocumentReader, createThreadedReader, type DocumentReader } from './read-aside.js';
export { type InputReading, type Inputs, type ReadInputsOptions, readInputs } from './read-inputs.js';
export { type RetractionRequest, retractClaim } from './retract-claim.js';
export { type DocumentChanges, updateDocument } from './update-document.js';
