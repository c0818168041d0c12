import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.js';
import { buildStored } from '../support/build-extraction.js';
import { runClaimgraph } from '../support/run-claimgraph.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();

/** A hook of Node by which the driver of PostgreSQL is not there. */
const WITHOUT_PG = `data:text/javascript,${encodeURIComponent(`
  import { register } from 'node:module';
  register('data:text/javascript,' + encodeURIComponent(\`
    export function resolve(specifier, context, next) {
      if (specifier !== 'pg') return next(specifier, context);
      throw Object.assign(new Error('There is no pg.'), { code: 'ERR_MODULE_NOT_FOUND' });
    }\`));`)}`;

describe('claimgraph copy', () => {
  it('copies a store to another address, and says what both are', async () => {
    const store = await openStore(`sqlite:${path.join(folder, 'a.db')}`);
    await store.putDocument(buildStored({ id: 'a' }), '1');
    await store.close();
    const { exitCode, output, errors } = await runClaimgraph(['copy', '--from', 'sqlite:a.db', '--to', 'sqlite:b.db'], {
      folder,
    });
    expect([exitCode, errors]).toEqual([0, 'claimgraph: copied; comparing the two.\n']);
    expect(output).toMatch(/^copied 1 document, 0 judgements, position 1\nsha256 [0-9a-f]{64} of both\n$/);
    const again = await runClaimgraph(['copy', '--from', 'sqlite:a.db', '--to', 'sqlite:b.db'], { folder });
    expect([again.exitCode, again.errors.includes('ARGUMENT_INVALID')]).toEqual([2, true]);
  });

  it('asks for both addresses', async () => {
    const { exitCode, errors } = await runClaimgraph(['copy', '--from', 'sqlite:a.db'], { folder });
    expect([exitCode, errors.includes('--to is missing')]).toEqual([2, true]);
  });
});

describe('a store in PostgreSQL', () => {
  it('says what to install where its packages are missing, and is asked for by nobody else', async () => {
    const run = (store: string) =>
      runClaimgraph(['stats', '--store', store], { folder, environment: { NODE_OPTIONS: `--import=${WITHOUT_PG}` } });
    const missing = await run('postgres://localhost/news');
    expect([missing.exitCode, missing.output]).toEqual([1, '']);
    expect(missing.errors).toContain('npm install pg');
    expect(missing.errors).toContain('[PACKAGE_MISSING]');
    expect((await run('sqlite:a.db')).exitCode).toBe(0);
  });

  it('says in one line that its server is not there, and no password', async () => {
    const url = 'postgres://me:secret@127.0.0.1:1/news';
    const { exitCode, errors } = await runClaimgraph(['stats', '--store', url], { folder });
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/^claimgraph: .*\[STORE_UNREACHABLE\]\n$/);
    expect(errors).not.toContain('secret');
  });
});
