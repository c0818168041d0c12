import { ClaimgraphError } from './errors.js';

/**
 * Loads what only some need: nobody else has to install it, or waits for it. `missing` says who needs what.
 * @throws ClaimgraphError PACKAGE_MISSING with those words where a package is not installed
 */
export async function loadPackages<Loaded>(load: () => Promise<Loaded>, missing: string): Promise<Loaded> {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new ClaimgraphError('PACKAGE_MISSING', missing);
  }
}
