import { ClaimgraphError } from '../base/index.js';
import type { OpenStoreOptions, Store } from './store.js';
import { STORES, type StoreRow } from './stores.js';

/**
 * Opens the store at an address, a row of STORES: `memory:`, `sqlite:PATH`, or `postgres://HOST/DATABASE`. It is made
 * where it is not there, unless the options say otherwise.
 * @throws ClaimgraphError STORE_URL_INVALID for an unknown scheme or a wrong path, STORE_NOT_FOUND where there is none
 *   and none may be made, STORE_FOREIGN, STORE_NEWER, STORE_UNWRITABLE, STORE_FULL, STORE_BUSY, STORE_DAMAGED,
 *   STORE_UNREACHABLE, PACKAGE_MISSING.
 */
export async function openStore(url: string, options: OpenStoreOptions = {}): Promise<Store> {
  return storeRowOf(url).open(url, options);
}

/** The row of STORES for an address. @throws ClaimgraphError STORE_URL_INVALID where there is none */
export function storeRowOf(url: string): StoreRow {
  const row = STORES.find(({ scheme }) => url.startsWith(scheme));
  if (row !== undefined) return row;
  const examples = STORES.map(({ example }) => example).join(' or ');
  // Not all of it, for it may hold a password.
  const shown = /^[^/?@]{0,100}/.exec(url)?.[0] ?? '';
  const message = `A store address begins with its scheme, as in ${examples}, but got ${JSON.stringify(shown)}${shown === url ? '' : '…'}.`;
  throw new ClaimgraphError('STORE_URL_INVALID', message, { url: shown });
}
