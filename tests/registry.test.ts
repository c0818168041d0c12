import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../src/base/index.js';
import { COMMANDS } from '../src/cli/commands.js';
import { DIAGNOSTIC_CODES } from '../src/domain/index.js';
import { EXPORTERS } from '../src/export/index.js';
import { ENTITY_TYPES, RELATION_TYPES, SECTORS } from '../src/ontology/index.js';
import { READERS } from '../src/read/index.js';
import { STORES } from '../src/store/index.js';

/** What names a row: an id, a command's name, or the scheme of a store's address. */
interface Row {
  readonly id?: string;
  readonly name?: string;
  readonly scheme?: string;
}
type Table = Readonly<Record<string, unknown>> | readonly Row[];

const TABLES: Readonly<Record<string, Table>> = {
  ENTITY_TYPES,
  SECTORS,
  RELATION_TYPES,
  ERROR_CODES,
  DIAGNOSTIC_CODES,
  READERS,
  STORES,
  EXPORTERS,
  COMMANDS,
};
const REGISTRY = new URL('./registry.json', import.meta.url);
const ACCEPT =
  'CLAIMGRAPH_ACCEPT_REGISTRY=1 npx vitest run --config tests/vitest.config.ts tests/registry.test.ts' +
  ' && npx biome format --write tests/registry.json';

/** What names each row, in the table's order; the keys of a table by key. */
function rowIds(table: Table): readonly string[] {
  if (!Array.isArray(table)) return Object.keys(table);
  return table.map((row: Row) => row.id ?? row.scheme ?? row.name ?? '(no id)');
}

describe('the registry', () => {
  const rows = Object.fromEntries(Object.entries(TABLES).map(([name, table]) => [name, rowIds(table)]));
  if (process.env.CLAIMGRAPH_ACCEPT_REGISTRY === '1') {
    writeFileSync(REGISTRY, `${JSON.stringify(rows, null, 2)}\n`);
  }
  const accepted = JSON.parse(readFileSync(REGISTRY, 'utf8')) as Readonly<Record<string, readonly string[]>>;

  it('lists every table', () => {
    expect(Object.keys(accepted), `tests/registry.json is accepted anew by: ${ACCEPT}`).toEqual(Object.keys(rows));
  });

  it.each(Object.entries(rows))('holds the rows of %s as they are', (name, ids) => {
    expect(
      ids,
      `The rows of ${name} are not those of tests/registry.json. Others rely on these ids: stored records, filters, ` +
        `scripts. If the change is meant, accept it and commit the file: ${ACCEPT}`,
    ).toEqual(accepted[name]);
  });

  it.each(Object.entries(rows))('gives each row of %s an id of its own', (_, ids) => {
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z][A-Za-z0-9_:+./-]*$/);
  });
});
