import { readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from './package-root.js';

/**
 * The text of `schema.graphql`, the contract of the API.
 * @throws the error of the file system where the package is incomplete.
 */
export function readSchema(): string {
  return readFileSync(new URL('schema.graphql', PACKAGE_ROOT), 'utf8');
}
