import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serveForTest } from '../support/serve-knowledge.js';

interface Example {
  readonly title: string;
  readonly explanation: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const folder = new URL('../../src/api/page/', import.meta.url);
const examples = JSON.parse(readFileSync(new URL('examples.json', folder), 'utf8')) as readonly Example[];

describe('the query page', () => {
  it('is served with every file that it names, under a policy that allows nothing else', async () => {
    const { url } = await serveForTest();
    const page = await fetch(`${url}/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const html = await page.text();
    const named = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(2);
    for (const file of [...named, 'examples.json'])
      expect([file, (await fetch(`${url}/${file}`)).status]).toEqual([file, 200]);
  });

  it('holds no inline script or style, and asks nothing of another server', () => {
    for (const file of readdirSync(folder)) {
      const text = readFileSync(new URL(file, folder), 'utf8').replace('http://www.w3.org/2000/svg', '');
      expect([file, text.match(/https?:|\bimport\(|<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=/g)]).toEqual([
        file,
        null,
      ]);
    }
  });

  it('puts nothing into the page as markup', () => {
    const script = readFileSync(new URL('page.js', folder), 'utf8');
    expect(script.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function/g)).toBeNull();
  });

  it('labels every field for those who do not see it', () => {
    const html = readFileSync(new URL('index.html', folder), 'utf8');
    for (const [, attributes = ''] of html.matchAll(/<(?:textarea|input|select)([^>]*)>/g)) {
      const id = /id="([^"]+)"/.exec(attributes)?.[1];
      const labelled = attributes.includes('aria-labelledby') || html.includes(`for="${id}"`) || id === 'appearance';
      expect([id, labelled]).toEqual([id, true]);
    }
  });

  it('finds everything by the ids that its script asks for', () => {
    const html = readFileSync(new URL('index.html', folder), 'utf8');
    const script = readFileSync(new URL('page.js', folder), 'utf8');
    for (const [, id] of script.matchAll(/element\('([^']+)'\)/g)) expect(html).toContain(`id="${id}"`);
  });
});

describe('an example of the page', () => {
  it.each(examples.map((example) => [example.title, example] as const))('runs: %s', async (_title, example) => {
    const { ask } = await serveForTest();
    const { data } = await ask('{ entities(order: DEGREE, first: 2) { edges { node { key } } } }');
    const keys: readonly string[] = data.entities.edges.map(({ node }: { node: { key: string } }) => node.key);
    const variables: unknown = JSON.parse(
      JSON.stringify(example.variables, (_key, value) => keys[['@entity1', '@entity2'].indexOf(value)] ?? value),
    );
    const { data: answered, errors } = await ask(example.query, variables);
    expect(errors).toEqual([]);
    expect(Object.values(answered).every((value) => value !== null)).toBe(true);
    expect(example.explanation).toMatch(/\.$/);
  });
});
