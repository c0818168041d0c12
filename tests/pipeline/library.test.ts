import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildGraph, exportGraph, extract, followKnowledge, loadResources, openStore } from '../../src/index.js';

const TEXT = 'Ann Lee criticized Bo Ray in Valdoro on Monday.';

/** What the package of a folder says of itself. */
function packageOf(folder: string) {
  const file = fileURLToPath(new URL(`../../${folder}/package.json`, import.meta.url));
  return JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string>; types?: string };
}

describe('the library', () => {
  it('reads a text in one call, with what is known of it', () => {
    const record = extract(TEXT, { id: 'd1', title: 'A quarrel', publishedAt: '2031-03-12' });
    expect(record).toMatchObject({ format: 'claimgraph/1', id: 'd1', text: TEXT });
    expect(record.document).toMatchObject({ title: 'A quarrel', timeAnchor: '2031-03-12' });
  });

  it('reads the same with resources that are passed', () => {
    expect(extract(TEXT, { resources: loadResources() })).toEqual(extract(TEXT));
  });

  it('counts times from the day that is given where a text tells none', () => {
    expect(extract(TEXT, { timeAnchor: '2031-03-12' }).document.timeAnchor).toBe('2031-03-12');
  });

  it('refuses a blank text', () => {
    expect(() => extract(' \n ')).toThrow(expect.objectContaining({ code: 'INPUT_EMPTY' }));
  });

  it('goes from texts to a graph and an export', async () => {
    const record = extract(TEXT, { id: 'd1' });
    const graph = buildGraph([record], []);
    expect(graph.claimCount).toBe(record.claims.length);
    const knowledge = await followKnowledge(await openStore('memory:'), { resources: loadResources() });
    let written = '';
    for await (const chunk of exportGraph(knowledge, 'node-link')) written += chunk;
    expect(JSON.parse(written)).toMatchObject({ nodes: [], links: [] });
    await knowledge.close();
  });

  it('has types that need no package but those that are installed with it and carry types', () => {
    const open = [fileURLToPath(new URL('../../dist/index.d.ts', import.meta.url))];
    const seen = new Set<string>();
    const packages: string[] = [];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
        if (name.startsWith('.')) open.push(path.resolve(path.dirname(file), name.replace(/\.js$/, '.d.ts')));
        else packages.push(name);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
    const bare = packages.filter(
      (name) => !(name in packageOf('.').dependencies && packageOf(`node_modules/${name}`).types),
    );
    expect(bare).toEqual([]);
  });
});
