import { openMemoryStore } from './memory-store.js';
import { openSqliteStore } from './open-sqlite.js';
import type { OpenStoreOptions, Store } from './store.js';

/** A kind of store. */
export interface StoreRow {
  /** What its addresses begin with, the colon included. */
  readonly scheme: 'memory:' | 'sqlite:';
  readonly description: string;
  /** An address, for help and error messages. */
  readonly example: string;
  /** Opens the store at an address of the scheme; refuses one that is not valid with STORE_URL_INVALID. */
  open(url: string, options: OpenStoreOptions): Promise<Store>;
}

/** The stores, by the scheme of their addresses. */
export const STORES: readonly StoreRow[] = [
  {
    scheme: 'memory:',
    description: 'In memory: empty when it is opened, gone when the process ends.',
    example: 'memory:',
    open: openMemoryStore,
  },
  {
    scheme: 'sqlite:',
    description: 'One SQLite file, with its write-ahead log beside it while it is open.',
    example: 'sqlite:claimgraph.db',
    open: openSqliteStore,
  },
];
