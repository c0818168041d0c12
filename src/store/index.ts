export { type CopyProgress, type CopyReport, type CopyRequest, copyStore } from './copy-store.js';
export type { FoundPassage } from './found-passage.js';
export { hashStore } from './hash-store.js';
export { type DocumentMetadata, hashMetadata } from './identify-document.js';
export { openStore } from './open-store.js';
export type {
  Change,
  DocumentIdentity,
  OpenStoreOptions,
  PutOutcome,
  Store,
  StoreCounts,
  StoredDocument,
} from './store.js';
export { STORES, type StoreRow } from './stores.js';
