import { describe, expect, it } from 'vitest';
import { runClaimgraph } from '../support/run-claimgraph.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();

/** A hook of Node by which the client of NATS is not there. */
const WITHOUT_NATS = `data:text/javascript,${encodeURIComponent(`
  import { register } from 'node:module';
  register('data:text/javascript,' + encodeURIComponent(\`
    export function resolve(specifier, context, next) {
      if (!specifier.startsWith('@nats-io/')) return next(specifier, context);
      throw Object.assign(new Error('There is no client.'), { code: 'ERR_MODULE_NOT_FOUND' });
    }\`));`)}`;

describe('the commands of a queue', () => {
  it('say what to install where its packages are missing, and nobody else asks for them', async () => {
    const environment = { NODE_OPTIONS: `--import=${WITHOUT_NATS}` };
    const missing = await runClaimgraph(['queue'], { folder, environment });
    expect([missing.exitCode, missing.output]).toEqual([1, '']);
    expect(missing.errors).toMatch(/^claimgraph: .*npm install @nats-io\/jetstream.*\[PACKAGE_MISSING\]\n$/);
    expect((await runClaimgraph(['formats'], { folder, environment })).exitCode).toBe(0);
  });

  it('say in one line that there is no server, and no password', async () => {
    const words = ['work', '--queue', 'nats://me:secret@127.0.0.1:1/news', '--store', 'memory:'];
    const { exitCode, errors } = await runClaimgraph(words, { folder });
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/^claimgraph: .*\[QUEUE_UNREACHABLE\]\n$/);
    expect(errors).not.toContain('secret');
    const wrong = await runClaimgraph(['enqueue', '-', '--queue', 'news'], { folder });
    expect([wrong.exitCode, wrong.errors.includes('[QUEUE_URL_INVALID]')]).toEqual([2, true]);
  });
});
