import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { runClaimgraph } from '../support/run-claimgraph.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();
const EXAMPLES = fileURLToPath(new URL('../../data/examples', import.meta.url));
const KILLINGS = [
  '2031-03-10-gang-behind-killings.html',
  '2031-03-10-tel-amoun-killings.html',
  '2031-03-11-hospital-count.txt',
];

async function claimgraph(...words: readonly string[]): Promise<string> {
  const { exitCode, output, errors } = await runClaimgraph(words, { folder });
  expect(exitCode, errors).toBe(0);
  return output;
}

beforeAll(async () => {
  await claimgraph('ingest', ...KILLINGS.map((name) => path.join(EXAMPLES, name)));
}, 60_000);

describe('the accounts of the killings in the examples', () => {
  it('stand side by side, each with the sentence that says it', async () => {
    const [first] = (await claimgraph('incidents', '--contested', '--json')).split('\n');
    const { id } = JSON.parse(first ?? '') as { readonly id: string };
    const told = await claimgraph('compare', id);
    expect(told).toMatch(/^AGENT: .* says that it was .*gang.* that it was .*soldiers/m);
    const query = `query ($id: ID!) { compareAccounts(incident: $id) {
      accounts { claimant { name } source claims(first: 5) { edges { node { sentence { quote } } } } }
      conflicts { kind explanation }
    } }`;
    const answer = JSON.parse(await claimgraph('query', query, '--variables', JSON.stringify({ id })));
    const { accounts, conflicts } = answer.data.compareAccounts;
    expect(accounts.length).toBeGreaterThanOrEqual(2);
    expect(conflicts.length).toBeGreaterThan(0);
    for (const { claims } of accounts) {
      const quote: string = claims.edges[0].node.sentence.quote;
      expect(quote.length).toBeGreaterThan(20);
      expect(told.replace(/\s+/g, ' ')).toContain(quote.slice(0, 20));
    }
  });
});
