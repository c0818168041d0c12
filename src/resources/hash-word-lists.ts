import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folders of `data/` with lists that graphs are made with. */
const FOLDERS = ['gazetteer', 'incidents', 'lexicons', 'names'] as const;

/** SHA-256 over every word list, names and bytes: where it is the same, so is what `loadWordLists` gives. */
export function hashWordLists(): string {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    const path = fileURLToPath(new URL(`../../data/${folder}/`, import.meta.url));
    for (const name of readdirSync(path).sort()) {
      const bytes = readFileSync(`${path}${name}`);
      hash.update(`${folder}/${name} ${bytes.length}\n`).update(bytes);
    }
  }
  return hash.digest('hex');
}
