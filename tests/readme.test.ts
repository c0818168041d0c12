import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = path.join(root, 'dist/cli/main.js');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const examples = path.join(root, 'data/examples');

/** The first block of the README in a language. */
function block(language: string): string {
  const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(readme)?.[1];
  if (found === undefined) throw new Error(`README.md has no block of ${language}`);
  return found;
}

describe('README.md', () => {
  let folder = '';
  const claimgraph = (...words: string[]) =>
    execFileSync(process.execPath, [main, ...words], { cwd: folder, encoding: 'utf8' });

  beforeAll(() => {
    expect(existsSync(main), 'dist/ is missing: run "npm run build"').toBe(true);
    folder = mkdtempSync(path.join(tmpdir(), 'claimgraph-readme-'));
    cpSync(examples, path.join(folder, 'articles'), { recursive: true });
    cpSync(path.join(examples, 'wire-briefs.jsonl'), path.join(folder, 'wire.jsonl'));
    cpSync(path.join(examples, '2031-03-11-hospital-count.txt'), path.join(folder, 'article.txt'));
    claimgraph('ingest', 'articles/', 'wire.jsonl', '--quiet');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('shows a query that is answered without an error', () => {
    const answer = JSON.parse(claimgraph('query', block('graphql')));
    expect(answer.errors).toBeUndefined();
    expect(answer.data.claims.edges).toHaveLength(5);
    expect(answer.data.paths.paths.length).toBeGreaterThan(0);
  });

  it('shows a use of the library that runs and prints what it says', () => {
    const code = block('ts');
    const expected = [...code.matchAll(/\/\/ (.+)$/gm)].map((match) => match[1]);
    const printed = execFileSync(process.execPath, ['--input-type=module', '-'], {
      cwd: root,
      input: code,
      encoding: 'utf8',
    });
    expect(expected.length).toBeGreaterThan(0);
    expect(printed.trim().split('\n')).toEqual(expected);
  });

  it('shows relationships of the graph, with their support and dispute', () => {
    const shown = [...block('mermaid').matchAll(/\["(.+?)"\]\)? -->\|(.+?)\| \w+\(?\["(.+?)"\]/g)].map((match) =>
      match.slice(1, 4).join(' '),
    );
    const { nodes, links } = JSON.parse(claimgraph('export', 'node-link'));
    const names = new Map(nodes.map((node: { id: string; label: string }) => [node.id, node.label]));
    const held = new Set(
      links.map(
        (link: {
          source: string;
          target: string;
          relation: string;
          support: { claims: number };
          dispute: { claims: number };
        }) =>
          [
            names.get(link.source),
            `${link.relation} ${link.support.claims}:${link.dispute.claims}`,
            names.get(link.target),
          ].join(' '),
      ),
    );
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((line) => !held.has(line))).toEqual([]);
  });

  it('shows the path that the command prints', () => {
    const shown = (/^```\n([\s\S]*?)^```/m.exec(readme)?.[1] ?? '').trim();
    const [, from, to] = /between (.+) and (.+), the cheapest/.exec(shown) ?? [];
    expect(claimgraph('path', from as string, to as string).trim()).toContain(shown);
  });

  // Last, for these change the store.
  it('shows commands that run as they stand', () => {
    const lines = block('sh')
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, ''))
      .filter((line) => line.startsWith('claimgraph ') && !line.startsWith('claimgraph serve'));
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const command = line.replace(/^claimgraph/, `"${process.execPath}" "${main}"`);
      execFileSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
    }
    // A dozen processes that each load the word lists: minutes on a busy machine.
  }, 240_000);
});
