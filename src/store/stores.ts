import { loadPackages } from '../base/index.js';
import type { CopyTarget } from './copy-target.js';
import { openMemoryStore } from './memory-store.js';
import { openSqliteStore } from './open-sqlite.js';
import { openSqliteCopy } from './sqlite-copy.js';
import type { OpenStoreOptions, Store } from './store.js';

/** A kind of store. */
export interface StoreRow {
  /** What its addresses begin with, the colon included. */
  readonly scheme: 'memory:' | 'sqlite:' | 'postgres:';
  readonly description: string;
  /** An address, for help and error messages. */
  readonly example: string;
  /** Opens the store at an address of the scheme; refuses one that is not valid with STORE_URL_INVALID. */
  open(url: string, options: OpenStoreOptions): Promise<Store>;
  /** Opens what a copy for the address is made in; left out where nothing lasts. */
  openCopy?(url: string): Promise<CopyTarget>;
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
    openCopy: openSqliteCopy,
  },
  {
    scheme: 'postgres:',
    description: 'A schema of a PostgreSQL database, which any number of machines read and write.',
    example: 'postgres://claimgraph@localhost/news',
    open: async (url, options) => (await loadPostgres()).openPostgresStore(url, options),
    openCopy: async (url) => (await loadPostgres()).openPostgresCopy(url),
  },
];

/** The code of these stores, with the packages that it stands on. */
function loadPostgres(): Promise<typeof import('./postgres/index.js')> {
  return loadPackages(
    () => import('./postgres/index.js'),
    'A store at postgres: needs packages that are not installed: npm install pg@8 kysely@0.28 pg-copy-streams@7.',
  );
}
