export type { Change, DocumentIdentity, PutOutcome, Store, StoreCounts, StoredDocument } from './store.js';
