import { readFileSync } from 'node:fs';

/** The version of Claimgraph, as its package says. */
export function packageVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
}
