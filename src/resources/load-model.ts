import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ClaimgraphError } from '../base/index.js';
import { type LinearModel, unpackModel } from '../linear/index.js';

/** Loads `data/models/<name>/weights.bin`, or another file beside it. @throws RESOURCE_INVALID where it is missing, damaged or of another version. */
export function loadModel(name: string, file = 'weights.bin'): LinearModel {
  const path = fileURLToPath(new URL(`../../data/models/${name}/${file}`, import.meta.url));
  return unpackModel(readBytes(path), path);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const message = `${path} cannot be read: ${(error as Error).message}. Restore the file from the repository, or rebuild it with "npm run train".`;
    throw new ClaimgraphError('RESOURCE_INVALID', message, { path });
  }
}
