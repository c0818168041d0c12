import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../src/api/create-schema.js';
import { generateOperations } from '../support/generate-operations.js';

const folder = new URL('../../src/web/operations/', import.meta.url);
const sources = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .sort();
const source = sources.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
const generated = new URL('generated.ts', folder);

describe('the operations of the page', () => {
  // CLAIMGRAPH_ACCEPT_OPERATIONS=1 writes them anew.
  it('are valid in the schema, with the types that follow from it', () => {
    const made = generateOperations(createSchema(), source);
    if (process.env.CLAIMGRAPH_ACCEPT_OPERATIONS === '1') writeFileSync(generated, made);
    expect(readFileSync(generated, 'utf8')).toBe(made);
  });

  it('are refused where the schema has no such field', () => {
    expect(() => generateOperations(createSchema(), 'query Wrong { statistics { verdicts } }')).toThrow('verdicts');
  });
});
